import axe from 'axe-core';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { buildServer } from '#http/server.ts';
import { servePages } from '#http/pages.ts';
import { buildWeb } from '#main/build-web.ts';
import { localContext } from '#main/local-context.ts';
import type { Context } from '#services/context.ts';
import { freshDatabase } from '../database.ts';
import { testInstallation } from '../server.ts';

const home = fileURLToPath(new URL('../..', import.meta.url));
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What a page is given to do what is waited for: it ends what hangs, and never judges how fast a busy machine is. */
const patience = 240_000;

/** The widths at which every screen is looked at. */
export const widths = [390, 768, 1280] as const;

export type Web = {
  readonly origin: string;
  /** The installation's own context, to prepare what a test needs. */
  readonly context: Context;
  /** A device: its own cookies, caches and store. */
  device(options?: BrowserContextOptions): Promise<BrowserContext>;
  stop(): Promise<void>;
};

/**
 * The whole product on a database and a port of its own, and a browser to look at it; `now` is the day that it goes by.
 * The database is empty, or a clone of `template`.
 */
export async function startWeb({
  template,
  ...options
}: { readonly now?: () => Date; readonly template?: string } = {}): Promise<Web> {
  await buildWeb();
  const fresh = await freshDatabase(template);
  const dataFolder = mkdtempSync(join(tmpdir(), 'articula-web-'));
  const port = await freePort();
  const installation = { ...testInstallation(dataFolder), origin: `http://127.0.0.1:${port}` };
  const app = await buildServer({ database: fresh.database, installation, log: 'silent', ...options });
  await servePages(app, { installation, home, development: false, ...options });
  await app.listen({ port, host: '127.0.0.1' });
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: quiet,
  });
  return {
    origin: installation.origin,
    context: localContext(fresh.database, installation),
    async device(options = {}) {
      const context = await browser.newContext({
        baseURL: installation.origin,
        locale: 'es-PA',
        viewport: { width: 390, height: 800 },
        ...options,
      });
      context.setDefaultTimeout(patience);
      return context;
    },
    async stop() {
      await browser.close();
      await app.close();
      await fresh.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

/** What axe finds on a page. It is put in through the debugger, so that the page's security policy stays as it is. */
export async function findingsOf(page: Page): Promise<string[]> {
  const debug = await page.context().newCDPSession(page);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  await debug.send('Runtime.evaluate', { expression: axe.source });
  const run = `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'], selectors: false }).then((found) => JSON.stringify(found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 120)).join(' | '))))`;
  const { result } = await debug.send('Runtime.evaluate', {
    expression: run,
    awaitPromise: true,
    returnByValue: true,
  });
  await debug.detach();
  return JSON.parse(String(result.value)) as string[];
}

/** Whether anything but a table in its frame can be pushed sideways. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
}

/** Collects what a browser complains of: broken scripts, and what the security policy held back. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (problem) => complaints.push(problem.message));
  page.on('console', (message) => {
    // A refused form answers 4xx on purpose; the browser notes that as an error of its own.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return complaints;
}
