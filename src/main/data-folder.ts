import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { asFolderProblem } from '#database/embedded/index.ts';

/**
 * Makes a folder that only its owner enters.
 * @throws EngineProblem naming the folder, where nothing can be written or the disk is full
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (problem) {
    // Node answers "no such folder" when it may not make one on a read-only disk.
    const isUnmakeable = (problem as NodeJS.ErrnoException).code === 'ENOENT';
    throw asFolderProblem(isUnmakeable ? Object.assign(new Error(), { code: 'EROFS' }) : problem, folder);
  }
}

/**
 * Writes a secret where there is none, whole or not at all, and answers the one that is there: of two processes
 * that come at once the second takes the first's.
 * @throws EngineProblem naming the folder, where nothing can be written or the disk is full
 */
export function keepSecret(file: string, secret: string): string {
  makeFolder(dirname(file));
  const mine = `${file}.${randomUUID()}`;
  try {
    writeFileSync(mine, `${secret}\n`, { mode: 0o600, flag: 'wx', flush: true });
    linkSync(mine, file);
    return secret;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw asFolderProblem(problem, dirname(file));
    return readFileSync(file, 'utf8').trim();
  } finally {
    rmSync(mine, { force: true });
  }
}
