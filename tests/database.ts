import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { connect, type Database } from '#database/connection.ts';
import { runSql, withDatabase } from './engine.ts';

/** A database of one's own, cloned from the run's template: migrated and empty. Call `drop` when done (afterAll). */
export async function freshDatabase(
  template?: string,
): Promise<{ database: Database; url: string; drop(): Promise<void> }> {
  const server = inject('server');
  return cloneDatabase(server.url, template ?? server.template);
}

/** Clones any database of the run's server; nobody may be connected to it. What no test drops, the run does at its end: the name tells whose it is. */
export async function cloneDatabase(serverUrl: string, template: string) {
  const name = `${inject('server').template}_${randomBytes(6).toString('hex')}`;
  await takeTurns(serverUrl, `create database ${name} template ${template}`);
  const url = withDatabase(serverUrl, name);
  const database = connect(url, { app: 8, owner: 3 });
  return {
    database,
    url,
    async drop() {
      await database.close();
      await runSql(serverUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

/** A database that somebody is just cloning or leaving refuses others: whoever comes second tries again. */
export async function takeTurns(url: string, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runSql(url, statement);
    } catch (problem) {
      if (attempt === 50 || (problem as { code?: string }).code !== '55006') throw problem;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}
