import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { run, type Runner } from './choose-runner.ts';
import { EngineProblem, problemFromOutput } from './engine-problem.ts';
import type { Binaries } from './find-binaries.ts';

/** The name under which the program signs in; it owns everything in the embedded database. */
export const owner = 'articula';
const version = '18';
const unfinished = 'initialising-';
const neededBytes = 120 * 1024 * 1024;

export const dataOf = (folder: string): string => path.join(folder, 'data');
const passwordFile = (folder: string): string => path.join(folder, 'password');

export function readPassword(folder: string): string {
  try {
    return readFileSync(passwordFile(folder), 'utf8').trim();
  } catch (cause) {
    throw new EngineProblem('engine.password-missing', { file: passwordFile(folder) }, { cause });
  }
}

/** True where a cluster of this version stands already; whoever runs the database owns it from now on. */
export function findCluster(folder: string, runner: Runner): boolean {
  clearUnfinished(folder);
  const data = dataOf(folder);
  if (!existsSync(path.join(data, 'PG_VERSION'))) return false;
  const found = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  if (found !== version) throw new EngineProblem('engine.other-version', { folder, found, wanted: version });
  readPassword(folder);
  if (statSync(data).uid !== runner.owner.uid) giveTo(data, runner.owner);
  return true;
}

/**
 * Makes a new cluster beside its place and moves it there when it is whole:
 * killed at any moment, either there is none or there is a good one.
 */
export async function initialise(folder: string, binaries: Binaries, runner: Runner): Promise<void> {
  const disk = statfsSync(folder);
  if (disk.bavail * disk.bsize < neededBytes) throw new EngineProblem('engine.disk-full', { folder });
  if (!existsSync(passwordFile(folder))) {
    const whole = `${passwordFile(folder)}.new`;
    writeFileSync(whole, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    renameSync(whole, passwordFile(folder));
  }
  const beside = path.join(folder, `${unfinished}${randomUUID()}`);
  mkdirSync(beside, { mode: 0o700 });
  // initdb reads the password as whoever it runs as, and cannot read it from our side of a pipe.
  const forInitdb = path.join(beside, 'password');
  writeFileSync(forInitdb, `${readPassword(folder)}\n`, { mode: 0o600 });
  chownSync(forInitdb, runner.owner.uid, runner.owner.gid);
  chownSync(beside, runner.owner.uid, runner.owner.gid);
  const data = path.join(beside, 'data');
  const output = run(runner, binaries.initdb, [
    `--pgdata=${data}`,
    `--username=${owner}`,
    `--pwfile=${forInitdb}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C',
    '--builtin-locale=C.UTF-8',
  ]);
  const [status] = (await once(output.child, 'close')) as [number | null];
  if (status === 0) renameSync(data, dataOf(folder));
  rmSync(beside, { recursive: true, force: true });
  if (status !== 0) throw problemFromOutput(output.text(), folder, 'engine.initialise-failed');
}

/** Removes what a killed start left half made, even while the last of its processes are still writing there. */
export function clearUnfinished(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => each.startsWith(unfinished)))
    rmSync(path.join(folder, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 25 });
}

/** The top is given last: an interrupted change is done again. */
function giveTo(place: string, to: { uid: number; gid: number }): void {
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    const inside = path.join(place, entry.name);
    if (entry.isDirectory()) giveTo(inside, to);
    else lchownSync(inside, to.uid, to.gid);
  }
  chownSync(place, to.uid, to.gid);
}
