import { likenessKey } from '#domain/actors/duplicates.ts';
import type { RowOutcome } from '#domain/actors/import-plan.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { changedFieldsOf, needFields, problemsOfNeed, type NeedFields } from './need.ts';
import { isPossible } from './need-standing.ts';
import type { NeedStanding } from './vocabulary.ts';

/** A row of a file, its territory and names found. What is null says nothing, so it erases nothing. */
export type NeedDraft = {
  readonly row: number;
  readonly id: string | null;
  readonly territoryId: number;
  /** Whether the row itself says where; otherwise it is where the file is imported for. */
  readonly isPlaced: boolean;
  readonly said: { readonly [Field in keyof NeedFields]: NeedFields[Field] | null };
};

/** A need that is there. */
export type ExistingNeed = {
  readonly id: string;
  readonly territoryId: number;
  readonly standing: NeedStanding;
  readonly version: number;
  readonly fields: NeedFields;
};

/** One change of one need, enough to do it and to take it back; `before` null where it was made. */
export type NeedChange = {
  readonly id: string;
  readonly territoryId: number;
  readonly before: NeedFields | null;
  readonly after: NeedFields;
  /** The version that it has afterwards. */
  readonly version: number;
};

export type NeedImportPlan = {
  readonly changes: readonly NeedChange[];
  readonly outcomes: readonly RowOutcome[];
  readonly problems: readonly Problem[];
};

/** What is known before a row is looked at: the needs that are there, and the rows that came before. */
type Known = {
  find(draft: NeedDraft): ExistingNeed | undefined;
  /** The row that said the same before, if one did; from now on this one did. */
  earlierRow(draft: NeedDraft, found: ExistingNeed | undefined): number | undefined;
};

function knownOf(existing: readonly ExistingNeed[]): Known {
  const firstRow = new Map<string, number>();
  const byId = new Map(existing.map((need) => [need.id, need]));
  const byProblem = new Map(
    existing
      .filter((need) => need.standing === 'current' || need.standing === 'draft')
      .map((need) => [placeKey(need.territoryId, need.fields.problem), need]),
  );
  return {
    find: (draft) => (draft.id === null ? undefined : byId.get(draft.id)) ?? byProblem.get(keyOf(draft)),
    earlierRow(draft, found) {
      const key = found?.id ?? keyOf(draft);
      const earlier = firstRow.get(key);
      if (earlier === undefined) firstRow.set(key, draft.row);
      return earlier;
    },
  };
}

/**
 * What a file of needs does to what is there: a row that names a known need, by its id or by a problem worded alike in
 * the same territory, changes it; another makes one; and a row that says nothing new does nothing, so that repeating doubles nothing.
 */
export function planNeedImport(
  drafts: readonly NeedDraft[],
  existing: readonly ExistingNeed[],
  given: { readonly today: Day; readonly newId: () => string },
): NeedImportPlan {
  const changes: NeedChange[] = [];
  const outcomes: RowOutcome[] = [];
  const problems: Problem[] = [];
  const known = knownOf(existing);
  for (const draft of drafts) {
    const { row, said } = draft;
    const name = said.problem ?? '';
    const found = known.find(draft);
    const first = known.earlierRow(draft, found);
    if (first !== undefined) {
      problems.push({ code: 'diagnosis.row-repeated', row, field: 'problem', values: { first, name } });
      continue;
    }
    const after = found ? overlay(found.fields, said) : complete(said);
    if (after === null) continue; // A required cell was empty: the table has said so.
    const fields = found ? changedFieldsOf(found.fields, after) : [];
    const outcome = !found ? 'create' : fields.length > 0 ? 'change' : 'same';
    outcomes.push({ row, outcome, name, fields });
    problems.push(...faultsOf(draft, found, after, { outcome, today: given.today }));
    if (outcome === 'same') continue;
    changes.push({
      id: found?.id ?? given.newId(),
      territoryId: found?.territoryId ?? draft.territoryId,
      before: found?.fields ?? null,
      after,
      version: (found?.version ?? 0) + 1,
    });
  }
  return { changes, outcomes, problems };
}

function faultsOf(
  { row, said, isPlaced, territoryId }: NeedDraft,
  found: ExistingNeed | undefined,
  after: NeedFields,
  { outcome, today }: { readonly outcome: RowOutcome['outcome']; readonly today: Day },
): Problem[] {
  const faults: Problem[] = [];
  if (found && isPlaced && found.territoryId !== territoryId) {
    const values = { name: said.problem ?? '' };
    faults.push({ code: 'diagnosis.row-elsewhere', row, field: 'territory', values });
  }
  if (outcome === 'same') return faults;
  faults.push(
    ...problemsOfNeed(after, today).map((fault) => ({ ...fault, field: columnOf(fault.field), row })),
  );
  if (found && !isPossible('corrected', found.standing)) {
    const values = { standing: found.standing };
    faults.push({ code: 'diagnosis.row-closed', row, field: 'problem', values });
  }
  return faults;
}

const keyOf = (draft: NeedDraft) => placeKey(draft.territoryId, draft.said.problem ?? '');

const placeKey = (territoryId: number, problem: string) => `${territoryId} ${likenessKey(problem)}`;

function overlay(fields: NeedFields, said: NeedDraft['said']): NeedFields {
  const spoken = Object.fromEntries(
    needFields.flatMap((field) => (said[field] === null ? [] : [[field, said[field]] as const])),
  );
  // Who prioritised it is one: a structure named in the row takes the place of an organisation, and the other way round.
  const instead =
    said.structureId !== null
      ? { organisationId: null }
      : said.organisationId !== null
        ? { structureId: null }
        : {};
  return { ...fields, ...spoken, ...instead };
}

/** A new need out of a row, or null where something that every need has is not there. */
function complete(said: NeedDraft['said']): NeedFields | null {
  const { problem, groups, violence, sourceKind, sourceTitle, prioritisedOn, priority, priorityReason } =
    said;
  if (problem === null || groups === null || violence === null || sourceTitle === null) return null;
  if (prioritisedOn === null || priority === null || priorityReason === null) return null;
  return {
    ...said,
    problem,
    groups,
    violence,
    sourceKind: sourceKind ?? 'other',
    sourceTitle,
    prioritisedOn,
    priority,
    priorityReason,
  };
}

/** The column of a file in which a fault of a need stands. */
function columnOf(field: string | undefined): string {
  return (field ?? 'problem').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
