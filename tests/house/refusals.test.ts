import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RefusalTable } from '#domain/shared/refusal.ts';
import { operations } from '#contract/index.ts';
import type { Operation } from '#contract/operation.ts';
import { statusOfKind } from '#http/problem.ts';
import { refusalKinds } from '#services/refusal-kinds.ts';
import { sentences } from '#words/index.ts';
import { home, listFiles, read, sources, withoutComments } from './tree.ts';

// A new room is found by its file, not by a list.
const files = listFiles('src').filter((path) => /(^|[/-])refusals\.ts$/.test(path));
const tables = await Promise.all(
  files.map(async (path) => {
    const exported = (await import(/* @vite-ignore */ join(home, path))) as Record<string, unknown>;
    const found = Object.entries(exported).find(
      ([name, value]) => name.endsWith('Refusals') && typeof value === 'object',
    );
    return { path, table: (found?.[1] ?? {}) as RefusalTable };
  }),
);
const codes = new Set(tables.flatMap(({ table }) => Object.keys(table)));

function silentOf(prefix: string, wanted: Iterable<string>): string[] {
  return [...new Set(wanted)].flatMap((code) =>
    Object.entries(sentences).flatMap(([language, words]) =>
      `${prefix}.${code}` in words ? [] : [`${code} (${language})`],
    ),
  );
}

describe('refusals', () => {
  it('are found in a table of each room', () => {
    expect(tables.length).toBeGreaterThan(3);
    expect(tables.filter(({ table }) => Object.keys(table).length === 0).map(({ path }) => path)).toEqual([]);
  });

  it('have words in each language', () => {
    expect(silentOf('refusal', codes)).toEqual([]);
  });

  it('have a status for each kind', () => {
    const kinds = tables.flatMap(({ table }) => Object.values(table));
    expect(kinds.filter((kind) => !(kind in statusOfKind))).toEqual([]);
  });

  it('have their kind where they are described to readers of the API', () => {
    expect([...codes].filter((code) => !(code in refusalKinds))).toEqual([]);
  });

  it('are declared by operations under codes that exist', () => {
    const all: readonly Operation[] = Object.values(operations);
    const unknown = all.flatMap(({ id, refusals }) =>
      refusals.filter((code) => !codes.has(code)).map((code) => `${id}: ${code}`),
    );
    expect(unknown).toEqual([]);
  });

  it('have no words without a code', () => {
    const orphans = Object.keys(sentences.es).filter(
      (key) => key.startsWith('refusal.') && !codes.has(key.slice('refusal.'.length)),
    );
    expect(orphans).toEqual([]);
  });
});

describe('problems in what was sent', () => {
  const pure = sources.filter((path) => /^src\/(domain|formats|services|http|contract)\//.test(path));

  it('have words in each language', () => {
    const named = pure.flatMap((path) =>
      [...withoutComments(read(path)).matchAll(/\bcode: '([a-z]+(?:-[a-z]+)*\.[a-z][a-z.-]+)'/g)].map(
        ([, code = '']) => code,
      ),
    );
    // What a stranger is told of a bug has its own sentence, `requests.failure`.
    const problems = named.filter((code) => !codes.has(code) && code !== 'shared.failure');
    // What the doctor finds is no fault of what was sent: `doctor.<code>`.
    const found = problems.filter((code) => `doctor.${code}` in sentences.es);
    expect(
      silentOf(
        'problem',
        problems.filter((code) => !found.includes(code)),
      ),
    ).toEqual([]);
    expect(silentOf('doctor', found)).toEqual([]);
  });

  it('have words where a schema of the contract names its own', () => {
    const named = sources
      .filter((path) => path.startsWith('src/contract/'))
      .flatMap((path) =>
        [...withoutComments(read(path)).matchAll(/'([a-z]+\.[a-z]+(?:-[a-z]+)*)'/g)].map(
          ([, code = '']) => code,
        ),
      )
      .filter((code) => !codes.has(code) && !code.endsWith('.ts') && !code.endsWith('.json'));
    expect(silentOf('problem', named)).toEqual([]);
  });
});
