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
  const firstRow = new Map<string, number>();
  const byId = new Map(existing.map((need) => [need.id, need]));
  const byProblem = new Map(
    existing
      .filter((need) => need.standing === 'current' || need.standing === 'draft')
      .map((need) => [placeKey(need.territoryId, need.fields.problem), need]),
  );
  for (const draft of drafts) {
    const { row, said } = draft;
    const key = placeKey(draft.territoryId, said.problem ?? '');
    const found = (draft.id === null ? undefined : byId.get(draft.id)) ?? byProblem.get(key);
    const name = said.problem ?? '';
    const first = firstRow.get(found?.id ?? key);
    if (first !== undefined) {
      problems.push({ code: 'diagnosis.row-repeated', row, field: 'problem', values: { first, name } });
      continue;
    }
    firstRow.set(found?.id ?? key, row);
    const after = found ? overlay(found.fields, said) : complete(said);
    if (after === null) continue; // A required cell was empty: the table has said so.
    const fields = found ? changedFieldsOf(found.fields, after) : [];
    outcomes.push({
      row,
      outcome: !found ? 'create' : fields.length > 0 ? 'change' : 'same',
      name,
      fields,
    });
    const isElsewhere = found !== undefined && draft.isPlaced && found.territoryId !== draft.territoryId;
    if (isElsewhere)
      problems.push({ code: 'diagnosis.row-elsewhere', row, field: 'territory', values: { name } });
    if (found && fields.length === 0) continue;
    const faults = problemsOfNeed(after, given.today);
    problems.push(...faults.map((fault) => ({ ...fault, field: columnOf(fault.field), row })));
    if (found && !isPossible('corrected', found.standing)) {
      problems.push({
        code: 'diagnosis.row-closed',
        row,
        field: 'problem',
        values: { standing: found.standing },
      });
    }
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
