import { fold } from '#domain/shared/fold.ts';
import type { Day } from '#domain/shared/dates.ts';
import { refuse } from './refusals.ts';
import { refuseReversed } from './terms.ts';

/** A name that an organisation has had, and when. */
export type FormerName = {
  readonly name: string;
  readonly shortName: string | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly reason: string | null;
};

export type NamedOrganisation = {
  readonly name: string;
  readonly shortName: string | null;
  readonly validFrom: Day | null;
};

/**
 * What a renaming leaves behind: the name that was, until the day of the change.
 * It held since the last former name ended, or else since the organisation began.
 * @throws Refusal `actors.same-name` when nothing changes
 */
export function nameLeftBehind(
  organisation: NamedOrganisation,
  history: readonly FormerName[],
  change: {
    readonly name: string;
    readonly shortName: string | null;
    readonly on: Day;
    readonly reason: string;
  },
): FormerName {
  if (organisation.name === change.name && organisation.shortName === change.shortName) {
    throw refuse('actors.same-name', { field: 'name' });
  }
  const lastEnd = history
    .map((former) => former.validTo)
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);
  const validFrom = lastEnd ?? organisation.validFrom;
  refuseReversed({ from: validFrom, to: change.on }, 'on');
  return {
    name: organisation.name,
    shortName: organisation.shortName,
    validFrom,
    validTo: change.on,
    reason: change.reason,
  };
}

/** Everything an organisation is found by: its name, its short name and the names it had, folded. */
export function searchText(
  organisation: { readonly name: string; readonly shortName: string | null },
  history: readonly { readonly name: string; readonly shortName: string | null }[] = [],
): string {
  const names = [organisation, ...history].flatMap(({ name, shortName }) => [name, shortName ?? '']);
  return [...new Set(names.map(fold).filter((text) => text !== ''))].join(' · ');
}
