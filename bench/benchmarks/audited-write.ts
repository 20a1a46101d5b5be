import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { connect, inScope, type Database } from '#database/connection.ts';
import { startEmbedded } from '#database/embedded/index.ts';
import { migrate } from '#database/migrate.ts';
import { localContext } from '#main/local-context.ts';
import { record } from '#services/audit/record.ts';
import type { Context } from '#services/context.ts';
import { newId } from '#services/new-id.ts';
import { rounded, type Benchmark } from '../figure.ts';
import { newDataFolder } from '../product.ts';

const writers = 16;
const writesEach = 200;

/** One row written with its audit entry in one transaction, by sixteen organisations at once, against the row alone. */
export const auditedWrite: Benchmark = {
  name: 'audited-write',
  needsProduct: false,
  async run({ say }) {
    const data = newDataFolder();
    const engine = await startEmbedded({ folder: join(data.folder, 'postgres') });
    try {
      await migrate(engine.url);
      const database = connect(engine.url, { app: writers, owner: writers });
      try {
        return await compare(database, data.folder, say);
      } finally {
        await database.close();
      }
    } finally {
      await engine.stop();
      await data.remove();
    }
  },
};

async function compare(database: Database, dataFolder: string, say: (line: string) => void) {
  const context = localContext(database, {
    mode: 'demo',
    version: '0.0.0',
    dataFolder,
    origin: 'http://127.0.0.1',
    sealKey: new Uint8Array(32),
    mail: null,
  });
  const organisations = Array.from({ length: writers }, newId);
  const organisationOf = (writer: number) => organisations[writer] ?? '';
  say(`${writers} writers, warming up`);
  await write(
    (writer, turn) => writeWithTrail(context, organisationOf(writer), `warm-${writer}-${turn}`),
    10,
  );
  say(`${writers} writers, with the trail`);
  const trailed = await write((writer, turn) =>
    writeWithTrail(context, organisationOf(writer), `trail-${writer}-${turn}`),
  );
  say(`${writers} writers, the row alone`);
  const bare = await write((writer, turn) => writeBare(database, `bare-${writer}-${turn}`));
  return [
    {
      name: `one row with its audit entry, ${writers} writers`,
      value: rounded(trailed, 0),
      unit: '1/s',
      reference: rounded(bare, 0),
      note: 'reference: the bare insert, by as many connections; a ratio of 0.5 is wanted',
    },
  ];
}

/** How many a second, all writers together. */
async function write(
  one: (writer: number, turn: number) => Promise<void>,
  each = writesEach,
): Promise<number> {
  const began = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let turn = 0; turn < each; turn += 1) await one(writer, turn);
    }),
  );
  return (writers * each) / ((performance.now() - began) / 1000);
}

async function writeWithTrail(context: Context, organisationId: string, id: string): Promise<void> {
  await inScope(context.database, context.actor.scope, async (tx) => {
    await tx.insertInto('source').values({ id, title: 'Una fuente' }).execute();
    await record(tx, context, {
      operation: 'addSource',
      subjectKind: 'source',
      subjectId: id,
      territoryId: 10_000_000,
      organisationId,
      before: null,
      after: { title: 'Una fuente', note: 'Escrita a mano' },
      freeText: ['note'],
    });
  });
}

async function writeBare(database: Database, id: string): Promise<void> {
  await database.owner.insertInto('source').values({ id, title: 'Una fuente' }).execute();
}
