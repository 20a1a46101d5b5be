import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import {
  RouterContextProvider,
  ServerRouter,
  type EntryContext,
  type HandleErrorFunction,
} from 'react-router';
import { apiContext, pageContext, type Api, type Page } from './page-context.ts';
import { Served } from './shell/served.ts';
import { loadMessages } from './words/messages.ts';
import { Words } from './words/words.tsx';

// The server takes both from this bundle, so that there is one copy of the router and of the context's keys.
export { createRequestHandler } from 'react-router';

/** What a page is given by the server that carries it. */
export function contextFor(page: Page, api: Api): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(pageContext, page);
  context.set(apiContext, api);
  return context;
}

/** Draws the whole page before sending it: a page half drawn on a bad line helps nobody. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const page = context.get(pageContext);
  const messages = await loadMessages(page.language);
  const routes = ['root', ...entry.staticHandlerContext.matches.map(({ route }) => route.id)];
  const preload = [...new Set(routes.flatMap((route) => page.wordsOf(route)))];
  return new Promise((resolve, reject) => {
    let answer = status;
    const { pipe, abort } = renderToPipeableStream(
      <Served value={{ nonce: page.nonce, preload }}>
        <Words language={page.language} messages={messages}>
          <ServerRouter context={entry} url={request.url} nonce={page.nonce} />
        </Words>
      </Served>,
      {
        nonce: page.nonce,
        onAllReady() {
          const body = new PassThrough();
          headers.set('content-type', 'text/html; charset=utf-8');
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }));
          pipe(body);
        },
        onShellError: reject,
        onError(problem) {
          answer = 500;
          page.report(problem);
        },
      },
    );
    setTimeout(abort, 10_000).unref();
  });
}

export const handleError: HandleErrorFunction = (problem, { request, context }) => {
  if (request.signal.aborted) return;
  context.get(pageContext).report(problem);
};
