import { existsSync, readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Language } from '#words/index.ts';

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

/** The web as it was built, or as it is being developed. */
export type WebBuild = {
  readonly development: boolean;
  /** Where the browser's files are; none in development. */
  readonly clientFolder: string | null;
  /** The script with the sentences of a language, to be fetched early. */
  readonly wordsScript: Readonly<Record<Language, string | null>>;
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
    wordsScript: findWordsScripts(join(home, 'build', 'client', '.vite', 'manifest.json')),
    load: () => (loaded ??= import(pathToFileURL(server).href) as Promise<ServerBundle>),
  };
}

function findWordsScripts(file: string): Record<Language, string | null> {
  const manifest = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, { file: string }>)
    : {};
  const find = (language: Language) => {
    const key = Object.keys(manifest).find((name) => name.endsWith(`virtual:words/${language}`));
    const found = key === undefined ? undefined : manifest[key];
    return found ? `/${found.file}` : null;
  };
  return { es: find('es'), en: find('en') };
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
    wordsScript: { es: null, en: null },
    load: () =>
      vite.ssrLoadModule('virtual:react-router/server-build') as Promise<unknown> as Promise<ServerBundle>,
  };
}
