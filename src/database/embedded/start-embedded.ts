import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { chooseRunner } from './choose-runner.ts';
import { endEarlierServer, readServerRecord } from './earlier-server.ts';
import { asFolderProblem, EngineProblem } from './engine-problem.ts';
import { findBinaries } from './find-binaries.ts';
import { lockFolder } from './folder-lock.ts';
import { freePort, tryPort } from './free-port.ts';
import { clearUnfinished, findCluster, initialise, owner, readPassword } from './initialise.ts';
import { Keeper } from './keeper.ts';
import { launch, type Server } from './supervise.ts';

export type EngineStep = 'initialising' | 'starting' | 'recovering';

export type EmbeddedOptions = {
  /** Where the database lives, e.g. `.articula/postgres`. */
  readonly folder: string;
  /** Without one, the port of last time if it is free, otherwise any free one. */
  readonly port?: number;
  readonly onProgress?: (step: EngineStep) => void;
  /** The server died and could not be brought back. Without a listener the process ends with the problem. */
  readonly onFailure?: (problem: EngineProblem) => void;
  /** Settings of PostgreSQL beyond ours, for tests and benchmarks. */
  readonly settings?: Readonly<Record<string, string>>;
};

export type Embedded = {
  readonly url: string;
  readonly port: number;
  /** The process number of the server as it is now; it changes when the server was brought back. */
  pid(): number;
  stop(): Promise<void>;
};

const database = 'articula';

// Modest: the server and the database together, idle, stay small.
const ownSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  // Restoring in place of what is there lets go of every table and makes it again in one transaction: some ten thousand locks.
  max_locks_per_transaction: '512',
  shared_buffers: '64MB',
  jit: 'off',
  max_worker_processes: '4',
  max_parallel_workers: '2',
  io_workers: '1',
  autovacuum_max_workers: '2',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * Starts PostgreSQL on a folder, making the database if there is none, and keeps it running.
 * @throws {EngineProblem} saying what stands in the way
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const folder = path.resolve(options.folder);
  let unlock: (() => void) | null = null;
  try {
    makeFolder(folder);
    unlock = lockFolder(folder);
    return await start(folder, options, unlock);
  } catch (problem) {
    unlock?.();
    throw asFolderProblem(problem, folder);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    // Node answers "no such folder" when it may not make one on a read-only disk.
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new EngineProblem('engine.read-only', { folder }, { cause });
  }
}

async function start(folder: string, options: EmbeddedOptions, unlock: () => void): Promise<Embedded> {
  const binaries = findBinaries();
  const runner = chooseRunner(binaries, folder);
  const endedInOrder = await endEarlierServer(folder);
  const port = await choosePort(folder, options.port);
  if (!findCluster(folder, runner)) {
    options.onProgress?.('initialising');
    await initialise(folder, binaries, runner);
  }
  options.onProgress?.(endedInOrder ? 'starting' : 'recovering');
  const password = readPassword(folder);
  const server: Server = {
    folder,
    port,
    binaries,
    runner,
    settings: { ...ownSettings, ...options.settings },
    connection: { host: '127.0.0.1', port, user: owner, password, database: 'postgres' },
  };
  const kept = new Keeper(server, await launch(server), {
    onRecovering: () => options.onProgress?.('recovering'),
    ...(options.onFailure ? { onFailure: options.onFailure } : {}),
  });
  try {
    await createDatabase(server);
    clearUnfinished(folder);
  } catch (problem) {
    await kept.stop();
    throw problem;
  }
  return {
    url: `postgres://${owner}:${password}@127.0.0.1:${port}/${database}`,
    port,
    pid: () => kept.pid,
    async stop() {
      await kept.stop();
      unlock();
    },
  };
}

async function choosePort(folder: string, asked: number | undefined): Promise<number> {
  if (asked === undefined || asked === 0) return freePort(readServerRecord(folder)?.port ?? null);
  if ((await tryPort(asked)) === null) throw new EngineProblem('engine.port-taken', { port: asked });
  return asked;
}

async function createDatabase(server: Server): Promise<void> {
  const client = new Client(server.connection);
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}
