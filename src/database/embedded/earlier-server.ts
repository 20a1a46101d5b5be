import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EngineProblem } from './engine-problem.ts';
import { dataOf } from './initialise.ts';
import { isRunning, processIdentity, recordOf, type ProcessRecord } from './process-identity.ts';
import { until } from './wait.ts';

type ServerRecord = ProcessRecord & { readonly port: number };

const recordFile = (folder: string): string => path.join(folder, 'server.json');

export function recordServer(folder: string, pid: number, port: number): void {
  // Whole or not at all: a half-written record would hide a server that was left behind.
  const whole = `${recordFile(folder)}.new`;
  writeFileSync(whole, JSON.stringify({ ...recordOf(pid), port }), { mode: 0o600 });
  renameSync(whole, recordFile(folder));
}

export function readServerRecord(folder: string): ServerRecord | null {
  try {
    return JSON.parse(readFileSync(recordFile(folder), 'utf8')) as ServerRecord;
  } catch {
    return null;
  }
}

/**
 * Stops a server that an earlier process of ours left behind when it was killed.
 * A server that we did not start is left alone and named.
 * @returns whether the last one ended in order; otherwise PostgreSQL repairs its data from its log when it starts
 */
export async function endEarlierServer(folder: string): Promise<boolean> {
  const record = readServerRecord(folder);
  if (record && isRunning(record)) await stopProcess(record);
  const lock = path.join(dataOf(folder), 'postmaster.pid');
  const pid = pidIn(lock);
  if (pid === null) return true;
  if (processIdentity(pid) === null) return false;
  if (servesFolder(pid, folder)) throw new EngineProblem('engine.in-use', { folder, pid });
  // The number belongs to another program by now; PostgreSQL itself would believe it to be its own.
  rmSync(lock, { force: true });
  return false;
}

/** Asks a server to stop in order; one that doesn't in time is stopped at once, which its log repairs. */
export async function stopProcess(record: ProcessRecord): Promise<void> {
  const gone = () => (isRunning(record) ? null : true);
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    try {
      process.kill(record.pid, signal);
    } catch {
      // Already gone, which the next line sees.
    }
    if (await until(gone, patience)) return;
  }
}

function pidIn(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function servesFolder(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataOf(folder));
  } catch {
    return true;
  }
}
