import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as statistics from '#statistics/index.ts';
import { nameOf, read, sources } from './tree.ts';

const files = sources.filter((path) => path.startsWith('src/statistics/') && nameOf(path) !== 'index.ts');

/** `expression // what it gives`, as the docstring under @example has it. */
function examplesOf(path: string): readonly { readonly call: string; readonly gives: string }[] {
  return [...read(path).matchAll(/@example\s*\n\s*\* ?(.+?) \/\/ (.+?)\s*\n/g)].map(
    ([, call = '', gives = '']) => ({ call, gives }),
  );
}

/** Numbers agree to the last digit that is printed; everything else agrees. */
function differencesOf(got: unknown, printed: unknown, text: string, at = ''): readonly string[] {
  if (typeof got === 'number' && typeof printed === 'number') {
    const digits = Math.max(0, ...[...text.matchAll(/\.(\d+)/g)].map(([, digit = '']) => digit.length));
    const own = /e/i.test(String(printed)) ? 0 : (String(printed).split('.')[1]?.length ?? 0);
    const allowed = Math.abs(printed) < 1e-3 ? Math.abs(printed) * 1e-3 : 0.6 * 10 ** -own;
    return Object.is(got, printed) || Math.abs(got - printed) <= Math.max(allowed, 0.6 * 10 ** -digits)
      ? []
      : [`${at}: ${got}, not ${printed}`];
  }
  if (typeof got === 'object' && got !== null && typeof printed === 'object' && printed !== null) {
    const names = new Set([...Object.keys(got), ...Object.keys(printed)]);
    return [...names].flatMap((name) =>
      differencesOf(
        (got as Record<string, unknown>)[name],
        (printed as Record<string, unknown>)[name],
        text,
        `${at}.${name}`,
      ),
    );
  }
  return got === printed ? [] : [`${at}: ${String(got)}, not ${String(printed)}`];
}

describe('every statistic', () => {
  it.each(files)('%s says formula, source and what it assumes', (path) => {
    const text = read(path);
    for (const part of ['Formula:', 'Source:', 'Assumes:']) expect(text, path).toContain(part);
  });

  it.each(files)('%s shows an example that comes out as printed', async (path) => {
    const examples = examplesOf(path);
    expect(examples.length, path).toBeGreaterThan(0);
    for (const { call, gives } of examples) {
      const got: unknown = await runInNewContext(`(${call})`, { ...statistics });
      const printed: unknown = runInNewContext(`(${gives})`);
      expect(differencesOf(got, printed, gives), `${call} // ${gives}`).toEqual([]);
    }
  });

  it.each(files)('%s is called by the name of its file, and can be had from index.ts', (path) => {
    const name = nameOf(path)
      .replace('.ts', '')
      .replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    expect(Object.keys(statistics), path).toContain(name);
  });
});
