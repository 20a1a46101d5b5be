import { isWithin, termsOverlap, type Day, type Term } from '#domain/shared/dates.ts';
import { refuse } from './refusals.ts';

/** A term of office with the name of who holds it; nobody when the office is vacant. */
export type HeldTerm = Term & { readonly id: string; readonly holder: string | null };

/** The first of the terms already there that has a day in common with a new one, itself excepted. */
export function findOverlap(existing: readonly HeldTerm[], proposed: HeldTerm): HeldTerm | undefined {
  return existing.find((term) => term.id !== proposed.id && termsOverlap(term, proposed));
}

/** @throws Refusal `actors.term-reversed` when a term ends on or before the day it begins. */
export function refuseReversed(term: Term, field = 'validTo'): void {
  if (term.from !== null && term.to !== null && term.to <= term.from) {
    throw refuse('actors.term-reversed', { field, values: { from: term.from, to: term.to } });
  }
}

/** @throws Refusal `actors.term-outside` when a term begins or ends outside the one that holds it. */
export function refuseOutside(term: Term, around: Term): void {
  const beginsBefore = around.from !== null && (term.from === null || term.from < around.from);
  const endsAfter = around.to !== null && term.from !== null && term.from >= around.to;
  if (beginsBefore || endsAfter) {
    throw refuse('actors.term-outside', {
      field: 'validFrom',
      values: { from: around.from ?? '', to: around.to ?? '' },
    });
  }
}

function values(clash: HeldTerm, proposed: HeldTerm): Record<string, string> {
  return {
    existing: clash.holder ?? '',
    existingFrom: clash.from ?? '',
    existingTo: clash.to ?? '',
    proposed: proposed.holder ?? '',
    proposedFrom: proposed.from ?? '',
    proposedTo: proposed.to ?? '',
  };
}

/**
 * Two people cannot head one organisation on the same day: two mayors of one municipality.
 * @throws Refusal `actors.head-overlaps`, which names both and their terms
 */
export function refuseSecondHead(heads: readonly HeldTerm[], proposed: HeldTerm): void {
  refuseReversed(proposed);
  const clash = findOverlap(heads, proposed);
  if (clash) throw refuse('actors.head-overlaps', { field: 'validFrom', values: values(clash, proposed) });
}

/**
 * A seat has one principal on any day.
 * @throws Refusal `actors.principal-overlaps`, which names both and their terms
 */
export function refuseSecondPrincipal(principals: readonly HeldTerm[], proposed: HeldTerm): void {
  refuseReversed(proposed);
  const clash = findOverlap(principals, proposed);
  if (clash)
    throw refuse('actors.principal-overlaps', { field: 'validFrom', values: values(clash, proposed) });
}

/** The terms that hold on a day. */
export function currentTerms<T extends Term>(terms: readonly T[], today: Day): T[] {
  return terms.filter((term) => isWithin(term, today));
}
