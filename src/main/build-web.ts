import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../..', import.meta.url));
const buildFolder = join(home, 'build');
const stampFile = join(buildFolder, 'stamp');
const lockFile = join(buildFolder, 'lock');

/** What the web is made of: when none of it changed, what was built still holds. */
const sources = [
  'src/web',
  'src/words',
  'src/domain',
  'src/contract',
  'src/statistics',
  'public',
  'src/main/words-plugin.ts',
  'src/main/words-named.ts',
  'src/main/class-names.ts',
  'src/main/pack-addresses.ts',
  'src/main/build-web.ts',
  'src/main/build-web-steps.ts',
  'vite.config.ts',
  'react-router.config.ts',
  'tsconfig.json',
  'tsconfig.base.json',
  'package-lock.json',
];

export type BuildProgress = 'bundling' | 'service-worker' | 'compressing' | 'waiting';

/**
 * Builds the web where it has changed since it was last built; otherwise does nothing.
 * The tools run in a process of their own, so that the server keeps none of their memory.
 * @returns whether anything was built
 */
export async function buildWeb({
  onProgress = () => undefined,
}: { onProgress?: (step: BuildProgress) => void } = {}): Promise<boolean> {
  const mark = markOfSources();
  if (isBuilt(mark)) return false;
  mkdirSync(buildFolder, { recursive: true });
  const release = await takeLock(onProgress);
  try {
    if (isBuilt(mark)) return false;
    // A build cut off halfway must not be taken for a whole one.
    rmSync(stampFile, { force: true });
    await runSteps(onProgress);
    writeFileSync(stampFile, mark);
    return true;
  } finally {
    release();
  }
}

function isBuilt(mark: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === mark;
}

function markOfSources(): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesUnder(join(home, source)))
      hash.update(file.slice(home.length)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => (/\.test\.tsx?$/.test(name) ? [] : filesUnder(join(path, name))));
}

/** Two commands started at once build once: the second waits, unless the first has died. */
async function takeLock(onProgress: (step: BuildProgress) => void): Promise<() => void> {
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      return () => rmSync(lockFile, { force: true });
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
    }
    const holder = Number(existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : '0');
    if (!isAlive(holder)) rmSync(lockFile, { force: true });
    else {
      onProgress('waiting');
      await wait(300);
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function runSteps(onProgress: (step: BuildProgress) => void): Promise<void> {
  const steps = fileURLToPath(new URL('build-web-steps.ts', import.meta.url));
  const child = fork(steps, [], { cwd: home, silent: true, env: { ...process.env, NODE_ENV: 'production' } });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => said.push(text.toString()));
  child.on('message', (step) => onProgress(step as BuildProgress));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`the web could not be built:\n${said.join('').slice(-4000)}`);
}
