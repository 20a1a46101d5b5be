import type { Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import { sessions, type Session } from '#domain/planning/sessions.ts';

export type PathRow = {
  readonly id: string;
  readonly country: string;
  readonly territoryId: number;
  readonly organisationId: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly example: boolean;
};

/** What a person said in a session; the rest is counted. */
export type Answers = {
  readonly ticked: readonly string[];
  readonly needs: readonly string[];
  readonly notes: string | null;
};

export type StepRow = {
  readonly step: Session;
  readonly reachedOn: string | null;
  readonly doneOn: string | null;
  readonly answers: Answers;
  readonly obstacle: string | null;
  readonly obstacleSince: string | null;
  readonly version: number;
};

const emptyAnswers: Answers = { ticked: [], needs: [], notes: null };

/** Begins a path: all its sessions are there, the first one reached. */
export async function insertPath(tx: Transaction, path: PathRow): Promise<void> {
  const { id: path_id, territoryId: territory_id, organisationId: organisation_id } = path;
  await tx
    .insertInto('planning_path')
    .values({
      id: path_id,
      country: path.country,
      territory_id,
      organisation_id,
      opened_on: path.openedOn,
      closed_on: path.closedOn,
      example: path.example,
    })
    .execute();
  await tx
    .insertInto('planning_step')
    .values(
      sessions.map((step) => ({
        path_id,
        step,
        territory_id,
        organisation_id,
        reached_on: step === 1 ? path.openedOn : null,
        answers: JSON.stringify(emptyAnswers),
      })),
    )
    .execute();
}

export async function findPath(tx: Transaction, id: string): Promise<PathRow | undefined> {
  const row = await tx.selectFrom('planning_path').selectAll().where('id', '=', id).executeTakeFirst();
  return (
    row && {
      id: row.id,
      country: row.country,
      territoryId: row.territory_id,
      organisationId: row.organisation_id,
      openedOn: row.opened_on,
      closedOn: row.closed_on,
      example: row.example,
    }
  );
}

export async function findOpenPath(tx: Transaction, organisationId: string) {
  return tx
    .selectFrom('planning_path')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
}

export async function findSteps(tx: Transaction, pathId: string): Promise<StepRow[]> {
  const rows = await tx
    .selectFrom('planning_step')
    .selectAll()
    .where('path_id', '=', pathId)
    .orderBy('step')
    .execute();
  return rows.map((row) => ({
    step: row.step as Session,
    reachedOn: row.reached_on,
    doneOn: row.done_on,
    answers: { ...emptyAnswers, ...(row.answers as Partial<Answers>) },
    obstacle: row.obstacle,
    obstacleSince: row.obstacle_since,
    version: row.version,
  }));
}

export type StepChange = {
  readonly answers?: Answers;
  readonly reachedOn?: string;
  readonly doneOn?: string | null;
  readonly obstacle?: { readonly text: string | null; readonly since: string | null };
};

/** Changes a session that is still at the version that was edited; false when it is not. */
export async function updateStep(
  tx: Transaction,
  at: { readonly pathId: string; readonly step: Session; readonly version: number },
  change: StepChange,
): Promise<boolean> {
  const result = await tx
    .updateTable('planning_step')
    .set({
      ...(change.answers && { answers: JSON.stringify(change.answers) }),
      ...(change.reachedOn !== undefined && { reached_on: change.reachedOn }),
      ...(change.doneOn !== undefined && { done_on: change.doneOn }),
      ...(change.obstacle && { obstacle: change.obstacle.text, obstacle_since: change.obstacle.since }),
      version: at.version + 1,
    })
    .where('path_id', '=', at.pathId)
    .where('step', '=', at.step)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Ends a path, or takes it up again. */
export async function closePath(tx: Transaction, id: string, on: string | null): Promise<void> {
  await tx.updateTable('planning_path').set({ closed_on: on }).where('id', '=', id).execute();
}

export async function insertHelp(tx: Transaction, help: Insertable<DB['planning_help']>): Promise<void> {
  await tx.insertInto('planning_help').values(help).execute();
}

export async function findHelp(tx: Transaction, id: string) {
  return tx.selectFrom('planning_help').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function findHelpOf(tx: Transaction, pathId: string) {
  return tx
    .selectFrom('planning_help')
    .selectAll()
    .where('path_id', '=', pathId)
    .orderBy('asked_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Writes an answer where nobody was faster. */
export async function answerHelp(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  given: { readonly answer: string; readonly on: string; readonly by: string | null },
): Promise<boolean> {
  const result = await tx
    .updateTable('planning_help')
    .set({ answer: given.answer, answered_on: given.on, answered_by: given.by, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function hasExamplePaths(tx: Transaction, country: string): Promise<boolean> {
  const row = await tx
    .selectFrom('planning_path')
    .select('id')
    .where('country', '=', country)
    .where('example', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
