import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addressesOf, makeThings, type Things } from './addresses.ts';
import { startDemoWeb, watch, type Demo } from './browser.ts';
import { sideways } from './web-server.ts';

// Every page is opened and looked at, one after the other: how long that takes grows with the pages, not with a fault.
vi.setConfig({ testTimeout: 900_000 });

let demo: Demo;
let things: Things;

beforeAll(async () => {
  demo = await startDemoWeb();
  things = await makeThings(demo);
});
afterAll(() => demo.stop());

/** What anybody may open without an account, and nobody needs one for. */
const forAnybody =
  /^\/(entrar|codigo|invitacion\/.*|portal|territorios(\/PA-0810(\/hoja|\/compromisos)?)?|buscar|ayuda|por-enviar|sin-conexion)?$/;

async function chosen(page: Page, language: string): Promise<void> {
  await page.context().addCookies([{ name: 'articula_language', value: language, url: demo.origin }]);
}

describe.each([
  { language: 'es', colorScheme: 'light', width: 390 },
  { language: 'en', colorScheme: 'dark', width: 1280 },
] as const)('every page in $language, $colorScheme, at $width px', ({ language, colorScheme, width }) => {
  it('is there for who may see it, clear to axe, within its width, without a complaint, from here alone', async () => {
    const page = await demo.open('administracion', { viewport: { width, height: 844 }, colorScheme });
    await chosen(page, language);
    const verifier = await demo.open('san-miguelito', { viewport: { width, height: 844 }, colorScheme });
    await chosen(verifier, language);
    const [ofOffice, ofVerifier] = [watch(page).faultsOf, watch(verifier).faultsOf];
    const faults: string[] = [];
    for (const address of addressesOf(things)) {
      let answer = await page.goto(address);
      let [shown, faultsOf] = [page, ofOffice];
      // Who administers verifies nothing that is not theirs: who is owed it does.
      if (address.endsWith('/verificar') && address.startsWith('/compromisos/')) {
        expect(answer?.status(), address).toBe(403);
        [shown, faultsOf] = [verifier, ofVerifier];
        answer = await shown.goto(address);
      }
      if (answer?.status() !== 200) {
        faults.push(`${address}: ${answer?.status()}`);
        continue;
      }
      expect(await shown.getAttribute('html', 'lang'), address).toBe(language);
      expect((await shown.textContent('h1'))?.trim(), address).not.toBe('');
      faults.push(...(await faultsOf(address)));
      await shown.setViewportSize({ width: 768, height: 844 });
      if ((await sideways(shown)) > 0) faults.push(`${address}: can be pushed sideways at 768 px`);
      await shown.setViewportSize({ width, height: 844 });
    }
    expect(faults).toEqual([]);
    expect(demo.foreign).toEqual([]);
    await page.context().close();
    await verifier.context().close();
  });
});

describe('every page', () => {
  it('opens to anybody, or leads to sign-in and back, or says that it is not for them', async () => {
    const page = await demo.open(null, { colorScheme: 'dark' });
    await chosen(page, 'es');
    const { faultsOf } = watch(page);
    const faults: string[] = [];
    for (const address of addressesOf(things)) {
      const answer = await page.goto(address);
      const { pathname, searchParams } = new URL(page.url());
      const isAsked = pathname === '/entrar' && searchParams.get('next')?.startsWith(address);
      expect([200, 404], address).toContain(answer?.status());
      if (
        !forAnybody.test(address) &&
        answer?.status() === 200 &&
        /administracion|mi-cuenta|corregir|nueva/.test(address)
      )
        expect(isAsked, `${address} → ${page.url()}`).toBe(true);
      if (forAnybody.test(address)) {
        expect(pathname, address).toBe(address);
        faults.push(...(await faultsOf(address)));
      }
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('with the keyboard alone', () => {
  it('skips to the content, opens the menu and signs out', async () => {
    const page = await demo.open('comite', { viewport: { width: 1280, height: 844 } });
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Ir al contenido');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('contenido');
    await page.locator('header summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Cerrar sesión');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/salir');
    await page.context().close();
  });
});

describe('the sheet of a territory', () => {
  it('prints on one page, of letter size where the country uses it', async () => {
    const page = await demo.open('san-miguelito');
    await page.goto('/territorios/PA-0810/hoja');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    const [, wide, high] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf) ?? [];
    expect([Math.round(Number(wide)), Math.round(Number(high))]).toEqual([612, 792]);
    await page.context().close();
  });
});

describe('as an app', () => {
  it('can be installed: a manifest with its icons, and a worker that keeps what was read', async () => {
    const page = await demo.open('comite');
    const href = await page.getAttribute('link[rel=manifest]', 'href');
    const manifest = await (await page.request.get(href ?? '')).json();
    expect(manifest).toMatchObject({ display: 'standalone', start_url: '/', scope: '/' });
    for (const icon of manifest.icons as { src: string; type: string }[]) {
      const answer = await page.request.get(icon.src);
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, icon.type]);
    }
    await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true);
    await page.goto('/');
    await expect
      .poll(() => page.evaluate('caches.match(location.href).then((kept) => kept !== undefined)'))
      .toBe(true);
    await page.context().setOffline(true);
    await page.goto('/');
    expect(await page.textContent('main h1')).toBe('Mi comité');
    await page.goto('/territorios/PA-0301');
    expect(await page.textContent('main h1')).toBe('Sin conexión');
    await page.context().close();
  });
});
