import type { Day } from '#domain/shared/dates.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { refuse } from './refusals.ts';
import type {
  AffectedGroup,
  EcologicalLevel,
  FactorEffect,
  Priority,
  SourceKind,
  ViolenceKind,
} from './vocabulary.ts';

/** What is said of a prioritised need. Who, what, where from and why: never a person. */
export type NeedFields = {
  /** The problem in one sentence; it names the need. */
  readonly problem: string;
  readonly detail: string | null;
  readonly groups: readonly AffectedGroup[];
  /** The group in own words: needed where the list does not have it, and otherwise to say more. */
  readonly groupWords: string | null;
  readonly violence: ViolenceKind;
  readonly ecologicalLevel: EcologicalLevel | null;
  readonly factor: string | null;
  readonly factorEffect: FactorEffect | null;
  readonly sourceKind: SourceKind;
  readonly sourceTitle: string;
  readonly sourceDate: Day | null;
  readonly sourceAddress: string | null;
  readonly prioritisedOn: Day;
  /** Who gave it priority: a structure or an organisation, and the office there or by itself. */
  readonly structureId: string | null;
  readonly organisationId: string | null;
  readonly office: string | null;
  readonly priority: Priority;
  readonly priorityReason: string;
};

/** The fields that a history names, in the order of the page. */
export const needFields = [
  'problem',
  'detail',
  'groups',
  'groupWords',
  'violence',
  'ecologicalLevel',
  'factor',
  'factorEffect',
  'sourceKind',
  'sourceTitle',
  'sourceDate',
  'sourceAddress',
  'prioritisedOn',
  'structureId',
  'organisationId',
  'office',
  'priority',
  'priorityReason',
] as const satisfies readonly (keyof NeedFields)[];
export type NeedField = (typeof needFields)[number];

/** The fields that somebody wrote freely. */
export const freeTextOfNeeds = [
  'problem',
  'detail',
  'groupWords',
  'factor',
  'sourceTitle',
  'office',
  'priorityReason',
] as const satisfies readonly NeedField[];

/** What is wrong with a need as it was written, every fault with its field. */
export function problemsOfNeed(need: NeedFields, today: Day): Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string) => problems.push({ code, field });
  if (need.groups.length === 0) fault('diagnosis.group-missing', 'groups');
  if (need.groups.includes('other') && need.groupWords === null) fault('diagnosis.group-words', 'groupWords');
  if ((need.factor === null) !== (need.factorEffect === null)) {
    fault('diagnosis.factor-incomplete', need.factor === null ? 'factor' : 'factorEffect');
  }
  if (need.sourceAddress !== null && !isAddress(need.sourceAddress))
    fault('diagnosis.not-an-address', 'sourceAddress');
  if (need.sourceDate !== null && need.sourceDate > today) fault('diagnosis.day-to-come', 'sourceDate');
  if (need.prioritisedOn > today) fault('diagnosis.day-to-come', 'prioritisedOn');
  if (need.structureId === null && need.organisationId === null && need.office === null) {
    fault('diagnosis.prioritiser-missing', 'prioritisedBy');
  }
  if (need.structureId !== null && need.organisationId !== null) {
    fault('diagnosis.prioritiser-twice', 'prioritisedBy');
  }
  return problems;
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/?#]+\.[^\s]+$/i.test(text);
}

/** @throws Refusal `diagnosis.need-incomplete`, with every fault and its field */
export function refuseIncomplete(need: NeedFields, today: Day): void {
  const problems = problemsOfNeed(need, today);
  if (problems.length > 0) throw refuse('diagnosis.need-incomplete', { problems });
}

/** The fields in which two versions of a need differ. The order in which groups were chosen says nothing. */
export function changedFieldsOf(before: NeedFields, after: NeedFields): NeedField[] {
  return needFields.filter((field) => comparable(before[field]) !== comparable(after[field]));
}

function comparable(value: NeedFields[NeedField]): string {
  return JSON.stringify(
    Array.isArray(value) ? value.map(String).toSorted((a, b) => (a < b ? -1 : 1)) : value,
  );
}
