import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EngineProblem } from './engine-problem.ts';
import { isRunning, recordOf, type ProcessRecord } from './process-identity.ts';

/**
 * Makes this process the only one that works on the folder.
 * The record is written first and linked into place, so that nobody ever reads half of it.
 * @returns what gives the folder back
 */
export function lockFolder(folder: string): () => void {
  const lock = path.join(folder, 'in-use.json');
  const mine = `${lock}.${randomUUID()}`;
  writeFileSync(mine, JSON.stringify(recordOf(process.pid)), { mode: 0o600 });
  try {
    while (!linked(mine, lock)) dismissHolder(lock, folder);
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(lock, { force: true });
}

function linked(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw problem;
  }
}

function dismissHolder(lock: string, folder: string): void {
  const holder = read(lock);
  if (holder && isRunning(holder)) throw new EngineProblem('engine.in-use', { folder, pid: holder.pid });
  // Moved away before it is judged gone: if another start was quicker, what we moved is its record, and goes back.
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved && isRunning(moved)) linked(aside, lock);
  rmSync(aside, { force: true });
}

function read(file: string): ProcessRecord | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessRecord;
  } catch {
    return null;
  }
}
