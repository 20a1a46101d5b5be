import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const home = fileURLToPath(new URL('..', import.meta.url));

/** A demonstration that runs on a data folder of its own. */
export type Product = {
  readonly address: string;
  readonly pid: number;
  readonly dataFolder: string;
  /** From the start of the program to the first 200. */
  readonly startedInMs: number;
  /** Example accounts as they were announced: username and password. */
  readonly accounts: readonly { readonly username: string; readonly password: string }[];
  stop(): Promise<void>;
};

const longestStart = 300_000;

/** A data folder that is thrown away at the end. */
export function newDataFolder(): { readonly folder: string; remove(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'articula-bench-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Starts the demonstration and waits for its first 200. */
export async function startProduct(dataFolder: string): Promise<Product> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const env = { ...process.env, PORT: String(port), ARTICULA_DATA: dataFolder, DATABASE_URL: '' };
  const child = spawn(
    process.execPath,
    // As bin/articula.js starts it, without the process that finds a Node.
    [
      '--disable-warning=ExperimentalWarning',
      '--max-semi-space-size=4',
      join(home, 'src/cli/articula.ts'),
      'demo',
    ],
    {
      cwd: home,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const keep = (part: Buffer) => (output = (output + part.toString()).slice(-20_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const stop = () => stopChild(child);
  try {
    await waitFor200(child, `${address}/api/health`, () => output);
  } catch (problem) {
    await stop();
    throw problem;
  }
  const startedInMs = performance.now() - began;
  await waitForText(() => output.includes('Ctrl-C'));
  return { address, pid: child.pid ?? 0, dataFolder, startedInMs, accounts: accountsIn(output), stop };
}

async function waitFor200(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const until = performance.now() + longestStart;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`the demonstration ended: ${output().slice(-800)}`);
    const answer = await fetch(url).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
    await wait(15);
  }
  throw new Error(
    `the demonstration did not answer within ${longestStart / 1000} s: ${output().slice(-800)}`,
  );
}

/** What is announced on the terminal follows the first answer by a moment. */
async function waitForText(isThere: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 100 && !isThere(); attempt += 1) await wait(50);
}

function accountsIn(output: string): { username: string; password: string }[] {
  const lines = output.slice(output.lastIndexOf('Cuentas de ejemplo')).split('\n').slice(1);
  return lines.flatMap((line) => {
    const [, username, password] = /^ {2}(\S+) +(\S+) {2}/.exec(line) ?? [];
    return username && password ? [{ username, password }] : [];
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
  await ended;
  clearTimeout(late);
}
