import {
  findPath,
  findSteps,
  updateStep,
  type PathRow,
  type StepChange,
  type StepRow,
} from '#database/planning/path-store.ts';
import { countFacts } from '#database/planning/path-views.ts';
import { findPlaces } from '#database/actors/place-views.ts';
import { maySeePath, permitWalkPath } from '#domain/planning/permissions.ts';
import { refuse } from '#domain/planning/refusals.ts';
import type { PathFacts, Session } from '#domain/planning/sessions.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';

/** A path that the caller may see: whoever walks it, and the centre. */
export async function getPath(tx: Transaction, context: Context, id: string): Promise<PathRow> {
  const path = await findPath(tx, id);
  if (!path || !maySeePath(context.actor, path)) throw refuse('planning.not-found');
  return path;
}

export type OpenStep = {
  readonly path: PathRow;
  readonly steps: readonly StepRow[];
  readonly step: StepRow;
  readonly today: string;
};

/** A session for a change, if the caller walks its path and nobody else changed it since the version they saw. */
export async function openStep(
  tx: Transaction,
  context: Context,
  at: { readonly pathId: string; readonly step: Session; readonly version?: number },
): Promise<OpenStep> {
  const path = await getPath(tx, context, at.pathId);
  permitWalkPath(context.actor, path);
  const steps = await findSteps(tx, path.id);
  const step = steps.find((one) => one.step === at.step);
  if (!step) throw refuse('planning.not-found');
  if (at.version !== undefined && at.version !== step.version) throw staleStep(step);
  return { path, steps, step, today: await todayOf(tx, context, path.territoryId) };
}

/** A path that was walked to its end is not written upon. */
export function refuseClosedPath(path: PathRow): void {
  if (path.closedOn !== null) throw refuse('planning.path-closed');
}

function staleStep({ answers, obstacle, version }: StepRow) {
  return refuseShared('shared.stale', { current: { ...answers, obstacle, version } });
}

/** Saves a change of a session where its version is still the one that was edited, and writes it down. */
export async function changeStep(
  tx: Transaction,
  context: Context,
  { path, step }: Pick<OpenStep, 'path' | 'step'>,
  done: { readonly operation: string; readonly change: StepChange },
): Promise<{ version: number }> {
  const at = { pathId: path.id, step: step.step, version: step.version };
  if (!(await updateStep(tx, at, done.change))) throw staleStep(step);
  const after = { ...shown(step), ...shown({ ...step, ...changed(done.change) }) };
  await recordPath(tx, context, path, { operation: done.operation, before: shown(step), after });
  return { version: step.version + 1 };
}

function changed({ answers, doneOn, obstacle }: StepChange): Partial<StepRow> {
  return {
    ...(answers && { answers }),
    ...(doneOn !== undefined && { doneOn }),
    ...(obstacle && { obstacle: obstacle.text, obstacleSince: obstacle.since }),
  };
}

function shown({ step, answers, doneOn, obstacle }: StepRow) {
  return {
    step,
    ticked: [...answers.ticked],
    needs: [...answers.needs],
    notes: answers.notes,
    doneOn,
    obstacle,
  };
}

/** Writes a deed done on a path down. */
export async function recordPath(
  tx: Transaction,
  context: Context,
  path: PathRow,
  deed: {
    readonly operation: string;
    readonly before: Readonly<Record<string, unknown>> | null;
    readonly after: Readonly<Record<string, unknown>> | null;
  },
): Promise<void> {
  await record(tx, context, {
    operation: deed.operation,
    subjectKind: 'planning-path',
    subjectId: path.id,
    territoryId: path.territoryId,
    organisationId: path.organisationId,
    before: deed.before,
    after: deed.after,
    freeText: ['notes', 'obstacle', 'question', 'answer'],
  });
}

/** What the register holds of a path's office; the chosen needs are those of the third session. */
export async function factsOf(
  tx: Transaction,
  path: PathRow,
  steps: readonly StepRow[],
  today: string,
): Promise<{ facts: PathFacts; territory: NumberRange; chosen: readonly string[] }> {
  const place = (await findPlaces(tx, [path.territoryId])).get(path.territoryId);
  if (!place) throw refuse('planning.not-found');
  const territory = { low: place.id, high: place.lastId };
  const chosen = steps.find(({ step }) => step === 3)?.answers.needs ?? [];
  const facts = await countFacts(tx, { organisationId: path.organisationId, territory, chosen, today });
  return { facts, territory, chosen };
}
