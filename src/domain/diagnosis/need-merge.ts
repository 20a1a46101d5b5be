import { changedFieldsOf, needFields, type NeedField, type NeedFields } from './need.ts';
import { isPossible } from './need-standing.ts';
import { refuse } from './refusals.ts';
import { affectedGroups, type NeedStanding } from './vocabulary.ts';

export type MergeableNeed = NeedFields & {
  readonly id: string;
  readonly country: string;
  readonly standing: NeedStanding;
};

/** What is taken from one need or from the other as a whole: a source and its date go together. */
const parts = {
  problem: ['problem'],
  detail: ['detail'],
  violence: ['violence'],
  ecologicalLevel: ['ecologicalLevel'],
  factor: ['factor', 'factorEffect'],
  source: ['sourceKind', 'sourceTitle', 'sourceDate', 'sourceAddress'],
  prioritisedOn: ['prioritisedOn'],
  prioritisedBy: ['structureId', 'organisationId', 'office'],
  priority: ['priority', 'priorityReason'],
} as const satisfies Readonly<Record<string, readonly NeedField[]>>;

export type NeedPart = keyof typeof parts;
export const needParts = Object.keys(parts) as readonly NeedPart[];

export type NeedMergePlan = {
  readonly after: NeedFields;
  readonly changed: readonly NeedField[];
  /** What both say differently: the kept one's stands unless the other's is taken. */
  readonly conflicts: readonly NeedPart[];
};

/** @throws Refusal when the two are one, of two countries, or one of them is not current */
export function refuseUnmergeable(kept: MergeableNeed, absorbed: MergeableNeed): void {
  if (kept.id === absorbed.id) throw refuse('diagnosis.merge-self', { field: 'absorbedId' });
  if (kept.country !== absorbed.country)
    throw refuse('diagnosis.merge-different-countries', { field: 'absorbedId' });
  for (const [need, act] of [
    [kept, 'absorbed'],
    [absorbed, 'merged'],
  ] as const) {
    if (!isPossible(act, need.standing)) {
      throw refuse('diagnosis.not-as-it-stands', { values: { standing: need.standing, act } });
    }
  }
}

/**
 * What the kept need says once it has taken in the other: whoever either affects, the gaps of the kept filled,
 * and of what both say differently the kept one's, but for the parts that are taken.
 */
export function planNeedMerge(
  kept: MergeableNeed,
  absorbed: MergeableNeed,
  taken: readonly NeedPart[] = [],
): NeedMergePlan {
  refuseUnmergeable(kept, absorbed);
  const said: Partial<Record<NeedField, unknown>> = {};
  const conflicts: NeedPart[] = [];
  for (const part of needParts) {
    const fields: readonly NeedField[] = parts[part];
    const isEmpty = (need: NeedFields) => fields.every((field) => need[field] === null);
    const isAlike = fields.every((field) => kept[field] === absorbed[field]);
    if (isAlike || isEmpty(absorbed)) continue;
    if (!isEmpty(kept)) conflicts.push(part);
    if (!isEmpty(kept) && !taken.includes(part)) continue;
    for (const field of fields) said[field] = absorbed[field];
  }
  const groups = affectedGroups.filter(
    (group) => kept.groups.includes(group) || absorbed.groups.includes(group),
  );
  const words = [...new Set([kept.groupWords, absorbed.groupWords].filter((text) => text !== null))];
  const after = {
    ...fieldsOf(kept),
    ...said,
    groups,
    groupWords: words.length === 0 ? null : words.join('; '),
  } as NeedFields;
  return { after, changed: changedFieldsOf(kept, after), conflicts };
}

function fieldsOf(need: MergeableNeed): NeedFields {
  return Object.fromEntries(needFields.map((field) => [field, need[field]])) as NeedFields;
}
