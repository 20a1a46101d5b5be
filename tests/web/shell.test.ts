import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { createFirstAdministrator } from '#services/access/create-first-administrator.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { complaintsOf, findingsOf, sideways, startWeb, widths, type Web } from './web-server.ts';

const open = [
  '/',
  '/entrar',
  '/codigo',
  '/buscar?texto=san',
  '/ayuda',
  '/por-enviar',
  '/sin-conexion',
  '/no-existe',
];
const password = 'una frase larga que recuerdo';
let web: Web;
let username = '';

beforeAll(async () => {
  web = await startWeb();
  await loadPack(web.context, { folder: 'tests/fixtures/packs/XA' });
  const { link, username: given } = await createFirstAdministrator(web.context, { country: 'XA' });
  username = given;
  const device = await web.device({ javaScriptEnabled: false });
  const page = await device.newPage();
  await page.goto(link);
  await page.fill('[name=password]', password);
  await page.click('main button');
  await device.close();
});
afterAll(() => web.stop());

async function enter(page: Page): Promise<void> {
  await page.goto('/entrar');
  await page.fill('[name=name]', username);
  await page.fill('[name=password]', password);
  await page.click('main button');
  await page.waitForURL(`${web.origin}/`);
}

/** Waits until the device has a service worker that sees what is opened. */
async function untilWatched(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true);
}

/** Waits until the device has kept the page that is open. */
async function untilKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate('caches.match(location.href).then((kept) => kept !== undefined)'))
    .toBe(true);
}

describe('the frame of every page', () => {
  it('has nothing for axe to find, by day on a phone and by night on a desk', async () => {
    for (const [width, colorScheme] of [
      [390, 'light'],
      [1280, 'dark'],
    ] as const) {
      const page = await (await web.device({ viewport: { width, height: 800 }, colorScheme })).newPage();
      for (const path of open) {
        await page.goto(path);
        expect(await findingsOf(page), `${path} ${width} ${colorScheme}`).toEqual([]);
      }
      await page.context().close();
    }
  });

  it('cannot be pushed sideways and gives the browser nothing to complain of, at three widths', async () => {
    for (const width of widths) {
      const page = await (await web.device({ viewport: { width, height: 800 } })).newPage();
      const complaints = complaintsOf(page);
      for (const path of open) {
        await page.goto(path);
        expect(await sideways(page), `${path} ${width}`).toBeLessThanOrEqual(0);
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  it('says on every page that the data is an example', async () => {
    const page = await (await web.device()).newPage();
    for (const path of open) {
      await page.goto(path);
      expect(await page.textContent('body')).toContain('Datos de ejemplo');
    }
    await page.context().close();
  });

  it('answers an address that is not there with 404 and a way on', async () => {
    const page = await (await web.device()).newPage();
    const answer = await page.goto('/no-existe');
    expect(answer?.status()).toBe(404);
    expect(await page.textContent('h1')).toBe('No encontramos esta página');
    await page.context().close();
  });

  it('asks nothing of anybody else', async () => {
    const page = await (await web.device()).newPage();
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(web.origin) && !request.url().startsWith('data:'))
        foreign.push(request.url());
    });
    await page.goto('/');
    await page.waitForLoadState('networkidle');
    expect(foreign).toEqual([]);
    await page.context().close();
  });
});

describe('without script', () => {
  it('keeps what was typed and says what is wrong, then lets in, changes language and lets out', async () => {
    const page = await (await web.device({ javaScriptEnabled: false })).newPage();
    await page.goto('/entrar?next=/ayuda');
    await page.fill('[name=name]', username);
    await page.fill('[name=password]', 'otra');
    await page.click('main button');
    expect(await page.inputValue('[name=name]')).toBe(username);
    expect(await page.inputValue('[name=password]')).toBe('');
    expect(await page.textContent('[role=alert]')).not.toBe('');
    await page.fill('[name=password]', password);
    await page.click('main button');
    expect(new URL(page.url()).pathname).toBe('/ayuda');
    await page.click('text=English');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.goto('/salir');
    await page.click('main button');
    expect(await page.textContent('header')).toContain('Sign in');
    await page.context().close();
  });
});

describe('search', () => {
  it('opens with Ctrl and K, answers while one types, and goes with Escape', async () => {
    const page = await (await web.device()).newPage();
    const complaints = complaintsOf(page);
    await enter(page);
    const dialog = page.locator('dialog[open] input:focus');
    // The keys are heard once the page's script is there.
    await expect
      .poll(async () => page.keyboard.press('Control+k').then(() => dialog.count()), { timeout: 30_000 })
      .toBe(1);
    await page.keyboard.type('ayuda');
    await page.waitForSelector('dialog [role=option]');
    expect(await findingsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('what anybody may read', () => {
  it('is sent with no script but a little one, to which the same keys lead to the search', async () => {
    const page = await (await web.device({ viewport: { width: 1280, height: 800 } })).newPage();
    const complaints = complaintsOf(page);
    await page.goto('/territorios');
    expect(await page.locator('script[src], link[rel=modulepreload]').count()).toBe(1);
    await expect
      .poll(async () => page.keyboard.press('Control+k').then(() => page.locator('#buscar:focus').count()))
      .toBe(1);
    await page.keyboard.type('ayuda');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/buscar?texto=ayuda');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('comes alive for whoever is signed in', async () => {
    const page = await (await web.device()).newPage();
    await enter(page);
    await page.goto('/territorios');
    expect(await page.locator('link[rel=modulepreload]').count()).toBeGreaterThan(1);
    await page.context().close();
  });
});

describe('a phone without a line', () => {
  it('gives back what was opened, and leads elsewhere what was not', async () => {
    const page = await (await web.device()).newPage();
    await page.goto('/');
    await untilWatched(page);
    await page.goto('/ayuda');
    await untilKept(page);
    await page.context().setOffline(true);
    await page.goto('/ayuda');
    expect(await page.textContent('h1')).toBe('Ayuda');
    await page.goto('/buscar');
    expect(await page.textContent('h1')).toBe('Sin conexión');
    await page.context().close();
  });

  it('shows nobody what another person opened on it, and gives it back to that person', async () => {
    const page = await (await web.device()).newPage();
    await enter(page);
    await untilWatched(page);
    await page.goto('/ayuda');
    await untilKept(page);
    await page.goto('/salir');
    await page.click('main button');
    await page.waitForURL(`${web.origin}/`);
    await page.context().setOffline(true);
    await page.goto('/ayuda');
    expect(await page.textContent('h1')).toBe('Sin conexión');
    await page.context().setOffline(false);
    await enter(page);
    await page.context().setOffline(true);
    await page.goto('/ayuda');
    expect(await page.textContent('h1')).toBe('Ayuda');
    await page.context().close();
  });
});
