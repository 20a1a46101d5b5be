import type { NeedRow } from '#database/diagnosis/need-columns.ts';
import { findProblems, findStructureNames } from '#database/diagnosis/need-views.ts';
import type { Context, Transaction } from '../context.ts';
import { lookUp } from '../actors/look-up.ts';

/** The names that needs speak of: places, organisations, structures, other needs. */
export async function lookUpForNeeds(
  tx: Transaction,
  context: Context,
  rows: readonly NeedRow[],
  otherIds: readonly (string | null)[] = [],
) {
  const names = await lookUp(tx, context, {
    territories: rows.map((row) => row.territoryId),
    organisations: rows.map((row) => row.organisationId),
  });
  const structures = await findStructureNames(
    tx,
    rows.map((row) => row.structureId),
  );
  const problems = await findProblems(tx, [...rows.map((row) => row.mergedInto), ...otherIds]);
  return {
    ...names,
    structure: (id: string | null) => (id === null ? null : (structures.get(id) ?? null)),
    need: (id: string | null) => (id === null ? null : (problems.get(id) ?? null)),
  };
}

export type NeedNames = Awaited<ReturnType<typeof lookUpForNeeds>>;

/** A need in a line of a list. */
export function showNeed(row: NeedRow, names: Pick<NeedNames, 'place'>) {
  return {
    id: row.id,
    problem: row.problem,
    territory: names.place(row.territoryId),
    groups: [...row.groups],
    groupWords: row.groupWords,
    violence: row.violence,
    priority: row.priority,
    prioritisedOn: row.prioritisedOn,
    standing: row.standing,
    standingOn: row.standingOn,
    example: row.example,
  };
}
