import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf } from '#contract/operation.ts';
import type { PlaceRow } from '#database/actors/place-views.ts';
import type { ImportPlan } from '#domain/actors/import-plan.ts';
import { permitImport } from '#domain/actors/permissions.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import {
  readOrganisationLines,
  readPersonLines,
  readStructureLines,
} from '#formats/actors/read-actors-table.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { getPlace } from './look-up.ts';
import { planOrganisationImport } from './plan-organisation-import.ts';
import { planPeopleImport } from './plan-people-import.ts';
import { planStructureImport } from './plan-structure-import.ts';

type Input = InputOf<typeof actorsOperations.importActors>;
type Planner = (tx: Transaction, place: PlaceRow) => Promise<ImportPlan>;

/** A file that was read before any transaction began: a large one takes its time. */
export type ReadFile = {
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly plan: Planner;
};

/** Reads a file of organisations, structures or people. */
export async function readActorsFile(context: Context, input: Input): Promise<ReadFile> {
  if (input.of === 'organisations') {
    const read = await readOrganisationLines(input);
    return { ...read, plan: (tx, place) => planOrganisationImport(tx, place, read) };
  }
  if (input.of === 'structures') {
    const read = await readStructureLines(input);
    return { ...read, plan: (tx, place) => planStructureImport(tx, place, read) };
  }
  const read = await readPersonLines(input);
  return {
    ...read,
    plan: async (tx, place) => planPeopleImport(tx, place, read, await todayOf(tx, context, place.id)),
  };
}

/**
 * What the file would do in its territory.
 * @throws Refusal `actors.import-problems` with every fault of the file and of what it names, in order of rows
 */
export async function prepareImport(tx: Transaction, context: Context, input: Input, file: ReadFile) {
  const place = await getPlace(tx, input.territory);
  permitImport(context.actor, place.id);
  const plan = await file.plan(tx, place);
  const problems = [...file.problems, ...plan.problems].toSorted(
    (one, other) => (one.row ?? 0) - (other.row ?? 0),
  );
  if (problems.length > 0)
    throw refuse('actors.import-problems', { problems, values: { count: problems.length } });
  const count = (outcome: string) => plan.outcomes.filter((row) => row.outcome === outcome).length;
  const report = {
    kind: input.of,
    creates: count('create'),
    changes: count('change'),
    same: count('same'),
    rows: plan.outcomes.map((row) => ({ ...row, fields: [...row.fields] })),
    notes: file.notes.map(({ code, row, field, sheet, values }) => ({
      code,
      ...(row === undefined ? {} : { row }),
      ...(field === undefined ? {} : { field }),
      ...(sheet === undefined ? {} : { sheet }),
      ...(values === undefined ? {} : { values: { ...values } }),
    })),
  };
  return { place, plan, report };
}
