import { describe, expect, it } from 'vitest';
import { operations } from '#contract/index.ts';
import type { Operation } from '#contract/operation.ts';
import { allBindings, allOperations } from '#http/all-bindings.ts';
import { sentences } from '#words/index.ts';
import { unrecordedChanges } from './unrecorded-changes.ts';
import { kebab, listFiles, read, resolveFrom, tests, withoutComments } from './tree.ts';

const all: readonly Operation[] = Object.values(operations);
const services = listFiles('src/services').filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
);

/** The file that a deed lives in: the one named as the operation, else the one that exports a function of its name. */
function serviceFileOf(id: string): string | undefined {
  const named = services.find((path) => path.endsWith(`/${kebab(id)}.ts`));
  return (
    named ?? services.find((path) => new RegExp(`export (async )?(function|const) ${id}\\b`).test(read(path)))
  );
}

/** Whether a service does something, itself or through another service that it calls. */
function does(path: string, isDone: (text: string) => boolean, seen = new Set<string>()): boolean {
  if (seen.has(path) || path === 'src/services/audit/record.ts') return false;
  seen.add(path);
  const text = withoutComments(read(path));
  if (isDone(text)) return true;
  const called = [...text.matchAll(/from '((?:\.{1,2}\/|#services\/)[^']+)'/g)].map(([, target = '']) =>
    target.startsWith('#services/')
      ? target.replace('#services/', 'src/services/')
      : resolveFrom(path, target),
  );
  return called.some((next) => services.includes(next) && does(next, isDone, seen));
}

function records(text: string): boolean {
  return /\brecord(All)?\(/.test(text) && /audit\/record\.ts|from '\.\/record\.ts'/.test(text);
}

/** A rule of the domain is asked: `permit(…)`, `mayGrant(…)`, or the deed is one's own. */
function asksPermission(text: string): boolean {
  return /\b(permit\w*|may[A-Z]\w*|assertMay\w*)\(|\bactor\.(accountId|personId|sessionId)\b/.test(text);
}

/** Whether a test calls an operation: by its name, or by its method and path. */
function isCalled(operation: Operation, texts: readonly string[]): boolean {
  const path = operation.path
    .split(/\{\w+\}/)
    .map((part) => part.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&'))
    .join('(?:\\$\\{[^}]*\\}|[^/\'"`?])+');
  const call = new RegExp(`['"]${operation.method}['"],\\s*['"\`]${path}(?=['"\`?$])`);
  const name = new RegExp(`\\b${operation.id}\\b`);
  return texts.some((text) => name.test(text) || call.test(text));
}

describe('the table of operations', () => {
  it('is the one that the server binds', () => {
    expect(Object.keys(allOperations).toSorted()).toEqual(Object.keys(operations).toSorted());
  });

  it('gives every operation a service of its own name', () => {
    const wrong = all.filter(({ id }) => allBindings[id]?.name !== id).map(({ id }) => id);
    expect(wrong).toEqual([]);
  });

  it('keeps every service in a file of the services floor', () => {
    expect(all.filter(({ id }) => serviceFileOf(id) === undefined).map(({ id }) => id)).toEqual([]);
  });

  it('binds no service without an operation', () => {
    expect(Object.keys(allBindings).filter((id) => !(id in operations))).toEqual([]);
  });

  it('gives every operation a method and path of its own', () => {
    const doors = all.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
    expect(doors.filter((door, index) => doors.indexOf(door) !== index)).toEqual([]);
  });

  it('opens every path under /api/, in kebab-case', () => {
    const form = /^\/api(\/([a-z0-9.]+(-[a-z0-9.]+)*|\{[a-z][A-Za-z]*\}))+$/;
    expect(all.map(({ path }) => path).filter((path) => !form.test(path))).toEqual([]);
  });

  it('names every parameter of a path among its params, and no other', () => {
    const wrong = all.filter(({ path, params }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();
      return (
        inPath.join() !==
        Object.keys(params?.shape ?? {})
          .toSorted()
          .join()
      );
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('sums up every operation in one line without a full stop', () => {
    const wrong = all.filter(
      ({ summary }) => summary.length < 8 || summary.length > 140 || /[.\n]$/.test(summary),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('lets nobody who is not known change anything, but to come in', () => {
    const entering = /sign-?in|session|access-code|invitation|reset|enter|redeem|use|accept/i;
    const open = all.filter(
      ({ method, admission, id, path }) =>
        method !== 'GET' && admission === 'anyone' && !entering.test(`${id} ${path}`),
    );
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  it('asks for the version that was edited wherever something versioned is replaced', () => {
    const replaced = all.filter(
      ({ method, versioned }) => (method === 'PUT' || method === 'PATCH') && !versioned,
    );
    expect(replaced.filter(({ id }) => !(id in withoutVersion)).map(({ id }) => id)).toEqual([]);
  });

  it('calls every operation in a test', () => {
    const texts = tests.filter((path) => !path.startsWith('tests/house/')).map(read);
    expect(all.filter((operation) => !isCalled(operation, texts)).map(({ id }) => id)).toEqual([]);
  });

  it('has words in each language for each refusal of each operation', () => {
    const silent = all.flatMap(({ id, refusals }) =>
      refusals.flatMap((code) =>
        Object.entries(sentences).flatMap(([language, words]) =>
          `refusal.${code}` in words ? [] : [`${id}: ${code} (${language})`],
        ),
      ),
    );
    expect(silent).toEqual([]);
  });
});

/** Changes that replace nothing that two people could edit at once. */
const withoutVersion: Readonly<Record<string, string>> = {};

describe('changes', () => {
  const changes = all.filter(({ method }) => method !== 'GET');

  it('are written in the trail', () => {
    const silent = changes.filter(({ id }) => {
      const file = serviceFileOf(id);
      return !(id in unrecordedChanges) && !(file !== undefined && does(file, records));
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('are told in words by the trail, in every language', () => {
    const written = services.flatMap((path) =>
      [...read(path).matchAll(/\boperation: '([A-Za-z]+)'/g)].map(([, id = '']) => id),
    );
    const recorded = changes.map(({ id }) => id).filter((id) => !(id in unrecordedChanges));
    const untold = [...new Set([...recorded, ...written])].flatMap((id) =>
      Object.entries(sentences).flatMap(([language, words]) =>
        `trail.deed.${id}` in words ? [] : [`${language}: ${id}`],
      ),
    );
    expect(untold).toEqual([]);
  });

  it('by somebody known ask a rule of the domain', () => {
    const bare = changes.filter(({ id, admission }) => {
      const file = serviceFileOf(id);
      return admission === 'signed-in' && !(file !== undefined && does(file, asksPermission));
    });
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('are excepted from the trail only where they exist, with a reason', () => {
    expect(
      Object.keys(unrecordedChanges).filter((id) => !changes.some((operation) => operation.id === id)),
    ).toEqual([]);
  });
});
