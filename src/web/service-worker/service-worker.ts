/// <reference lib="webworker" />
// Keeps what was read, for whoever read it, and gives it back where there is no line.
// Files under /assets carry their content's mark in the name: once kept, never asked for again.
// Pages are asked for first and kept second; each person's pages lie apart, and only those of whoever was here last are shown.
import type { Told } from '../offline/told.ts';

declare const self: ServiceWorkerGlobalScope;
/** Filled in by the build: what every page needs, and a mark that changes with it. */
declare const shellFiles: readonly string[];
declare const shellMark: string;

const assets = 'assets';
const state = 'state';
const offlinePage = '/sin-conexion';
const mostPages = 80;
/** Pages that hold secrets or that mean nothing later. */
const neverKept = /^\/(entrar|salir|codigo|invitacion|preferencias|sin-conexion|api)(\/|\.|$)/;

self.addEventListener('install', (event) => {
  event.waitUntil(keepAssets(shellFiles).then(keepOfflinePage));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldAssets().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  const told = event.data as Told;
  if (told === 'take-over') {
    void self.skipWaiting();
    return;
  }
  event.waitUntil(keepAssets(told.assets).then(() => answer(new Request(told.page), true)));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/'))
    return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(assetOf(request));
  else if (request.mode === 'navigate' || url.pathname.endsWith('.data')) {
    event.respondWith(answer(request, request.mode === 'navigate', (work) => event.waitUntil(work)));
  }
});

async function assetOf(request: Request): Promise<Response> {
  const cache = await caches.open(assets);
  const kept = await cache.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
}

/** Asks the server; gives what was kept where it cannot be reached. */
async function answer(
  request: Request,
  isPage: boolean,
  later: (work: Promise<unknown>) => void = () => undefined,
): Promise<Response> {
  try {
    const fresh = await fetch(request);
    const person = fresh.headers.get('x-person');
    if (person !== null) await remember(person);
    if (person !== null && mayKeep(request, fresh)) {
      const copy = fresh.clone();
      later(keep(person, request, copy).then(() => keepTwin(person, request)));
    }
    return fresh;
  } catch (problem) {
    const kept = await keptFor(await personHere(), request);
    if (kept) return kept;
    if (isPage) return offlineAnswer(new URL(request.url));
    throw problem;
  }
}

/** Under its own address: drawn under another one, the router would look for a page that is not there. */
async function offlineAnswer(wanted: URL): Promise<Response> {
  if (wanted.pathname !== offlinePage) {
    return Response.redirect(`${offlinePage}?de=${encodeURIComponent(wanted.pathname + wanted.search)}`);
  }
  return (await (await caches.open(state)).match(offlinePage)) ?? Response.error();
}

function mayKeep(request: Request, fresh: Response): boolean {
  return fresh.status === 200 && !fresh.redirected && !neverKept.test(new URL(request.url).pathname);
}

const cacheOf = (person: string) => caches.open(`pages-${person}`);

async function keep(person: string, request: Request, copy: Response): Promise<void> {
  const cache = await cacheOf(person);
  // Put anew, it becomes the youngest: what was not read for long goes first.
  await cache.delete(request.url);
  await cache.put(request.url, copy);
  const kept = await cache.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - mostPages))) await cache.delete(old);
}

/** A page opened as a whole is later asked for as data, and the other way round: both are kept. */
async function keepTwin(person: string, request: Request): Promise<void> {
  const twin = twinOf(new URL(request.url));
  if (twin === null) return;
  const fresh = await fetch(twin, { credentials: 'same-origin' });
  if (fresh.headers.get('x-person') === person && mayKeep(new Request(twin), fresh))
    await keep(person, new Request(twin), fresh);
}

function twinOf(url: URL): string | null {
  if (url.searchParams.has('_routes')) return null;
  const twin = new URL(url);
  if (url.pathname.endsWith('.data'))
    twin.pathname =
      url.pathname === '/_.data' || url.pathname === '/_root.data'
        ? '/'
        : url.pathname.slice(0, -'.data'.length);
  else twin.pathname = url.pathname === '/' ? '/_.data' : `${url.pathname.replace(/\/$/, '')}.data`;
  return twin.href;
}

async function keptFor(person: string, request: Request): Promise<Response | undefined> {
  return (await cacheOf(person)).match(request.url);
}

/** Whoever the server saw last. Another person's pages stay, unseen, until that person is here again. */
async function remember(person: string): Promise<void> {
  if ((await personHere()) === person) return;
  await (await caches.open(state)).put('/.person', new Response(person));
}

async function personHere(): Promise<string> {
  return (await (await (await caches.open(state)).match('/.person'))?.text()) ?? 'none';
}

async function keepAssets(files: readonly string[]): Promise<void> {
  const cache = await caches.open(assets);
  await Promise.all(
    files.map(async (file) => {
      if (await cache.match(file)) return;
      const fresh = await fetch(file);
      if (fresh.ok) await cache.put(file, fresh);
    }),
  );
}

async function keepOfflinePage(): Promise<void> {
  const fresh = await fetch(offlinePage, { credentials: 'omit' });
  if (fresh.ok) await (await caches.open(state)).put(offlinePage, fresh);
}

/** Of two builds the files of the older go when nothing that was kept can need them: at the third. */
async function dropOldAssets(): Promise<void> {
  const cache = await caches.open(state);
  const marks = JSON.parse((await (await cache.match('/.marks'))?.text()) ?? '[]') as {
    mark: string;
    at: number;
  }[];
  if (marks.at(-1)?.mark === shellMark) return;
  await cache.put(
    '/.marks',
    new Response(JSON.stringify([...marks.slice(-2), { mark: shellMark, at: Date.now() }])),
  );
  if (marks.length < 3) return;
  await caches.delete(assets);
  for (const name of await caches.keys()) if (name.startsWith('pages-')) await caches.delete(name);
  await keepAssets(shellFiles);
}
