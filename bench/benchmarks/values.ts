import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { DuckDBConnection } from '@duckdb/node-api';
import { sql } from 'kysely';
import { connect, type Database } from '#database/connection.ts';
import { startEmbedded } from '#database/embedded/index.ts';
import { migrate } from '#database/migrate.ts';
import { listSums } from '#database/values/figure-views.ts';
import { insertBatch, writeValues, type GivenValue } from '#database/values/value-store.ts';
import { makeSumsAnew } from '#services/values/make-sums-anew.ts';
import { quantile, rounded, type Benchmark, type Figure } from '../figure.ts';
import { newDataFolder } from '../product.ts';
import { measureSaved, writers, writesEach } from '../saved-values.ts';
import { fillDatabase, fillDuck, groupsFor, shape, span } from '../values-data.ts';

const questions = 150;
const imported = 200_000;

/** How many millions of values: 5, or `--millions 20`. */
function wantedMillions(): number {
  const at = process.argv.indexOf('--millions');
  const given = at === -1 ? 5 : Number(process.argv[at + 1]);
  return Number.isFinite(given) && given > 0 ? given : 5;
}

/** National figures over millions of values against DuckDB on the same rows; saving, importing and rolling up against the bare table. */
export const values: Benchmark = {
  name: 'values',
  needsProduct: false,
  async run({ say }) {
    const millions = wantedMillions();
    const data = newDataFolder();
    const engine = await startEmbedded({ folder: join(data.folder, 'postgres') });
    try {
      await migrate(engine.url);
      const database = connect(engine.url, { app: writers, owner: writers });
      try {
        const groups = groupsFor(millions);
        await fillDatabase(database, groups, say);
        return [
          ...(await askNationally(database, groups, say)),
          ...(await saveAndAsk(database, say)),
          await importMany(database, data.folder, say),
          ...(await measureSaved(database, await cellsToChange(database, await seriesIds(database)), {
            dataFolder: data.folder,
            say,
          })),
        ];
      } finally {
        await database.close();
      }
    } finally {
      await engine.stop();
      await data.remove();
    }
  },
};

const levels = [
  { level: 1, name: 'province', words: 'by province' },
  { level: 2, name: 'district', words: 'by district' },
] as const;

async function askNationally(
  database: Database,
  groups: number,
  say: (line: string) => void,
): Promise<Figure[]> {
  say('filling DuckDB with the same rows');
  const duck = await fillDuck(database, groups);
  const ids = await seriesIds(database);
  const count = shape.series * shape.places * shape.months * groups;
  const figures: Figure[] = [];
  for (const { level, name, words } of levels) {
    say(`asking ${questions} times ${words}`);
    const mine: number[] = [];
    const theirs: number[] = [];
    for (let turn = -10; turn < questions; turn += 1) {
      const index = Math.abs(turn * 37) % ids.length;
      const own = await timed(() => sumsOf(database, ids[index] ?? 0, level));
      const other = await timed(() => askDuck(duck, index + 1, name));
      if (turn < 0) {
        // The same rows, or nothing is compared.
        if (totalOf(own.answer) !== other.answer) throw new Error('the two do not say the same');
        continue;
      }
      mine.push(own.ms);
      theirs.push(other.ms);
    }
    figures.push({
      name: `national figures ${words}, all months, ${rounded(count / 1_000_000)} million values, p95`,
      value: rounded(quantile(mine, 0.95), 2),
      unit: 'ms',
      reference: rounded(quantile(theirs, 0.95), 2),
      mustReach: 50,
      note: 'reference: DuckDB on the same rows; at most 3 times as long',
    });
  }
  return figures;
}

