import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Memory of a process and all that it started, in MiB, with shared pages divided among those that share them (PSS) where the system tells.
 * @param dataFolder where the embedded database runs, which may have left the family
 */
export function memoryOf(pid: number, dataFolder?: string): number {
  const roots = dataFolder === undefined ? [pid] : [pid, ...postmastersOf(dataFolder)];
  const family = new Set(roots.flatMap((root) => withDescendants(root)));
  return [...family].reduce((sum, one) => sum + kilobytesOf(one), 0) / 1024;
}

/** Memory of one process alone, in MiB. */
export function memoryOfOne(pid: number): number {
  return kilobytesOf(pid) / 1024;
}

function processes(): { pid: number; parent: number; kilobytes: number }[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => {
    const [pid = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number);
    return { pid, parent, kilobytes };
  });
}

function withDescendants(pid: number): number[] {
  const all = processes();
  const below = (one: number): number[] => [
    one,
    ...all.filter(({ parent }) => parent === one).flatMap(({ pid: child }) => below(child)),
  ];
  return below(pid);
}

function kilobytesOf(pid: number): number {
  try {
    const told = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+)/m.exec(told)?.[1] ?? 0);
  } catch {
    return processes().find((one) => one.pid === pid)?.kilobytes ?? 0;
  }
}

function postmastersOf(dataFolder: string): number[] {
  for (const folder of ['postgres', 'postgres/data', 'postgres/cluster']) {
    try {
      const pid = Number(readFileSync(join(dataFolder, folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
      if (pid > 0) return [pid];
    } catch {
      // Another layout, or a server elsewhere.
    }
  }
  return [];
}
