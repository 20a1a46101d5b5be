import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { sql } from 'kysely';
import { connect, type Database } from '#database/connection.ts';
import { startEmbedded } from '#database/embedded/index.ts';
import { migrate } from '#database/migrate.ts';
import type { Mapping } from '#domain/values/import/mapping-schema.ts';
import { localContext } from '#main/local-context.ts';
import type { Context } from '#services/context.ts';
import { drainMarks, insertBatch, writeValues } from '#database/values/value-store.ts';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { importFiguresFile, type FiguresReport } from '#services/value-imports/import-figures-file.ts';
import { loadCrosswalks } from '#services/value-imports/load-crosswalks.ts';
import { loadOutsideCountry } from '../../tests/outside-country.ts';
import { hasOutsideData, outsideData } from '../../tests/outside-data.ts';
import { colombiaOfItsFile, mexicoOfItsFile } from '../../tests/outside-rows.ts';
import { rounded, type Benchmark, type Figure } from '../figure.ts';
import { memoryOfOne } from '../memory.ts';
import { home, newDataFolder } from '../product.ts';

type Case = { readonly name: string; readonly file: string; readonly mapping: Mapping };

const sourced = (id: string) => ({ source: { id, title: `Fuente ${id}`, publisher: null } });
const sex = { header: 'genero', dimension: 'sex', categories: {} };
const uncounted = [
  'aborto',
  'secuestro',
  'lesiones culposas',
  'trafico de menores',
  'otros delitos contra la sociedad',
  'otros delitos que atentan contra la libertad personal',
  'otros delitos que atentan contra la vida y la integridad corporal',
];

const cases: readonly Case[] = [
  {
    name: 'Colombia, events by municipality, month and sex',
    file: 'co_homicidios_eventos_2003_2024.csv.gz',
    mapping: {
      settings: sourced('co'),
      layout: { indicator: { kind: 'fixed', code: 'HOM' }, dimensions: [sex] },
      places: { 'boyaca > cienega': '15189', 'magdalena > chivolo': '47170' },
    },
  },
  {
    name: 'Mexico, victims by state, month, sex and weapon',
    file: 'mx_victimas_estado_mes_2015_2025.csv.gz',
    mapping: {
      settings: sourced('mx'),
      layout: {
        dimensions: [sex, { header: 'modalidad', dimension: 'weapon', categories: {} }],
        indicator: {
          kind: 'cell',
          header: 'subtipo_de_delito',
          codes: Object.fromEntries(uncounted.map((text) => [text, null])),
        },
      },
    },
  },
];

/** Large files of others, understood, counted, written and summed, against plain COPY of the same rows. */
export const valueImport: Benchmark = {
  name: 'value-import',
  needsProduct: false,
  async run({ say }) {
    if (!hasOutsideData) {
      say('../shared/data is not beside the clone: there is nothing to import');
      return [];
    }
    const data = newDataFolder();
    const engine = await startEmbedded({ folder: join(data.folder, 'postgres') });
    try {
      await migrate(engine.url);
      const database = connect(engine.url, { app: 4, owner: 4 });
      try {
        const context = await prepare(database, data.folder);
        const figures: Figure[] = [];
        for (const one of cases) figures.push(...(await measure(context, one, { folder: data.folder, say })));
        return figures;
      } finally {
        await database.close();
      }
    } finally {
      await engine.stop();
      await data.remove();
    }
  },
};

async function prepare(database: Database, dataFolder: string): Promise<Context> {
  const context = localContext(database, {
    mode: 'real',
    version: '0.0.0-bench',
    dataFolder,
    origin: 'http://127.0.0.1:8080',
    sealKey: new Uint8Array(32),
    mail: null,
  });
  await loadOutsideCountry(context, await colombiaOfItsFile());
  await loadOutsideCountry(context, await mexicoOfItsFile());
  const everybody = { folder: join(home, 'packs/indicators'), country: null };
  await loadIndicators(context, everybody);
  await loadCrosswalks(context, everybody);
  return context;
}

