import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { home } from './tree.ts';

const client = join(home, 'build', 'client');
const manifestFile = join(client, '.vite', 'manifest.json');
const isBuilt = existsSync(manifestFile);

type Chunk = { file: string; src?: string; imports?: string[]; dynamicImports?: string[] };

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

  // What a first load brings besides the page's own document, which may take the rest: 200 kB on the screens of a committee, whose
  // phones are cheap and lines bad, 300 kB on those of an office. Visitors are given most pages without any script.
  const mostOfCommittee = 175_000;
  const mostOfOffice = 225_000;
  const ofCommittee =
    /^(home\/home|offline\/|diagnosis\/|commitments\/(commitment|evidence|new-commitments|verify)|ledger\/ledger|inbox\/|actors\/structure|access\/(sign-in|invitation|access-code|my-))/;
  const headersOfOneAnswer = 450;

  it('is at most 200 kB on a first load of a committee’s screen, 300 on an office’s, with a document of 25 or 75', () => {
    const files = (route: string) => {
      const scripts = [...scriptsOf(manifest, 'src/web/entry.client.tsx')];
      // The first screen brings that of whoever asks: on a committee's phone, the committee's.
      const within = route === 'home/home.route' ? withinOf('home/my-committee.route') : [];
      for (const key of [...keysOf('root'), ...keysOf(route), ...within])
        scripts.push(...scriptsOf(manifest, key));
      const waitedFor = scripts
        .flatMap((key) => manifest[key]?.dynamicImports ?? [])
        .filter((key) => /virtual:words\/.*\/es$/.test(key));
      const always = Object.keys(manifest).filter((key) => /^style\.css$|\.woff2$/.test(key));
      return new Set([...scripts, ...waitedFor, ...always].map((key) => manifest[key]?.file ?? ''));
    };
    const withinOf = (route: string) => {
      const found = Object.keys(manifest).filter((key) => key.startsWith(`src/web/${route}.tsx`));
      expect(found.length, route).toBeGreaterThan(0);
      return found;
    };
    const keysOf = (route: string) => routes.filter((key) => key.startsWith(`src/web/${route}.tsx?`));
    const addresses = Math.max(...addressTables().map((file) => wireSize(file)));
    const heavy = routes
      .map((key) => /^src\/web\/(.+\.route)\.tsx\?/.exec(key)?.[1])
      .filter((route) => route !== undefined)
      .map((route) => {
        const sizes = [...files(route)].map((file) => wireSize(file));
        return { route, bytes: sizes.reduce((sum, size) => sum + size, addresses) };
      })
      .filter(({ route, bytes }) => bytes > (ofCommittee.test(route) ? mostOfCommittee : mostOfOffice));
    expect(routes.filter((key) => ofCommittee.test(key.replace('src/web/', ''))).length).toBeGreaterThan(10);
    expect(heavy).toEqual([]);
  });

  /** Text travels as the build has compressed it; type is compressed in itself. */
  function wireSize(file: string): number {
    const whole = join(client, file);
    return statSync(existsSync(`${whole}.br`) ? `${whole}.br` : whole).size + headersOfOneAnswer;
  }

  function addressTables(): string[] {
    const names = readdirSync(join(client, 'assets')).filter((name) => /^manifest-\w+\.js$/.test(name));
    return names.map((name) => `assets/${name}`);
  }

  it('are no sentences of other rooms: a territory says nothing of accounts', () => {
    const words = 'virtual:words/territories/territory.route/es';
    expect(text(words)).toContain('places.');
    expect(text(words)).not.toMatch(/accounts\.|mine\.|trail\./);
  });

  it('says nothing of the server: no SQL', () => {
    const telling = Object.keys(manifest).filter(
      (key) =>
        manifest[key]?.file.endsWith('.js') && /insert into |set local |create policy/i.test(text(key)),
    );
    expect(telling).toEqual([]);
  });
});
