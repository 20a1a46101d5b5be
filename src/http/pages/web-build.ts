import { existsSync, readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { languages, type Language } from '#words/index.ts';

type Handler = (request: Request, context: unknown) => Promise<Response>;

/** What this floor uses of the web's server bundle; the bundle itself is not seen by its types. */
export type ServerBundle = {
  readonly entry: {
    readonly module: {
      readonly createRequestHandler: (bundle: unknown, mode: string) => Handler;
      readonly contextFor: (page: unknown, api: unknown) => unknown;
    };
  };
};

type WordsOfRoutes = Readonly<Record<string, readonly string[]>>;

/** The web as it was built, or as it is being developed. */
export type WebBuild = {
  readonly development: boolean;
  /** Where the browser's files are; none in development. */
  readonly clientFolder: string | null;
  /** The scripts with the sentences of a language by route, to be fetched early. */
  readonly words: Readonly<Record<Language, WordsOfRoutes>>;
  load(): Promise<ServerBundle>;
};

/**
 * Opens what `buildWeb` wrote.
 * @param home the folder of the package
 */
export function openBuild(home: string): WebBuild {
  const server = join(home, 'build', 'server', 'index.js');
  if (!existsSync(server)) throw new Error('the web is not built: run "npm run build"');
  let loaded: Promise<ServerBundle> | null = null;
  return {
    development: false,
    clientFolder: join(home, 'build', 'client'),
    words: wordsOfRoutes(join(home, 'build', 'client', '.vite', 'manifest.json')),
    load: () => (loaded ??= import(pathToFileURL(server).href) as Promise<ServerBundle>),
  };
}

type Chunk = { readonly file: string; readonly imports?: string[]; readonly dynamicImports?: string[] };

/** Which sentences the scripts of each route wait for, as the build says. What the first script waits for is the root's. */
function wordsOfRoutes(file: string): Record<Language, WordsOfRoutes> {
  const manifest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Chunk>) : {};
  const found: Record<Language, Record<string, string[]>> = { es: {}, en: {} };
  for (const key of Object.keys(manifest)) {
    const [, route] = /^src\/web\/(.+?)\.tsx(?:\?|$)/.exec(key) ?? [];
    if (route === undefined) continue;
    const waited = [...scriptsOf(manifest, key)].flatMap((script) => manifest[script]?.dynamicImports ?? []);
    const id = route === 'entry.client' ? 'root' : route;
    for (const language of languages) {
      const words = waited.filter((name) => /virtual:words\//.test(name) && name.endsWith(`/${language}`));
      (found[language][id] ??= []).push(...words.map((name) => `/${manifest[name]?.file}`));
    }
  }
  return found;
}

/** A script and all that it imports. */
function scriptsOf(manifest: Readonly<Record<string, Chunk>>, key: string, seen = new Set<string>()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) scriptsOf(manifest, next, seen);
  return seen;
}

/** Lets Vite serve the web's sources inside the same server: an edited component is on the screen at once. */
export async function developBuild(app: FastifyInstance, home: string): Promise<WebBuild> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    root: home,
    configFile: join(home, 'vite.config.ts'),
    server: { middlewareMode: true, hmr: { server: app.server } },
    appType: 'custom',
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/api/')) return done();
    vite.middlewares(request.raw, reply.raw, () => done());
  });
  app.addHook('onClose', () => vite.close());
  return {
    development: true,
    clientFolder: null,
    words: { es: {}, en: {} },
    load: () =>
      vite.ssrLoadModule('virtual:react-router/server-build') as Promise<unknown> as Promise<ServerBundle>,
  };
}