async function measure(
  context: Context,
  { name, file, mapping }: Case,
  at: { readonly folder: string; readonly say: (line: string) => void },
): Promise<Figure[]> {
  const path = outsideData(`violence/${file}`);
  at.say(`${name}: guessed, without a word`);
  const silent = await run(context, { path, file, mapping: { settings: mapping.settings }, apply: false });
  at.say(`${name}: imported`);
  const own = await run(context, { path, file, mapping, apply: true });
  if (own.report.problemCount > 0) throw new Error(`${name}: ${own.report.problemCount} problems`);
  at.say(`${name}: a second edition, in which every figure has changed`);
  const corrected = await correct(context.database, own.report.runId);
  at.say(`${name}: the same rows by COPY`);
  const copied = await copy(context.database, path, join(at.folder, 'copy.csv'));
  if (copied.rows !== own.report.rows) throw new Error('the two did not read the same rows');
  const of = `${own.report.rows} rows to ${own.report.written} values`;
  return [
    {
      name: `import of ${name}`,
      value: rounded(own.seconds),
      unit: 's',
      reference: rounded(copied.seconds, 2),
      note: `${of}; reference: COPY of the rows as text, which understands and adds up nothing`,
    },
    {
      name: `import of ${name}, speed`,
      value: rounded(own.report.rows / own.seconds, 0),
      unit: 'rows/s',
      reference: rounded(copied.rows / copied.seconds, 0),
      note: of,
    },
    {
      name: `import of ${name}, most memory`,
      value: rounded(own.peak, 0),
      unit: 'MiB',
      reference: rounded(own.before, 0),
      note: 'the importing process at its highest; reference: the same process before',
    },
    {
      name: `second edition of ${name}, every value changed, kept in the log and summed anew`,
      value: rounded(corrected.seconds),
      unit: 's',
      reference: rounded(own.seconds),
      note: `${corrected.written} values written over; reference: the import, with reading and understanding`,
    },
    {
      name: `import of ${name}, problems found without a mapping`,
      value: silent.report.problemCount,
      unit: '',
      reference: null,
      note: 'each is asked once, however many rows have it',
    },
  ];
}

async function run(
  context: Context,
  file: { readonly path: string; readonly file: string; readonly mapping: Mapping; readonly apply: boolean },
): Promise<{ report: FiguresReport; seconds: number; before: number; peak: number }> {
  const before = memoryOfOne(process.pid);
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, memoryOfOne(process.pid))), 500);
  const began = performance.now();
  try {
    const report = await importFiguresFile(context, {
      path: file.path,
      fileName: file.file,
      territory: null,
      mapping: file.mapping,
      apply: file.apply,
    });
    return { report, seconds: (performance.now() - began) / 1000, before, peak };
  } finally {
    clearInterval(watch);
  }
}

// Without the reading, which is as long as the first time: what takes minutes where a plan is made without knowing how much there is.
async function correct({ owner }: Database, runId: string | null) {
  return owner.transaction().execute(async (tx) => {
    const told = await tx
      .selectFrom('data_value as v')
      .innerJoin('value_batch as b', 'b.id', 'v.batch_id')
      .select(['v.series_id', 'v.disaggregation_id', 'v.territory_id', 'v.value', 'v.state'])
      .select(['b.country', 'b.territory_id as batchTerritory', sql<string>`v.period::text`.as('period')])
      .where('b.import_run_id', '=', runId)
      .execute();
    const [first] = told;
    if (!first) throw new Error('the import wrote nothing');
    const began = performance.now();
    const batch = await insertBatch(tx, {
      kind: 'import',
      country: first.country,
      territoryId: first.batchTerritory,
      organisationId: null,
      accountId: null,
    });
    const given = told.map((row) => ({
      seriesId: row.series_id,
      disaggregationId: row.disaggregation_id,
      period: row.period,
      territoryId: row.territory_id,
      value: row.value === null ? null : row.value + 1,
      state: row.state,
    }));
    const written = await writeValues(tx, batch, given);
    for (const series of new Set(given.map(({ seriesId }) => seriesId)))
      await drainMarks(tx, series, { atMost: 1_000_000, waits: true });
    return { written, seconds: (performance.now() - began) / 1000 };
  });
}

async function copy({ owner }: Database, path: string, unpacked: string) {
  await pipeline(createReadStream(path), createGunzip(), createWriteStream(unpacked));
  let first = '';
  for await (const chunk of createReadStream(unpacked, { encoding: 'utf8', end: 2000 }))
    first += chunk as string;
  const columns = (first.split('\n')[0] ?? '').split(',').map((_header, index) => sql.raw(`c${index} text`));
  await sql`create table bench_rows (${sql.join(columns)})`.execute(owner);
  try {
    const began = performance.now();
    await sql`copy bench_rows from ${sql.lit(unpacked)} with (format csv, header)`.execute(owner);
    const seconds = (performance.now() - began) / 1000;
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from bench_rows`.execute(
      owner,
    );
    return { seconds, rows: rows[0]?.count ?? 0 };
  } finally {
    await sql`drop table bench_rows`.execute(owner);
  }
}
