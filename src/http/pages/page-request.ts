import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable, Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

/** The most that a form may carry, files included. */
export const maximumForm = 26_214_400;

/** A form is larger than `maximumForm`. */
export class TooLarge extends Error {}

/** The request as the router of pages reads it. */
export function requestOf(
  request: FastifyRequest,
  reply: FastifyReply,
  origin: string,
): { readonly request: Request; isTooLarge(): boolean } {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) headers.append(name, one);
  }
  // The router compares a form's origin with this, scheme and all: a proxy before us may have ended TLS.
  const base = request.host === new URL(origin).host ? origin : `${request.protocol}://${request.host}`;
  const path = request.raw.url?.startsWith('/') ? request.raw.url : '/';
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const body = hasBody ? limited(request.raw) : null;
  const made = new Request(base + path, {
    method: request.method,
    headers,
    signal: gone.signal,
    ...(body ? { body: Readable.toWeb(body) as ReadableStream, duplex: 'half' } : {}),
  });
  return { request: made, isTooLarge: () => body?.errored instanceof TooLarge };
}

function limited(source: Readable): Readable {
  let received = 0;
  const gate = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      if (received > maximumForm) done(new TooLarge());
      else done(null, chunk);
    },
  });
  source.on('error', (problem) => gate.destroy(problem));
  return source.pipe(gate);
}

/** Sends the router's answer, compressed as the browser allows. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Response,
  setCookies: readonly string[],
): FastifyReply {
  void reply.code(answer.status);
  for (const [name, value] of answer.headers)
    if (name !== 'set-cookie' && name !== 'content-length') void reply.header(name, value);
  for (const line of [...answer.headers.getSetCookie(), ...setCookies]) void reply.header('set-cookie', line);
  if (!answer.body) {
    void reply.removeHeader('content-type');
    return reply.send();
  }
  const body = Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
  if (!isText(answer.headers.get('content-type') ?? '') || answer.headers.has('content-encoding'))
    return reply.send(body);
  void reply.header('vary', 'accept-encoding, cookie');
  const accepted = request.headers['accept-encoding'] ?? '';
  if (/\bbr\b/.test(accepted)) {
    const brotli = createBrotliCompress({
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 20 },
    });
    return reply.header('content-encoding', 'br').send(body.pipe(brotli));
  }
  if (/\bgzip\b/.test(accepted))
    return reply.header('content-encoding', 'gzip').send(body.pipe(createGzip()));
  return reply.send(body);
}

function isText(type: string): boolean {
  return /^(text\/|application\/(json|manifest\+json)|image\/svg)/.test(type);
}
