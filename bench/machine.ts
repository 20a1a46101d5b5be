import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { home } from './product.ts';

/** What the figures were measured on; names nobody's machine. */
export type Machine = {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  /** What else was going on: the load of the last minute before measuring. */
  readonly loadBefore: number;
  readonly system: string;
  readonly node: string;
  readonly version: string;
  readonly commit: string | null;
};

export function describeMachine(): Machine {
  const processor = cpus()[0]?.model.replaceAll(/\s+/g, ' ').trim() ?? 'unknown';
  const about = JSON.parse(readFileSync(`${home}package.json`, 'utf8')) as { version: string };
  return {
    processor,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    loadBefore: Number((loadavg()[0] ?? 0).toFixed(1)),
    system: `${platform()} ${release().split('-')[0] ?? ''} ${arch()}`,
    node: process.version,
    version: about.version,
    commit: commit(),
  };
}

/** `2-cores-intel-xeon` for the name of a file. */
export function slugOf(machine: Machine): string {
  const words = machine.processor
    .toLowerCase()
    .replaceAll(/\((r|tm)\)|processor|cpu|@.*$/g, ' ')
    .match(/[a-z0-9]+/g);
  return [`${machine.cores}-cores`, ...(words ?? []).slice(0, 3)].join('-');
}

function commit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: home,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}
