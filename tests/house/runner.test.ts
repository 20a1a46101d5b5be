import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunFolder } from '../runner/leftovers.ts';
import { longest } from '../runner/longest-first.ts';
import { inLanes } from '../runner/lanes.ts';
import { home } from './tree.ts';

describe('the run of all tests', () => {
  let folder: RunFolder;
  beforeAll(() => {
    folder = new RunFolder();
  });
  afterAll(() => folder.remove());

  it('finds nothing where nothing was left running', async () => {
    expect(await folder.endLeftovers()).toEqual([]);
  });

  it('names what was left running, and ends it', async () => {
    const forgotten = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', folder.path], {
      env: { ...process.env, ...folder.env },
      stdio: 'ignore',
    });
    const ended = once(forgotten, 'exit');
    const left = await folder.endLeftovers(0);
    expect(left).toEqual([expect.stringContaining(String(forgotten.pid))]);
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(await folder.endLeftovers()).toEqual([]);
  });

  it('does its steps side by side, each once, begun in their order', async () => {
    const begun: number[] = [];
    let together = 0;
    let most = 0;
    const steps = [0, 1, 2, 3, 4].map((step) => async () => {
      begun.push(step);
      most = Math.max(most, (together += 1));
      await Promise.resolve();
      together -= 1;
    });
    await inLanes(steps, 2);
    expect([begun, most]).toEqual([[0, 1, 2, 3, 4], 2]);
  });

  it('begins with files that there are', () => {
    expect(longest.filter((path) => !existsSync(join(home, path)))).toEqual([]);
  });
});
