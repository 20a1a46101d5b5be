import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { connect, inScope, type Database } from '#database/connection.ts';
import { enterBatch, type GivenValue } from '#database/values/value-store.ts';
import { scopeOf } from '#domain/access/scope-of.ts';
import { localContext } from '#main/local-context.ts';
import { record } from '#services/audit/record.ts';
import type { Context } from '#services/context.ts';
import { newId } from '#services/new-id.ts';
import { median, rounded, type Figure } from './figure.ts';
import { span } from './values-data.ts';

export const writers = 16;
export const writesEach = 100;
const rounds = 3;

type Writer = { readonly context: Context; readonly organisationId: string };
type Cell = GivenValue;

/**
 * One value with its batch, its audit entry and its marks, by sixteen analysts of as many organisations at once, against the same row
 * written into the same table, with the same indexes and the same durability, by as many connections: without triggers, batch,
 * permission or trail. Once for values that are new, once for values that are corrected.
 */
export async function measureSaved(
  database: Database,
  cells: readonly Cell[],
  { dataFolder, say }: { readonly dataFolder: string; readonly say: (line: string) => void },
): Promise<Figure[]> {
  const people = Array.from({ length: writers }, () => writerOf(database, dataFolder));
  // As whoever owns the table and switches its triggers off.
  const bare = connect(`${database.url}?options=-c%20session_replication_role%3Dreplica`, {
    app: 1,
    owner: writers,
  });
  const save = (from: string) => (writer: number, turn: number, round: number) =>
    saveOne(people[writer], { ...cellOf(cells, writer, turn), period: monthOf(from, round) }, round);
  try {
    say(`${writers} writers, one new value`);
    const added = await compare(save('2026-01'), (writer, turn, round) =>
      insertOne(bare, cellOf(cells, writer, turn), monthOf('2027-01', round)),
    );
    say(`${writers} writers, one correction`);
    const corrected = await compare(save('2023-01'), (writer, turn, round) =>
      updateOne(bare, cellOf(cells, writer, turn), { period: monthOf('2022-01', round), add: round + 1 }),
    );
    const note = 'by as many connections; a ratio of 0.5 is wanted';
    return [
      {
        name: `one new value with its trail and marks, ${writers} writers`,
        ...added,
        note: `reference: the bare insert into the same table, ${note}`,
      },
      {
        name: `one value corrected with its trail and marks, ${writers} writers`,
        ...corrected,
        note: `reference: the bare update in the same table, ${note}`,
      },
    ];
  } finally {
    await bare.close();
  }
}

function writerOf(database: Database, dataFolder: string): Writer {
  const installation = { mode: 'demo', version: '0.0.0', origin: 'http://127.0.0.1', mail: null } as const;
  const local = localContext(database, {
    ...installation,
    dataFolder,
    sealKey: createHash('sha256').update('bench').digest(),
  });
  const who = { accountId: newId(), personId: newId(), mayWrite: true };
  const role = {
    role: 'national-analyst',
    territoryId: span.first,
    lastId: span.last,
    organisationId: null,
    structureId: null,
  } as const;
  const actor = {
    kind: 'account',
    ...who,
    name: 'Analista',
    username: 'analista',
    roles: [role],
    scope: scopeOf(who, [role]),
    via: 'session',
    sessionId: null,
  } as const;
  return { context: { ...local, actor }, organisationId: newId() };
}

async function saveOne(writer: Writer | undefined, cell: Cell, round: number): Promise<void> {
  if (!writer) return;
  const { context, organisationId } = writer;
  await inScope(context.database, context.actor.scope, async (tx) => {
    const accountId = context.actor.kind === 'account' ? context.actor.accountId : null;
    const batch = {
      kind: 'entry',
      country: 'XB',
      territoryId: span.first,
      organisationId: null,
      accountId,
    } as const;
    const { batchId, written } = await enterBatch(tx, batch, [
      { ...cell, value: (cell.value ?? 0) + 7 + round },
    ]);
    await record(tx, context, {
      operation: 'enterValues',
      subjectKind: 'series',
      subjectId: String(cell.seriesId),
      territoryId: cell.territoryId,
      organisationId,
      before: null,
      after: { batch: batchId, values: written },
    });
  });
}

async function insertOne({ owner }: Database, cell: Cell, period: string): Promise<void> {
  await sql`insert into data_value (series_id, disaggregation_id, period, territory_id, value, batch_id)
    values (${cell.seriesId}, ${cell.disaggregationId}, ${period}, ${cell.territoryId}, 1, 1)`.execute(owner);
}

async function updateOne(
  { owner }: Database,
  cell: Cell,
  { period, add }: { readonly period: string; readonly add: number },
): Promise<void> {
  await sql`update data_value set value = value + ${add}::int, batch_id = 1 where series_id = ${cell.seriesId}
    and disaggregation_id = ${cell.disaggregationId} and period = ${period} and territory_id = ${cell.territoryId}`.execute(
    owner,
  );
}

const monthOf = (first: string, round: number) =>
  `${first.slice(0, 5)}${String(round + 1).padStart(2, '0')}-01`;

function cellOf(cells: readonly Cell[], writer: number, turn: number): Cell {
  const cell = cells[writer * writesEach + turn];
  if (!cell) throw new Error('too few cells');
  return cell;
}

type One = (writer: number, turn: number, round: number) => Promise<void>;

/** Both by turns, after a round for nothing, since what is new is slow on either side. */
async function compare(mine: One, bare: One): Promise<{ value: number; unit: string; reference: number }> {
  const found: { mine: number[]; bare: number[] } = { mine: [], bare: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const [own, other] = [await perSecond(mine, round), await perSecond(bare, round)];
    if (round === 0) continue;
    found.mine.push(own);
    found.bare.push(other);
  }
  return {
    value: rounded(median(found.mine), 0),
    unit: '1/s',
    reference: rounded(median(found.bare), 0),
  };
}

async function perSecond(one: One, round: number): Promise<number> {
  const began = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let turn = 0; turn < writesEach; turn += 1) await one(writer, turn, round);
    }),
  );
  return (writers * writesEach) / ((performance.now() - began) / 1000);
}
