import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { home } from './tree.ts';

const client = join(home, 'build', 'client');
const manifestFile = join(client, '.vite', 'manifest.json');
const isBuilt = existsSync(manifestFile);

type Chunk = { file: string; src?: string; imports?: string[] };

/** The scripts that an entry brings with it. */
function scriptsOf(manifest: Record<string, Chunk>, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) scriptsOf(manifest, next, seen);
  return seen;
}

// The web is built by the step before this one in `npm test`.
describe.runIf(isBuilt)('what a page carries', () => {
  const manifest = isBuilt ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Chunk>) : {};
  const text = (key: string) => readFileSync(join(client, manifest[key]?.file ?? ''), 'utf8');
  const routes = Object.keys(manifest).filter(
    (key) => manifest[key]?.src !== undefined && /\.tsx?(\?|$)/.test(key),
  );

  it('is never the whole library of schemas because of one rule', () => {
    const heavy = routes.filter((route) =>
      [...scriptsOf(manifest, route)].some((key) => /\$ZodType|ZodError/.test(text(key))),
    );
    expect(heavy).toEqual([]);
  });

  it('is never the parser of sentences: they are compiled when the web is built', () => {
    const heavy = routes.filter((route) =>
      [...scriptsOf(manifest, route)].some((key) => /compileMessage|Can't parse message/.test(text(key))),
    );
    expect(heavy).toEqual([]);
  });

  it('says nothing of the server: no SQL', () => {
    const telling = Object.keys(manifest).filter(
      (key) =>
        manifest[key]?.file.endsWith('.js') && /insert into |set local |create policy/i.test(text(key)),
    );
    expect(telling).toEqual([]);
  });
});