async function seriesIds({ owner }: Database): Promise<number[]> {
  const rows = await owner.selectFrom('series').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

const sumsOf = ({ owner }: Database, seriesId: number, level: number) =>
  owner
    .transaction()
    .execute((tx) => listSums(tx, { seriesId, level, ...span, disaggregationIds: [0], period: null }));

const totalOf = (cells: readonly { readonly total: number | null }[]) =>
  cells.reduce((sum, cell) => sum + (cell.total ?? 0), 0);

async function askDuck(duck: DuckDBConnection, series: number, by: string): Promise<number> {
  const answer = await duck.runAndReadAll(
    `select p.${by}, t.month, sum(t.value) as total from told t join place p on p.id = t.place where t.series = ${series} group by 1, 2`,
  );
  return answer.getRowObjects().reduce((sum, row) => sum + Number(row['total']), 0);
}

async function timed<Answer>(work: () => Promise<Answer>): Promise<{ answer: Answer; ms: number }> {
  const began = performance.now();
  const answer = await work();
  return { answer, ms: performance.now() - began };
}

/** A value is saved, and the country's sum is asked at once. */
async function saveAndAsk(database: Database, say: (line: string) => void): Promise<Figure[]> {
  say('saving values and asking for the country at once');
  const ids = await seriesIds(database);
  const cells = await cellsToChange(database, ids);
  const took: number[] = [];
  let stale = 0;
  for (const [turn, cell] of cells.slice(0, 60).entries()) {
    const before = totalOf(await sumsOf(database, cell.seriesId, 0));
    const done = await timed(async () => {
      await save(database, [{ ...cell, value: (cell.value ?? 0) + 1000 + turn }]);
      return sumsOf(database, cell.seriesId, 0);
    });
    if (totalOf(done.answer) !== before + 1000 + turn) stale += 1;
    took.push(done.ms);
  }
  await makeSumsAnew({ database });
  return [
    {
      name: 'a value saved and in the national figure, p95',
      value: rounded(quantile(took, 0.95)),
      unit: 'ms',
      reference: 1000,
      mustReach: 1000,
      note: `${stale} of ${took.length} answers were stale`,
    },
  ];
}

async function cellsToChange({ owner }: Database, ids: readonly number[]): Promise<GivenValue[]> {
  const rows = await owner
    .selectFrom('data_value')
    .select(['series_id', 'disaggregation_id', 'period', 'territory_id', 'value'])
    .where('series_id', 'in', ids.slice(0, 40))
    .where('period', '=', '2023-05-01')
    .orderBy(sql`md5(series_id::text || territory_id::text)`)
    .limit(writers * writesEach)
    .execute();
  return rows.map((row) => ({
    seriesId: row.series_id,
    disaggregationId: row.disaggregation_id,
    period: row.period,
    territoryId: row.territory_id,
    value: row.value,
    state: 0,
  }));
}

async function save({ owner }: Database, given: readonly GivenValue[]): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    const batch = await insertBatch(tx, newBatch());
    await writeValues(tx, batch, given);
  });
}

const newBatch = () =>
  ({
    kind: 'entry',
    country: 'XB',
    territoryId: span.first,
    organisationId: null,
    accountId: null,
  }) as const;

/** Many new values at once, as an import writes them, against COPY into the same table. */
async function importMany(database: Database, folder: string, say: (line: string) => void): Promise<Figure> {
  say(`importing ${imported} values`);
  const { owner } = database;
  const template = await owner
    .selectFrom('data_value')
    .select(['series_id', 'disaggregation_id', 'territory_id'])
    .where('period', '=', '2023-01-01')
    .limit(imported / 4)
    .execute();
  const rowsOf = (years: readonly number[]): GivenValue[] =>
    years.flatMap((year) =>
      template.map((row, index) => ({
        seriesId: row.series_id,
        disaggregationId: row.disaggregation_id,
        period: `${year}-01-01`,
        territoryId: row.territory_id,
        value: index % 40,
        state: 0,
      })),
    );
  const given = rowsOf([2001, 2002, 2003, 2004]);
  const mine = await timed(() => save(database, given));
  const file = join(folder, 'copy.csv');
  const lines = rowsOf([2011, 2012, 2013, 2014]).map(
    (row) => `${row.seriesId},${row.disaggregationId},${row.period},${row.territoryId},${row.value},1,0`,
  );
  await writeFile(file, lines.join('\n'));
  const copied = await timed(() =>
    sql`copy data_value (series_id, disaggregation_id, period, territory_id, value, batch_id, state)
      from ${sql.lit(file)} with (format csv)`.execute(owner),
  );
  return {
    name: `values imported, ${given.length} at once`,
    value: rounded(given.length / (mine.ms / 1000), 0),
    unit: '1/s',
    reference: rounded(lines.length / (copied.ms / 1000), 0),
    note: 'reference: COPY into the same table; a ratio of 0.4 is wanted',
  };
}
