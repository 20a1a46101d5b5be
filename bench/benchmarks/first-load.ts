import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { findChromium } from '../../tests/runner/chromium.ts';
import { startBare } from '../bare.ts';
import { median, rounded, type Benchmark } from '../figure.ts';
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
};

/** The page of a territory as a committee's secretary first sees it. */
export const firstLoad: Benchmark = {
  name: 'first-load',
  needsProduct: true,
  async run({ address, say }) {
    const { reference } = await someTerritory(address);
    const browser = await chromium.launch({
      executablePath: await findChromium(say),
      args: ['--no-sandbox'],
    });
    const bare = await startBare();
    try {
      const pages = await visits(browser, `${address}/territorios/${reference}`, say);
      const empty = await visits(browser, `${bare.address}/empty`, say);
      const of = (some: readonly Visit[], what: (visit: Visit) => number) => median(some.map(what));
      const live = pages.flatMap(({ liveMs }) => (liveMs === null ? [] : [liveMs]));
      const note =
        'slow 3G (50 kB/s, 400 ms), processor 4x slower, 390 px, nothing kept; reference: an empty page';
      const parts = Object.entries(pages[0]?.bytesOf ?? {}).map(
        ([kind, some]) => `${kind} ${rounded(some / 1000)} kB`,
      );
      return [
        {
          name: 'first load of a territory, over the wire',
          value: rounded(of(pages, ({ bytes }) => bytes) / 1000),
          unit: 'kB',
          reference: rounded(of(empty, ({ bytes }) => bytes) / 1000),
          mustReach: 200,
          note: `${note}; ${parts.join(', ')}`,
        },
        {
          name: 'first load of a territory, readable',
          value: rounded(of(pages, ({ paintMs }) => paintMs) / 1000, 2),
          unit: 's',
          reference: rounded(of(empty, ({ paintMs }) => paintMs) / 1000, 2),
          mustReach: 2,
          note,
        },
        ...(live.length > 0
          ? [
              {
                name: 'first load of a territory, live',
                value: rounded(median(live) / 1000, 2),
                unit: 's',
                reference: rounded(of(empty, ({ paintMs }) => paintMs) / 1000, 2),
                mustReach: 4.5,
                note,
              },
            ]
          : []),
      ];
    } finally {
      await browser.close();
      await bare.stop();
    }
  },
};

async function visits(browser: Browser, address: string, say: (line: string) => void): Promise<Visit[]> {
  const made: Visit[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    say(`${new URL(address).pathname}, visit ${turn + 1} of ${times}`);
    made.push(await visit(browser, address));
  }
  return made;
}

async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
    locale: 'es-PA',
  });
  try {
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

function timesOf(page: Page): Promise<{ paintMs: number; liveMs: number | null }> {
  return page.evaluate(`({
    paintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    liveMs: window.liveSince ?? null,
  })`);
}

/** A page is live when React has taken its elements over; it leaves its mark on them. */
const noteWhenLive = `(() => {
  const look = () => {
    const body = document.body;
    if (body && Object.keys(body).some((key) => key.startsWith('__react'))) window.liveSince = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;
