import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { listMigrations, migrate } from '#database/migrate.ts';
import { startEmbedded } from '#database/embedded/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that the whole run shares, and the name of the migrated database that is cloned. */
    server: { url: string; template: string; kind: 'embedded' | 'server' };
  }
}

/** What is thrown away after a run need not outlive a power cut. That an installation does has tests of its own. */
const passing = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

/** Starts one database server for the whole run (or uses DATABASE_URL) and makes the template that tests clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  const folder = given ? null : mkdtempSync(join(tmpdir(), 'articula-tests-'));
  const engine =
    folder === null ? null : await startEmbedded({ folder: join(folder, 'postgres'), settings: passing });
  const url = given ?? engine?.url ?? '';
  const migrations = await listMigrations();
  const fingerprint = createHash('sha256')
    .update(migrations.map(({ sha256 }) => sha256).join())
    .digest('hex');
  const template = `articula_template_${fingerprint.slice(0, 12)}_${process.pid}`;
  await runSql(url, `create database ${template}`);
  await migrate(withDatabase(url, template));
  project.provide('server', { url, template, kind: given ? 'server' : 'embedded' });
  return async () => {
    await dropDatabases(url, template);
    await engine?.stop();
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  };
}

/** Drops the template, and what tests made of it under its name. */
async function dropDatabases(url: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [template],
    );
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
  } finally {
    await client.end();
  }
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

export async function runSql(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
