import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { findChromium } from '../../tests/runner/chromium.ts';
import { startBare } from '../bare.ts';
import { median, rounded, type Benchmark, type Figure } from '../figure.ts';
import type { Product } from '../product.ts';
import { someTerritory } from './endpoints.ts';

/** Slow 3G as phones in the field have it, and a processor four times slower. */
const line = { offline: false, downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 400 };
const slowdown = 4;
const times = 3;

type Visit = {
  readonly bytes: number;
  /** The same by what it was for: document, script, font and so on. */
  readonly bytesOf: Readonly<Record<string, number>>;
  readonly paintMs: number;
  readonly liveMs: number | null;
  readonly shift: number;
};

/** A page as somebody opens it for the first time, and what it must keep to. */
type Opening = {
  readonly name: string;
  readonly path: string;
  /** Whose account of the demonstration; none for whoever is not signed in. */
  readonly username: string | null;
  readonly most: { readonly kB: number; readonly readable: number };
};

const openings = (reference: string): Opening[] => [
  {
    name: 'first screen of a committee',
    path: '/',
    username: 'comite',
    most: { kB: 200, readable: 2 },
  },
  {
    name: 'territory, as a committee sees it',
    path: `/territorios/${reference}`,
    username: 'comite',
    most: { kB: 200, readable: 2 },
  },
  {
    name: 'first screen of the coordination',
    path: '/',
    username: 'coordinacion',
    most: { kB: 300, readable: 2 },
  },
  {
    name: 'territory, as anybody sees it',
    path: `/territorios/${reference}`,
    username: null,
    most: { kB: 200, readable: 1.5 },
  },
];

/** Pages as a device first sees them that has kept nothing. */
export const firstLoad: Benchmark = {
  name: 'first-load',
  needsProduct: true,
  async run({ address, product, say }) {
    const { reference } = await someTerritory(address);
    const browser = await chromium.launch({
      executablePath: await findChromium(say),
      args: ['--no-sandbox'],
    });
    const bare = await startBare();
    try {
      const empty = await visits(browser, `${bare.address}/empty`, null, say);
      const figures: Figure[] = [];
      for (const opening of openings(reference)) {
        const account = product?.accounts.find(({ username }) => username === opening.username) ?? null;
        if (opening.username !== null && account === null) throw new Error(`no account ${opening.username}`);
        const made = await visits(browser, address + opening.path, account, say);
        figures.push(...figuresOf(opening, made, empty));
      }
      return figures;
    } finally {
      await browser.close();
      await bare.stop();
    }
  },
};

function figuresOf({ name, most }: Opening, made: readonly Visit[], empty: readonly Visit[]): Figure[] {
  const of = (some: readonly Visit[], what: (visit: Visit) => number) => median(some.map(what));
  const note =
    'slow 3G (50 kB/s, 400 ms), processor 4x slower, 390 px, nothing kept; reference: an empty page';
  const parts = Object.entries(made[0]?.bytesOf ?? {}).map(
    ([kind, some]) => `${kind} ${rounded(some / 1000)} kB`,
  );
  const live = made.flatMap(({ liveMs }) => (liveMs === null ? [] : [liveMs]));
  const paintOfEmpty = rounded(of(empty, ({ paintMs }) => paintMs) / 1000, 2);
  const figures: Figure[] = [
    {
      name: `${name}, over the wire`,
      value: rounded(of(made, ({ bytes }) => bytes) / 1000),
      unit: 'kB',
      reference: rounded(of(empty, ({ bytes }) => bytes) / 1000),
      mustReach: most.kB,
      note: `${note}; ${parts.join(', ')}`,
    },
    {
      name: `${name}, readable`,
      value: rounded(of(made, ({ paintMs }) => paintMs) / 1000, 2),
      unit: 's',
      reference: paintOfEmpty,
      mustReach: most.readable,
      note,
    },
    {
      name: `${name}, layout shift`,
      value: rounded(
        of(made, ({ shift }) => shift),
        3,
      ),
      unit: '',
      reference: rounded(
        of(empty, ({ shift }) => shift),
        3,
      ),
      mustReach: 0.05,
      note,
    },
  ];
  if (live.length === 0) return figures;
  const value = rounded(median(live) / 1000, 2);
  return [
    ...figures,
    { name: `${name}, live`, value, unit: 's', reference: paintOfEmpty, mustReach: 4.5, note },
  ];
}

type Account = Product['accounts'][number] | null;

async function visits(
  browser: Browser,
  address: string,
  account: Account,
  say: (line: string) => void,
): Promise<Visit[]> {
  const made: Visit[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    say(`${new URL(address).pathname}, ${account?.username ?? 'nobody'}, visit ${turn + 1} of ${times}`);
    made.push(await visit(browser, address, account));
  }
  return made;
}

async function visit(browser: Browser, address: string, account: Account): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
    locale: 'es-PA',
  });
  try {
    // Signed in beside the browser: of the product it has the cookie and nothing else.
    if (account !== null) await signIn(context, new URL(address).origin, account);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const counted = await slow(session);
    await page.addInitScript(noteWhenLive);
    await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
    await page.waitForTimeout(3000);
    return { ...counted(), ...(await timesOf(page)) };
  } finally {
    await context.close();
  }
}

async function signIn(
  context: BrowserContext,
  origin: string,
  { username, password }: NonNullable<Account>,
): Promise<void> {
  const answer = await context.request.post(`${origin}/entrar`, {
    headers: { origin },
    form: { name: username, password },
    maxRedirects: 0,
  });
  if (answer.status() >= 400 || answer.status() < 300) throw new Error(`${username} was not let in`);
}

/** Slows the line and the processor, and counts what came over the wire. */
async function slow(session: CDPSession): Promise<() => { bytes: number; bytesOf: Record<string, number> }> {
  const kinds = new Map<string, string>();
  const bytesOf: Record<string, number> = {};
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type.toLowerCase()));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'other';
    bytesOf[kind] = (bytesOf[kind] ?? 0) + encodedDataLength;
  });
  await session.send('Network.emulateNetworkConditions', line);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return () => ({ bytes: Object.values(bytesOf).reduce((sum, some) => sum + some, 0), bytesOf });
}

function timesOf(page: Page): Promise<{ paintMs: number; liveMs: number | null; shift: number }> {
  return page.evaluate(`({
    paintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    liveMs: window.liveSince ?? null,
    shift: window.shifted,
  })`);
}

/** A page is live when React has taken its elements over; it leaves its mark on them. What moves meanwhile is added up. */
const noteWhenLive = `(() => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifted += shift.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const body = document.body;
    if (body && Object.keys(body).some((key) => key.startsWith('__react'))) window.liveSince = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;
