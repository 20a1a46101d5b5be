import { join } from 'node:path';
import { connect, type Database } from '#database/connection.ts';
import { startEmbedded, type EngineProblem } from '#database/embedded/index.ts';
import type { Configuration } from './config.ts';
import { makeFolder } from './data-folder.ts';

export type OpenDatabase = {
  readonly database: Database;
  readonly url: string;
  readonly kind: 'embedded' | 'server';
  /** Comes when the embedded database has died and could not be brought back; otherwise never. */
  readonly failure: Promise<EngineProblem>;
  close(): Promise<void>;
};

export type Progress = (step: string) => void;

/** The failure of a database that somebody else keeps running. */
export const never: Promise<never> = new Promise(() => undefined);

/** Opens the database that the configuration names: a server, or the embedded engine in the data folder. */
export async function openDatabase(configuration: Configuration, progress: Progress): Promise<OpenDatabase> {
  makeFolder(configuration.dataFolder);
  if (configuration.databaseUrl !== null) {
    const database = connect(configuration.databaseUrl);
    const url = configuration.databaseUrl;
    return { database, url, kind: 'server', failure: never, close: () => database.close() };
  }
  const failure = Promise.withResolvers<EngineProblem>();
  const engine = await startEmbedded({
    folder: join(configuration.dataFolder, 'postgres'),
    onProgress: (step) => progress(`engine.${step}`),
    onFailure: failure.resolve,
  });
  const database = connect(engine.url);
  return {
    database,
    url: engine.url,
    kind: 'embedded',
    failure: failure.promise,
    async close() {
      await database.close();
      await engine.stop();
    },
  };
}
