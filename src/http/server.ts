import cookie from '@fastify/cookie';
import fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/access/actor.ts';
import type { Database } from '#database/connection.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import { refuse } from '#domain/shared/refusals.ts';
import type { Context, Installation } from '#services/context.ts';
import { actorOf } from '#services/access/actor-of.ts';
import { languages, type Language } from '#words/index.ts';
import { bindOperations } from './bind-operations.ts';
import { allBindings, allOperations } from './all-bindings.ts';
import { serveDocuments } from './documents.ts';
import { guardOrigin } from './guard-origin.ts';
import { sendFailure, sendProblem } from './problem.ts';
import { cookieName, cookieOptions } from './session-cookie.ts';

export type ServerParts = {
  readonly database: Database;
  readonly installation: Installation;
  /** Where the log goes; tests are silent. */
  readonly log: 'silent' | 'info' | 'warn';
  readonly now?: () => Date;
};

/** The door for programs: every operation, its description, and one place where errors become answers. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = fastify({
    logger:
      parts.log === 'silent'
        ? false
        : { level: parts.log, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: parts.installation.mode === 'real' ? 'loopback' : false,
    bodyLimit: 1_048_576,
    // An address that cannot be read comes before any route, and before cookies.
    frameworkErrors: (_fault, request, reply) => {
      const language = languageNamed(request.headers['accept-language'] ?? '');
      void sendProblem(reply, refuse('shared.not-found'), language);
    },
    routerOptions: { maxParamLength: 300 },
  });
  await app.register(cookie);
  guardOrigin(app, parts.installation);
  answerErrors(app);
  await app.register(async (api) => {
    readBodies(api);
    bindOperations(api, allOperations, allBindings, (request, reply) => contextOf(parts, request, reply));
    serveDocuments(api, parts.installation, languageOf);
    api.all('/api/*', async () => {
      throw refuse('shared.not-found');
    });
    api.addHook('onSend', async (request, reply) => {
      if (!reply.hasHeader('cache-control')) {
        void reply.header(
          'cache-control',
          request.headers.cookie || request.headers.authorization ? 'private, no-cache' : 'no-cache',
        );
      }
      // Whoever keeps an answer keeps it for who asked: a name in it may be hidden from the next person at this device.
      if (!reply.hasHeader('vary')) void reply.header('vary', 'cookie, authorization, accept-language');
      void reply.header('x-content-type-options', 'nosniff').header('x-request-id', request.id);
    });
  });
  return app;
}

/** The language asked for: the cookie of the page, else the browser's, else Spanish. */
export function languageOf(request: FastifyRequest): Language {
  return languageNamed(request.cookies['articula_language'] ?? request.headers['accept-language'] ?? '');
}

function languageNamed(chosen: string): Language {
  const first = chosen.slice(0, 2).toLowerCase();
  return languages.find((language) => language === first) ?? 'es';
}

async function contextOf(parts: ServerParts, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  const now = parts.now?.() ?? new Date();
  const origin = parts.installation.origin;
  const session = request.cookies[cookieName(origin)] ?? null;
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
  const setSession = (secret: string, expires: Date) =>
    void reply.setCookie(cookieName(origin), secret, { ...cookieOptions(origin), expires });
  const found = await actorOf(parts.database, { session, token: bearer }, now);
  if (found.rotated) setSession(found.rotated.secret, found.rotated.expiresAt);
  if (bearer !== null && found.actor.kind === 'visitor') throw refuse('shared.signed-out');
  return {
    actor: found.actor satisfies Actor,
    now,
    requestId: request.id,
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
    language: languageOf(request),
    database: parts.database,
    installation: parts.installation,
    session: {
      secret: session,
      give: setSession,
      take: () => void reply.clearCookie(cookieName(origin), cookieOptions(origin)),
    },
  };
}

/** JSON is read as JSON, a file as bytes, and nothing else is read at all: forms cannot reach the API from elsewhere. */
function readBodies(api: FastifyInstance): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    if (request.routeOptions.config.takesBytes) return done(null, bytes);
    const text = bytes.toString('utf8');
    if (text === '') return done(null, undefined);
    try {
      done(null, JSON.parse(text, dropPrototype));
    } catch (problem) {
      const position = / at position (\d+)/.exec((problem as Error).message)?.[1];
      const line = position ? text.slice(0, Number(position)).split('\n').length : 1;
      done(refuse('shared.invalid', { problems: [{ code: 'request.not-json', line }] }));
    }
  });
  const forms = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);
  api.addContentTypeParser('*', { parseAs: 'buffer' }, (request, bytes, done) => {
    const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (forms.has(mediaType))
      return done(refuse('shared.unsupported-media', { values: { accepted: 'application/json' } }));
    done(null, bytes);
  });
}

function dropPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}

const refusalOfFault: Readonly<Record<string, (request: FastifyRequest) => Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ({ routeOptions }) =>
    refuse('shared.too-large', { values: { megabytes: megabytesOf(routeOptions.bodyLimit ?? 0) } }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    refuse('shared.unsupported-media', { values: { accepted: 'application/json' } }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    refuse('shared.invalid', { problems: [{ code: 'request.cut-short' }] }),
  FST_ERR_BAD_URL: () => refuse('shared.not-found'),
};

/** A limit as people say it: never below one. */
function megabytesOf(bytes: number): number {
  return Math.max(1, Math.floor(bytes / 1_000_000));
}

/** The one place where what was thrown becomes an answer. */
function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((fault: Error & { code?: string; statusCode?: number }, request, reply) => {
    const language = languageOf(request);
    if (fault instanceof Refusal) return sendProblem(reply, fault, language);
    const known = refusalOfFault[fault.code ?? ''] ?? refusalOfDatabaseFault(fault.code);
    if (known) return sendProblem(reply, known(request), language);
    if (fault.statusCode !== undefined && fault.statusCode < 500) {
      return sendProblem(
        reply,
        refuse('shared.invalid', { problems: [{ code: 'request.invalid-value' }] }),
        language,
      );
    }
    request.log.error({ fault, requestId: request.id, route: request.routeOptions.url }, 'failure');
    return sendFailure(reply, language);
  });
}

/** Text that no database can hold (a NUL, a lone surrogate, a number beyond its column) is the sender's fault. */
function refusalOfDatabaseFault(code: string | undefined): (() => Refusal) | undefined {
  const invalid = new Set(['22021', '22P05', '22003', '22P02', '22001']);
  if (code !== undefined && invalid.has(code)) {
    return () => refuse('shared.invalid', { problems: [{ code: 'request.invalid-value' }] });
  }
  if (code === '42501') return () => refuse('shared.forbidden');
  return undefined;
}
