import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, type Database } from '#database/connection.ts';
import { startEmbedded } from '#database/embedded/index.ts';
import type { Configuration } from './config.ts';

export type OpenDatabase = {
  readonly database: Database;
  readonly url: string;
  readonly kind: 'embedded' | 'server';
  close(): Promise<void>;
};

export type Progress = (step: string) => void;

/** Opens the database that the configuration names: a server, or the embedded engine in the data folder. */
export async function openDatabase(configuration: Configuration, progress: Progress): Promise<OpenDatabase> {
  await mkdir(configuration.dataFolder, { recursive: true, mode: 0o700 });
  if (configuration.databaseUrl !== null) {
    const database = connect(configuration.databaseUrl);
    return { database, url: configuration.databaseUrl, kind: 'server', close: () => database.close() };
  }
  const engine = await startEmbedded({
    folder: join(configuration.dataFolder, 'postgres'),
    onProgress: (step) => progress(`engine.${step}`),
  });
  const database = connect(engine.url);
  return {
    database,
    url: engine.url,
    kind: 'embedded',
    async close() {
      await database.close();
      await engine.stop();
    },
  };
}
