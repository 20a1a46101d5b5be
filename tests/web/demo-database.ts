import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Database } from '#database/connection.ts';
import { localContext } from '#main/local-context.ts';
import { loadInstruments } from '#services/agreements/load-instruments.ts';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { loadExample } from '#services/operations/load-example.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { loadCrosswalks } from '#services/value-imports/load-crosswalks.ts';
import { loadFiguresPack } from '#services/values/load-figures-pack.ts';
import { cloneDatabase, takeTurns } from '../database.ts';
import { testInstallation } from '../server.ts';

/**
 * The name of a database with the demonstration of a country as it is loaded today, to be cloned.
 * It is made once for a run: whoever asks first makes it, whoever asks meanwhile waits. The run's end drops it.
 */
export async function demoDatabase(country: string): Promise<string> {
  const { url, template } = inject('server');
  // The example is told from the day on which it is loaded.
  const name = `${template}_${country.toLowerCase()}_${new Date().toISOString().slice(0, 10).replaceAll('-', '')}`;
  const turn = new pg.Client({ connectionString: url });
  await turn.connect();
  try {
    await turn.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    const { rowCount } = await turn.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await makeDemo(country, name);
  } finally {
    await turn.end();
  }
  return name;
}

/** It gets its name when it is whole: half a demonstration is never cloned. */
async function makeDemo(country: string, name: string): Promise<void> {
  const { url, template } = inject('server');
  const { database, drop, ...made } = await cloneDatabase(url, template);
  const dataFolder = mkdtempSync(join(tmpdir(), 'articula-demo-'));
  try {
    await loadDemo(database, country, dataFolder);
    await database.close();
    await takeTurns(url, `alter database ${new URL(made.url).pathname.slice(1)} rename to ${name}`);
  } catch (problem) {
    await drop();
    throw problem;
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function loadDemo(database: Database, country: string, dataFolder: string): Promise<void> {
  const context = localContext(database, testInstallation(dataFolder));
  const folder = `packs/${country}`;
  await loadPack(context, { folder });
  await loadInstruments(context, { folder: 'packs/instruments' });
  await loadIndicators(context, { folder: 'packs/indicators', country: null });
  await loadIndicators(context, { folder, country });
  await loadFiguresPack(context, { folder, country });
  await loadCrosswalks(context, { folder: 'packs/indicators', country: null });
  await loadExample(context, { folder: 'packs', countries: [country], onProgress: () => undefined });
}
