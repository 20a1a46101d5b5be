import type { Party } from '#domain/access/acting-for.ts';
import {
  refuseOutsideTerm,
  type CommitmentTerms,
  type PartyRef,
  type TermOfAgreement,
} from '#domain/commitments/commitment.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import { refuseFixedText, textStateOf } from '#domain/commitments/within-text.ts';
import type { Day } from '#domain/shared/dates.ts';
import { expandRecurrence } from '#formats/calendars/expand-recurrence.ts';
import type { PartyBook } from './resolve-parties.ts';
import type { Surroundings } from './surroundings.ts';

/** Where a commitment is owed, and what bounds it. */
export type Placed = {
  readonly country: string;
  readonly territoryId: number;
  /** The parties of the agreement that it belongs to. */
  readonly within: readonly Party[];
  readonly commission: Party | null;
  /** The agreement's term: nothing falls due outside it. */
  readonly term: TermOfAgreement;
  /** Where a repetition ends at the latest: with the agreement or the plan. */
  readonly until: Day | null;
};

type Whereabouts = {
  readonly obligor: PartyRef;
  readonly beneficiary?: PartyRef | null;
  readonly placeId?: number | null;
  readonly territoryId?: number;
  readonly agreementId?: string | null;
  readonly planActionId?: string | null;
};

/**
 * Where a commitment is owed: where its agreement or its plan is, else where it is done, else the smaller territory of those
 * who owe and are owed.
 * @throws Refusal `commitments.text-closed`, `commitments.in-signed-text`, `commitments.agreement-not-found`, `commitments.action-not-found`
 */
export async function placeCommitment(
  around: Surroundings,
  draft: Whereabouts,
  book: PartyBook,
): Promise<Placed> {
  const agreement = draft.agreementId ? await around.agreementOf(draft.agreementId) : undefined;
  if (draft.agreementId && !agreement) throw refuse('commitments.agreement-not-found');
  // What was put to signature says what is owed: more, or other, is owed by an addendum; and what is being approved is not changed under the eyes of who approves it.
  refuseFixedText(textStateOf(agreement));
  const action = draft.planActionId ? await around.actionOf(draft.planActionId) : undefined;
  if (draft.planActionId && !action) throw refuse('commitments.action-not-found');
  const territoryId =
    draft.territoryId ?? agreement?.territory_id ?? action?.territory_id ?? ownTerritory(draft, book);
  const place = await around.placeOf(territoryId);
  if (!place) throw refuse('commitments.party-not-found', { field: 'obligor' });
  return {
    country: place.country,
    territoryId,
    ...(await around.circleOf(agreement?.id ?? null)),
    term: { from: agreement?.effective_on ?? null, to: agreement?.ends_on ?? null },
    until: agreement?.ends_on ?? action?.planTo ?? null,
  };
}

// Numbers grow downwards: of two territories on one path, the smaller one has the greater number.
function ownTerritory(draft: Whereabouts, book: PartyBook): number {
  if (draft.placeId) return draft.placeId;
  const numbers = [draft.obligor, draft.beneficiary].flatMap(
    (ref) => (ref && book.get(ref.id)?.territoryId) ?? [],
  );
  return Math.max(0, ...numbers);
}

/**
 * The days on which a commitment falls due: one, or those of its rule.
 * @throws Refusal of the rule, or `commitments.outside-term`
 */
export function dueDaysOf(
  terms: Pick<CommitmentTerms, 'dueOn' | 'recurrence'>,
  { term, until }: Pick<Placed, 'term' | 'until'>,
): Day[] {
  refuseOutsideTerm([terms.dueOn], term);
  if (terms.recurrence === null) return [terms.dueOn];
  // A rule that names its own end keeps it: what of it falls outside the term is said, and not quietly left out.
  const endsItself = /\b(COUNT|UNTIL)=/i.test(terms.recurrence) && term.to !== null;
  const days = expandRecurrence({
    rule: terms.recurrence,
    from: terms.dueOn,
    until: endsItself ? null : until,
  });
  refuseOutsideTerm(days, term);
  return days;
}
