import { join, resolve } from 'node:path';
import { connect } from '#database/connection.ts';
import { EngineProblem, findRunning } from '#database/embedded/index.ts';
import type { Configuration } from './config.ts';
import { never, openDatabase, type OpenDatabase, type Progress } from './open-database.ts';

/** Opens the database, or joins the server that is already running on the data folder: commands work beside `articula serve`. */
export async function attachOrOpen(configuration: Configuration, progress: Progress): Promise<OpenDatabase> {
  try {
    return await openDatabase(configuration, progress);
  } catch (problem) {
    if (!(problem instanceof EngineProblem) || problem.code !== 'engine.in-use') throw problem;
    const url = findRunning(resolve(join(configuration.dataFolder, 'postgres')));
    if (url === null) throw problem;
    const database = connect(url, { app: 4, owner: 2 });
    return { database, url, kind: 'embedded', failure: never, close: () => database.close() };
  }
}
