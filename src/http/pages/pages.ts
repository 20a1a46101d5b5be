import fastifyStatic from '@fastify/static';
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Operation } from '#contract/operation.ts';
import { languages, say, type Language } from '#words/index.ts';
import { apiInProcess, routesOf } from './api-in-process.ts';
import { maximumForm, requestOf, sendPage, TooLarge } from './page-request.ts';
import { timeZones } from './time-zones.ts';
import { secure } from './page-security.ts';
import { visitorOf } from './visitor.ts';
import type { WebBuild } from './web-build.ts';

export type PagesParts = {
  readonly build: WebBuild;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly origin: string;
  readonly mode: 'demo' | 'real';
  readonly now?: () => Date;
};

/** The door for people: every address that is not the API's is a page of the web. */
export async function pages(app: FastifyInstance, parts: PagesParts): Promise<void> {
  const door = { ...parts, routes: routesOf(parts.operations), clock: timeZones() };
  await app.register(async (web) => {
    // The router reads forms itself, as a stream; the API keeps its own parsers.
    web.removeAllContentTypeParsers();
    web.addContentTypeParser('*', (_request, _payload, done) => done(null));
    if (parts.build.clientFolder !== null) await serveFiles(web, parts.build.clientFolder);
    for (const url of ['/', '/*']) {
      web.route({
        method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
        url,
        handler: (request, reply) => answerPage(app, door, request, reply),
      });
    }
  });
}

/** Files with their content's mark in the name never change; the others are asked for anew each time. */
async function serveFiles(web: FastifyInstance, folder: string): Promise<void> {
  await web.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    dotfiles: 'ignore',
    globIgnore: ['**/*.br', '**/*.gz', '.vite/**'],
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      const isMarked = path.includes('/assets/');
      void reply.header('cache-control', isMarked ? 'public, max-age=31536000, immutable' : 'no-cache');
      void reply.header('x-content-type-options', 'nosniff');
    },
  });
}

type Door = PagesParts & {
  readonly routes: ReturnType<typeof routesOf>;
  readonly clock: ReturnType<typeof timeZones>;
};

async function answerPage(app: FastifyInstance, door: Door, request: FastifyRequest, reply: FastifyReply) {
  const asked = languageOfPage(request);
  const nonce = randomBytes(16).toString('base64');
  secure(reply, nonce, door.build.development);
  if (Number(request.headers['content-length'] ?? 0) > maximumForm)
    return sendTooLarge(request, reply, asked);
  const { api, setCookies, speak } = apiInProcess(app, request, asked, door.routes);
  const page = await describePage(door, request, nonce, asked, api);
  speak(page.language);
  const bundle = await door.build.load();
  const { createRequestHandler, contextFor } = bundle.entry.module;
  const handler = createRequestHandler(bundle, door.build.development ? 'development' : 'production');
  const read = requestOf(request, reply, door.origin);
  const answer = await handler(read.request, contextFor(page, api));
  if (read.isTooLarge()) return sendTooLarge(request, reply, asked);
  // Kept by the device for reading without a line, under the name of whoever it was drawn for.
  void reply
    .header('x-person', page.personKey)
    .header('x-request-id', request.id)
    .header('cache-control', 'private, no-cache');
  return sendPage(request, reply, answer, setCookies);
}

/** What a page is told of its request, before any part of it asks the API. */
async function describePage(
  door: Door,
  request: FastifyRequest,
  nonce: string,
  asked: Language,
  api: ReturnType<typeof apiInProcess>['api'],
) {
  const { visitor, personKey, awaitsSecondFactor, ...liked } = await visitorOf(api);
  // What was chosen on this device goes before what the account says.
  const language = request.cookies['articula_language'] === undefined ? (liked.language ?? asked) : asked;
  const timeZone = await door.clock(api, visitor?.country);
  return {
    nonce,
    language,
    theme: themeOf(request) ?? liked.theme ?? 'system',
    mode: door.mode,
    origin: door.origin,
    requestId: request.id,
    timeZone,
    today: new Intl.DateTimeFormat('en-CA', { timeZone }).format(door.now?.() ?? new Date()),
    personKey,
    visitor,
    awaitsSecondFactor,
    wordsOf: (route: string) => door.build.words[language][route] ?? [],
    report: (problem: unknown) => reportBug(request, problem),
  };
}

/** What a page throws on purpose (an answer, a refusal) is no bug; the rest is logged with the number that the page shows. */
function reportBug(request: FastifyRequest, problem: unknown): void {
  if (!(problem instanceof Error) || problem instanceof TooLarge) return;
  request.log.error({ problem, requestId: request.id, url: request.url }, 'page failed');
}

/** Nothing of the form was read, so nothing of it can be shown again: what is taken, and the way back. */
function sendTooLarge(request: FastifyRequest, reply: FastifyReply, language: Language): FastifyReply {
  const words = say(language, 'refusal.shared.too-large', {
    megabytes: Math.floor(maximumForm / 1_000_000),
  });
  const { pathname } = new URL(request.url, 'http://here');
  const back = `<p><a href="${encodeURI(pathname)}">${say(language, 'request.too-large-back')}</a></p>`;
  const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';
  return reply
    .code(413)
    .header('connection', 'close')
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="${language}">${head}<title>Articula</title><main><p>${words}</p>${back}</main></html>`,
    );
}

function languageOfPage(request: FastifyRequest): Language {
  const chosen = request.cookies['articula_language'] ?? request.headers['accept-language'] ?? '';
  return languages.find((language) => language === chosen.slice(0, 2).toLowerCase()) ?? 'es';
}

function themeOf(request: FastifyRequest): 'system' | 'light' | 'dark' | null {
  const chosen = request.cookies['articula_theme'];
  return chosen === 'light' || chosen === 'dark' || chosen === 'system' ? chosen : null;
}
