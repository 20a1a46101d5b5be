import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Operation } from '#contract/operation.ts';
import type { Language } from '#words/index.ts';

type Sent = { readonly body?: string | Uint8Array; readonly headers?: Readonly<Record<string, string>> };
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** How each operation is called, without the schemas that the contract holds. */
export function routesOf(operations: Readonly<Record<string, Operation>>) {
  const entries = Object.values(operations).map((operation) => [
    operation.id,
    {
      method: operation.method,
      path: operation.path,
      query: operation.query ? Object.keys(operation.query.shape) : [],
      hasBody: operation.body !== undefined,
      isFile: operation.file !== undefined,
    },
  ]);
  return Object.fromEntries(entries) as Record<
    string,
    { method: string; path: string; query: string[]; hasBody: boolean; isFile: boolean }
  >;
}

/**
 * The API as a page asks it: in the same process, as the person whose request is being answered.
 * Cookies that answers set are used by the next question and handed to the page's own reply.
 */
export function apiInProcess(
  app: FastifyInstance,
  request: FastifyRequest,
  asked: Language,
  routes: ReturnType<typeof routesOf>,
) {
  const cookies = cookiesOf(request);
  let language = asked;
  return {
    /** What the page's own reply must set. */
    setCookies: cookies.set as readonly string[],
    /** From now on answers are worded in this language. */
    speak: (chosen: Language) => void (language = chosen),
    api: {
      routes,
      async ask(method: string, path: string, sent: Sent = {}) {
        const answer = await app.inject({
          method: method as Method,
          url: path,
          remoteAddress: request.ip,
          headers: {
            host: request.headers.host ?? 'localhost',
            cookie: cookies.header(),
            'user-agent': request.headers['user-agent'] ?? '',
            'accept-language': language,
            'sec-fetch-site': 'same-origin',
            'x-request-id': request.id,
            ...sent.headers,
          },
          ...(sent.body === undefined
            ? {}
            : { payload: typeof sent.body === 'string' ? sent.body : Buffer.from(sent.body) }),
        });
        cookies.take(answer.headers['set-cookie']);
        return {
          status: answer.statusCode,
          headers: headersOf(answer.headers),
          bytes: new Uint8Array(answer.rawPayload),
        };
      },
    },
  };
}

/** The cookies of the request, and those that answers set in the meantime. */
function cookiesOf(request: FastifyRequest) {
  const jar = new Map(Object.entries(request.cookies).map(([name, value]) => [name, value ?? '']));
  const set: string[] = [];
  const remember = (line: string) => {
    set.push(line);
    const [pair = '', ...attributes] = line.split(';');
    const name = pair.slice(0, pair.indexOf('=')).trim();
    const value = decodeURIComponent(pair.slice(pair.indexOf('=') + 1));
    if (value === '' || attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) jar.delete(name);
    else jar.set(name, value);
  };
  return {
    set,
    header: () => [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; '),
    take: (lines: string | string[] | undefined) => [lines ?? []].flat().forEach(remember),
  };
}

function headersOf(given: OutgoingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    if (name !== 'set-cookie' && value !== undefined) headers.set(name, [value].flat().join(', '));
  }
  return headers;
}
