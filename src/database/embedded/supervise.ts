import type { ChildProcess } from 'node:child_process';
import { Client, type ClientConfig } from 'pg';
import { run, type Runner } from './choose-runner.ts';
import { recordServer, stopProcess } from './earlier-server.ts';
import { EngineProblem, problemFromOutput } from './engine-problem.ts';
import type { Binaries } from './find-binaries.ts';
import { dataOf } from './initialise.ts';
import { recordOf } from './process-identity.ts';
import { until } from './wait.ts';

export type Server = {
  readonly folder: string;
  readonly port: number;
  readonly binaries: Binaries;
  readonly runner: Runner;
  readonly settings: Readonly<Record<string, string>>;
  readonly connection: ClientConfig;
};

export type Running = { readonly child: ChildProcess; readonly ended: Promise<void> };

const patience = 120_000;
const portTaken = /could not bind|Address already in use|could not create any TCP\/IP sockets/;
const olderGoingDown = /lock file "postmaster.pid" already exists|pre-existing shared memory block/;

/**
 * Starts the server and waits until it answers. After a kill its older processes may still be going down:
 * then it is started again until they are gone.
 */
export async function launch(server: Server): Promise<Running> {
  const end = performance.now() + patience;
  for (;;) {
    const outcome = await launchOnce(server);
    if ('child' in outcome) return outcome;
    if (!olderGoingDown.test(outcome.said) || performance.now() > end) throw failure(server, outcome.said);
    await until(() => null, 100);
  }
}

function failure(server: Server, said: string): EngineProblem {
  if (portTaken.test(said)) return new EngineProblem('engine.port-taken', { port: server.port });
  return problemFromOutput(said, server.folder, 'engine.start-failed');
}

async function launchOnce(server: Server): Promise<Running | { said: string }> {
  const flags = Object.entries(server.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = run(server.runner, server.binaries.postgres, [
    '-D',
    dataOf(server.folder),
    '-p',
    String(server.port),
    ...flags,
  ]);
  const { child } = output;
  let over = false;
  const ended = new Promise<void>((resolve) => {
    const finish = () => {
      over = true;
      resolve();
    };
    child.once('close', finish);
    child.once('error', finish);
  });
  if (child.pid !== undefined) recordServer(server.folder, child.pid, server.port);
  const answer = await until(async () => {
    if (over) return 'ended' as const;
    return (await answers(server)) ? ('ready' as const) : null;
  }, patience);
  if (answer === 'ready') return { child, ended };
  if (!over && child.pid !== undefined) await stopProcess(recordOf(child.pid));
  return { said: output.text() };
}

async function answers(server: Server): Promise<boolean> {
  const client = new Client({ ...server.connection, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
