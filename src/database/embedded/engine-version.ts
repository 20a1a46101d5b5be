import { spawnSync } from 'node:child_process';
import { EngineProblem } from './engine-problem.ts';
import { findBinaries } from './find-binaries.ts';

/**
 * The version of the bundled PostgreSQL, e.g. "18.4".
 * @throws {EngineProblem} when it isn't installed or doesn't run here
 */
export function engineVersion(): string {
  const said = spawnSync(findBinaries().postgres, ['--version'], { encoding: 'utf8' });
  if (said.status !== 0) {
    const reason = (said.stderr ?? '').trim() || (said.error?.message ?? '');
    throw new EngineProblem('engine.cannot-run', {
      platform: `${process.platform}-${process.arch}`,
      said: reason,
    });
  }
  return /\d+(\.\d+)*/.exec(said.stdout)?.[0] ?? '';
}
