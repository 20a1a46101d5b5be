import type { Day } from '#domain/shared/dates.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { refuse } from './refusals.ts';

/** What an entry of the inventory is. Words: `inventory.kind.<kind>`. */
export const entryKinds = ['plan', 'programme', 'project', 'activity'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** How something is linked to prevention, and that nobody has said so yet. Words: `inventory.link.<link>`. */
export const entryLinks = ['direct', 'indirect', 'none', 'undecided'] as const;
export type EntryLink = (typeof entryLinks)[number];

/** Words: `inventory.standing.<standing>`. */
export const entryStandings = ['current', 'ended', 'annulled'] as const;
export type EntryStanding = (typeof entryStandings)[number];

/** Where an entry comes from. Words: `inventory.origin.<origin>`. */
export const entryOrigins = ['pack', 'person', 'import', 'plan'] as const;
export type EntryOrigin = (typeof entryOrigins)[number];

/** What is said of an official plan, programme, project or activity; never of a person. */
export type EntryFields = {
  readonly territoryId: number;
  readonly organisationId: string;
  readonly title: string;
  readonly kind: EntryKind;
  readonly description: string | null;
  /** The law, resolution or act that made it official. */
  readonly officialReference: string | null;
  readonly poaCode: string | null;
  readonly periodFrom: Day | null;
  readonly periodTo: Day | null;
  /** Exact, as text: `1234.50`. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly amountYear: number | null;
  readonly sourceWords: string | null;
};

/** The fields that a history names, in the order of the page. */
export const entryFields = [
  'territoryId',
  'organisationId',
  'title',
  'kind',
  'description',
  'officialReference',
  'poaCode',
  'periodFrom',
  'periodTo',
  'amount',
  'currency',
  'amountYear',
  'sourceWords',
] as const satisfies readonly (keyof EntryFields)[];
export type EntryField = (typeof entryFields)[number];

/** The fields that somebody wrote freely. */
export const freeTextOfEntries = [
  'title',
  'description',
  'officialReference',
  'sourceWords',
] as const satisfies readonly EntryField[];

/** What is wrong with an entry as it was written, every fault with its field. */
export function problemsOfEntry(entry: EntryFields): Problem[] {
  const problems: Problem[] = [];
  if (entry.periodFrom !== null && entry.periodTo !== null && entry.periodTo < entry.periodFrom)
    problems.push({ code: 'planning.period-backwards', field: 'periodTo' });
  if (entry.amountYear !== null && (entry.amountYear < 1990 || entry.amountYear > 2100))
    problems.push({ code: 'planning.not-a-year', field: 'amountYear' });
  if (entry.amountYear !== null && entry.amount === null)
    problems.push({ code: 'planning.year-without-amount', field: 'amountYear' });
  return problems;
}

/** @throws Refusal `planning.entry-incomplete`, with every fault and its field */
export function refuseIncompleteEntry(entry: EntryFields): void {
  const problems = problemsOfEntry(entry);
  if (problems.length > 0) throw refuse('planning.entry-incomplete', { problems });
}

/** The fields in which two versions of an entry differ. */
export function changedInEntry(before: EntryFields, after: EntryFields): EntryField[] {
  return entryFields.filter((field) => before[field] !== after[field]);
}

/** A decision on the link as it stands: the first needs a criterion, another also why the former does not hold. */
export type LinkDecision = {
  readonly link: EntryLink;
  readonly criterion: string;
  readonly office: string;
  readonly reason: string | null;
};

/**
 * Decides the link of an entry, or decides it anew.
 * @throws Refusal `planning.entry-closed`, `planning.same-link`, `planning.reason-missing`
 */
export function refuseDecision(
  entry: { readonly standing: EntryStanding; readonly link: EntryLink; readonly criterion: string | null },
  decision: LinkDecision,
): void {
  if (entry.standing === 'annulled')
    throw refuse('planning.entry-closed', { values: { standing: entry.standing } });
  if (entry.link === decision.link && entry.criterion === decision.criterion)
    throw refuse('planning.same-link');
  if (entry.link !== 'undecided' && decision.reason === null)
    throw refuse('planning.reason-missing', { field: 'reason' });
}

/**
 * What may be corrected or ended is what stands; what ended may still be annulled.
 * @throws Refusal `planning.entry-closed`
 */
export function refuseClosedEntry(standing: EntryStanding, act: 'edit' | 'end' | 'annul'): void {
  const isPossible = act === 'annul' ? standing !== 'annulled' : standing === 'current';
  if (!isPossible) throw refuse('planning.entry-closed', { values: { standing } });
}
