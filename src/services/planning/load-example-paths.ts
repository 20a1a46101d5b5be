import {
  hasExamplePaths,
  insertHelp,
  insertPath,
  updateStep,
  type PathRow,
} from '#database/planning/path-store.ts';
import { sessions, tickableIn } from '#domain/planning/sessions.ts';
import { addCalendarDays, daysFrom } from '#domain/shared/calendar.ts';
import { cell, type Example } from '#formats/actors/read-example.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import type { ExampleNames } from './load-example-inventory.ts';
import { recordPath } from './path-deed.ts';

type Row = Example['paths.csv'][number];

/** Begins the example's paths of a country, each as far as it is said to have got, unless it was done before. */
export async function loadExamplePaths(
  tx: Transaction,
  context: Context,
  rows: readonly Row[],
  names: ExampleNames,
): Promise<void> {
  if (rows.length === 0 || (await hasExamplePaths(tx, names.country))) return;
  for (const row of rows) await loadOne(tx, context, row, names);
}

async function loadOne(tx: Transaction, context: Context, row: Row, names: ExampleNames): Promise<void> {
  const territoryId = names.territoryOf(cell(row, 'territory'));
  const organisationId = names.organisationOf(cell(row, 'organisation'));
  if (organisationId === null) throw new Error('example: a path without an office');
  const today = await todayOf(tx, context, territoryId);
  const ago = (column: string) => addCalendarDays(today, -Number(row[column] ?? 0));
  const path: PathRow = {
    id: names.idOf('path', row['key'] ?? ''),
    country: names.country,
    territoryId,
    organisationId,
    openedOn: ago('opened_days_ago'),
    closedOn: null,
    example: true,
  };
  await insertPath(tx, path);
  await walk(tx, path, row, {
    reachedOn: ago('reached_days_ago'),
    names,
    stoppedOn: ago('obstacle_days_ago'),
  });
  const question = cell(row, 'question');
  if (question !== null) {
    await insertHelp(tx, {
      id: names.idOf('help', row['key'] ?? ''),
      path_id: path.id,
      step: Number(row['step']),
      territory_id: territoryId,
      organisation_id: organisationId,
      question,
      asked_on: ago('asked_days_ago'),
    });
  }
  const after = { openedOn: path.openedOn, step: Number(row['step']) };
  await recordPath(tx, context, path, { operation: 'loadExample', before: null, after });
}

/** The sessions before the one reached are done, with all that a person says of them. */
async function walk(
  tx: Transaction,
  path: PathRow,
  row: Row,
  given: { readonly reachedOn: string; readonly stoppedOn: string; readonly names: ExampleNames },
): Promise<void> {
  const reached = Number(row['step']);
  const chosen = (cell(row, 'needs')?.split(';') ?? []).map((key) => given.names.idOf('need', key));
  const obstacle = cell(row, 'obstacle');
  const days = daysFrom(path.openedOn, given.reachedOn);
  // The sessions done lie evenly between the day on which it began and the one on which the last was reached.
  const reachedOn = (step: number) =>
    step === reached
      ? given.reachedOn
      : addCalendarDays(path.openedOn, Math.round((days * (step - 1)) / Math.max(1, reached - 1)));
  for (const step of sessions.filter((one) => one <= reached)) {
    const isDone = step < reached;
    await updateStep(
      tx,
      { pathId: path.id, step, version: 1 },
      {
        answers: {
          ticked: isDone ? tickableIn(step) : [],
          needs: step === 3 ? chosen : [],
          notes: null,
        },
        reachedOn: reachedOn(step),
        doneOn: isDone ? reachedOn(step + 1) : null,
        obstacle: {
          text: isDone ? null : obstacle,
          since: isDone || obstacle === null ? null : given.stoppedOn,
        },
      },
    );
  }
}
