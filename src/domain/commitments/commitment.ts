import type { Party } from '#domain/access/acting-for.ts';
import type { AffectedGroup } from '#domain/diagnosis/vocabulary.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { refuse } from './refusals.ts';
import { scoreWording, type WordingScore } from './wording-score.ts';

/** An organisation or structure by its kind and id. */
export type PartyRef = Pick<Party, 'kind' | 'id'>;

/** What is agreed in a commitment: who, what, for whom, by when, how proved, and what else was said. */
export type CommitmentTerms = {
  readonly what: string;
  readonly obligor: PartyRef;
  readonly coObliged: readonly PartyRef[];
  readonly beneficiary: PartyRef | null;
  readonly verifier: PartyRef | null;
  readonly responsibleOffice: string | null;
  readonly proof: string;
  readonly unit: string | null;
  readonly quantity: number | null;
  readonly targetGroups: readonly AffectedGroup[];
  readonly targetSize: number | null;
  readonly startsOn: Day | null;
  /** The day on which it falls due, or falls due first. */
  readonly dueOn: Day;
  readonly recurrence: string | null;
  readonly currency: string | null;
  readonly cash: number | null;
  readonly staffDays: number | null;
  readonly inKind: string | null;
  readonly weight: number;
  readonly poaCode: string | null;
  readonly placeId: number | null;
  readonly needId: string | null;
  readonly noNeedReason: string | null;
  readonly threadId: string | null;
};

/** The fields that a history names, in the order of the page. */
export const commitmentFields = [
  'what',
  'obligor',
  'coObliged',
  'beneficiary',
  'verifier',
  'responsibleOffice',
  'proof',
  'unit',
  'quantity',
  'targetGroups',
  'targetSize',
  'startsOn',
  'dueOn',
  'recurrence',
  'currency',
  'cash',
  'staffDays',
  'inKind',
  'weight',
  'poaCode',
  'placeId',
  'needId',
  'noNeedReason',
  'threadId',
] as const satisfies readonly (keyof CommitmentTerms)[];
export type CommitmentField = (typeof commitmentFields)[number];

/** The fields that somebody wrote freely. */
export const freeTextOfCommitments = [
  'what',
  'responsibleOffice',
  'proof',
  'unit',
  'inKind',
  'noNeedReason',
] as const satisfies readonly CommitmentField[];

type Answer = Pick<CommitmentTerms, 'needId' | 'noNeedReason'>;

/**
 * Which need a commitment answers, or why none: what is said now takes the place of what was written. null: neither, or both at once.
 * Within an agreement or an action of a plan, those say it for all that is in them.
 */
export function answerOf(written: Answer, said: Answer): Answer | null {
  const answer = said.needId === null && said.noNeedReason === null ? written : said;
  return (answer.needId === null) === (answer.noNeedReason === null) ? null : answer;
}

/** What is wrong with a commitment as it was written, every fault with its field. */
export function problemsOfCommitment(terms: CommitmentTerms): Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string) => problems.push({ code: `commitments.${code}`, field });
  if (terms.startsOn !== null && terms.startsOn > terms.dueOn) fault('starts-after-due', 'startsOn');
  if (terms.cash !== null && terms.currency === null) fault('money-without-currency', 'currency');
  if (terms.needId !== null && terms.noNeedReason !== null) fault('need-and-reason', 'noNeedReason');
  if (terms.beneficiary?.id === terms.obligor.id) fault('owes-itself', 'beneficiary');
  const obliged = obligedOf(terms);
  if (new Set(obliged).size < obliged.length) fault('obliged-twice', 'coObliged');
  if (terms.weight <= 0) fault('weight-not-positive', 'weight');
  return problems;
}

/** @throws Refusal `commitments.incomplete`, with every fault and its field */
export function refuseIncomplete(terms: CommitmentTerms): void {
  const problems = problemsOfCommitment(terms);
  if (problems.length > 0) throw refuse('commitments.incomplete', { problems });
}

/** The ids of those who owe: the obligor first, then those co-obliged. */
export function obligedOf(terms: Pick<CommitmentTerms, 'obligor' | 'coObliged'>): string[] {
  return [terms.obligor.id, ...terms.coObliged.map(({ id }) => id)];
}

/**
 * Whoever owes does not verify, nor anyone of their side.
 * @param obligedSide `sideOf` those who owe
 * @throws Refusal `commitments.verifier-of-own-side`
 */
export function refuseOwnVerifier(verifier: PartyRef | null, obligedSide: ReadonlySet<string>): void {
  if (verifier !== null && obligedSide.has(verifier.id)) {
    throw refuse('commitments.verifier-of-own-side', { field: 'verifier' });
  }
}

/**
 * Who verifies when nobody was named: the beneficiary, unless it is of the side that owes; then nobody, and the monitoring
 * commission or the centre does.
 */
export function defaultVerifier(
  beneficiary: PartyRef | null,
  obligedSide: ReadonlySet<string>,
): PartyRef | null {
  return beneficiary !== null && !obligedSide.has(beneficiary.id) ? beneficiary : null;
}

/** The wording score of a commitment that was entered. */
export function qualityOf(terms: CommitmentTerms, hasPlace: boolean): WordingScore {
  return scoreWording({
    what: terms.what,
    obligors: 1,
    unit: terms.unit,
    quantity: terms.quantity,
    hasDate: true,
    hasPlace,
    proof: terms.proof,
  });
}

/** The span in which a commitment of an agreement may fall due. */
export type TermOfAgreement = { readonly from: Day | null; readonly to: Day | null };

/** @throws Refusal `commitments.outside-term` for the first due day that lies outside */
export function refuseOutsideTerm(
  dueDays: readonly Day[],
  { from, to }: TermOfAgreement,
  field = 'dueOn',
): void {
  const outside = dueDays.find((day) => (from !== null && day < from) || (to !== null && day > to));
  if (outside === undefined) return;
  throw refuse('commitments.outside-term', {
    field,
    values: { day: outside, from: from ?? '', to: to ?? '' },
  });
}

/** The fields in which two versions of a commitment differ. */
export function changedTerms(before: CommitmentTerms, after: CommitmentTerms): CommitmentField[] {
  return commitmentFields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
