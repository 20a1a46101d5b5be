import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Database } from '#database/connection.ts';
import { buildServer } from '#http/server.ts';
import { localContext } from '#main/local-context.ts';
import type { Context, Installation } from '#services/context.ts';
import { freshDatabase } from './database.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  // Tests read answers as they come; a wrong shape fails the expectation that reads it.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly text: string;
  readonly bytes: Buffer;
};

export type Caller = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  options?: {
    readonly body?: unknown;
    readonly bytes?: Uint8Array;
    readonly mediaType?: string;
    readonly version?: number;
    readonly headers?: Readonly<Record<string, string>>;
  },
) => Promise<Answer>;

export type TestApp = {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly installation: Installation;
  /** The installation's own context, to prepare what a test needs. */
  readonly context: Context;
  /** Calls as nobody. */
  readonly visitor: Caller;
  /** Calls with a session cookie or a token. */
  as(credentials: { cookie?: string; token?: string }): Caller;
  /** Signs in and calls as that person. */
  signIn(username: string, password: string): Promise<Caller>;
  stop(): Promise<void>;
};

export const testInstallation = (dataFolder: string): Installation => ({
  mode: 'demo',
  version: '0.0.0-test',
  dataFolder,
  origin: 'http://127.0.0.1:8080',
  sealKey: new Uint8Array(32).fill(7),
  mail: null,
});

export type AppOptions = {
  readonly now?: () => Date;
  /** Whether the pages are served too: it takes their build, which is made where it is missing. */
  readonly pages?: boolean;
};

/** The whole API on a database of its own, called without a socket. */
export async function startApp({ pages = false, ...options }: AppOptions = {}): Promise<TestApp> {
  const fresh = await freshDatabase();
  const dataFolder = mkdtempSync(join(tmpdir(), 'articula-data-'));
  const installation = testInstallation(dataFolder);
  const app = await buildServer({ database: fresh.database, installation, log: 'silent', ...options });
  if (pages) await addPages(app, { installation, ...options });
  await app.ready();
  const as = (credentials: { cookie?: string; token?: string }) => callerOf(app, credentials);
  return {
    app,
    database: fresh.database,
    installation,
    context: localContext(fresh.database, installation),
    visitor: as({}),
    as,
    async signIn(username, password) {
      const answer = await as({})('POST', '/api/session', { body: { name: username, password } });
      if (answer.status >= 300) throw new Error(`sign-in of ${username}: ${answer.status} ${answer.text}`);
      const cookie = [answer.headers['set-cookie']].flat().join('; ').split(';')[0] ?? '';
      return as({ cookie });
    },
    async stop() {
      await app.close();
      await fresh.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

// Whoever asks the API alone is spared the loading of what draws pages.
async function addPages(
  app: FastifyInstance,
  options: { readonly installation: Installation; readonly now?: () => Date },
): Promise<void> {
  const { buildWeb } = await import('#main/build-web.ts');
  const { servePages } = await import('#http/pages.ts');
  await buildWeb();
  await servePages(app, {
    home: fileURLToPath(new URL('..', import.meta.url)),
    development: false,
    ...options,
  });
}

function callerOf(app: FastifyInstance, credentials: { cookie?: string; token?: string }): Caller {
  return async (method, path, options = {}) => {
    const headers: Record<string, string> = { host: '127.0.0.1:8080', ...options.headers };
    if (credentials.cookie)
      Object.assign(headers, { cookie: credentials.cookie, 'sec-fetch-site': 'same-origin' });
    if (credentials.token) headers['authorization'] = `Bearer ${credentials.token}`;
    if (options.version !== undefined) headers['if-match'] = `"v${options.version}"`;
    const asked: InjectOptions = { method, url: path, headers };
    if (options.bytes) {
      headers['content-type'] = options.mediaType ?? 'application/octet-stream';
      asked.payload = Buffer.from(options.bytes);
    } else if (options.body !== undefined) {
      headers['content-type'] = 'application/json';
      asked.payload = JSON.stringify(options.body);
    }
    const reply = await app.inject(asked);
    return {
      status: reply.statusCode,
      headers: reply.headers,
      body: parsed(reply.body),
      text: reply.body,
      bytes: reply.rawPayload,
    };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
