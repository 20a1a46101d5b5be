import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoWeb, type Demo } from './browser.ts';

let demo: Demo;

beforeAll(async () => {
  demo = await startDemoWeb();
});
afterAll(() => demo.stop());

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
