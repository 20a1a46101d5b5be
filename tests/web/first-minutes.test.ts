import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { exampleId } from '#services/operations/load-example.ts';
import { startDemoWeb, watch, type Demo } from './browser.ts';
import { widths } from './web-server.ts';

let demo: Demo;

beforeAll(async () => {
  demo = await startDemoWeb();
});
afterAll(() => demo.stop());

const heading = (page: Page) => page.locator('main h1').textContent();
const section = (page: Page, title: string) =>
  page
    .locator('main section')
    .filter({ has: page.getByRole('heading', { name: title, exact: true, level: 2 }) });
const sized = (width: number) => ({ viewport: { width, height: 844 } });

/** Opens a link and waits until the page it leads to stands there. */
async function follow(page: Page, name: string | RegExp, title: string | RegExp): Promise<void> {
  await page.locator('main').getByRole('link', { name }).first().click();
  await page.locator('main h1').filter({ hasText: title }).waitFor();
}

describe.each(widths)('the first minutes at %i px', (width) => {
  it('of the national coordination: what needs attention, whom to call, the country, one municipality', async () => {
    const page = await demo.open('coordinacion', sized(width));
    const { look } = watch(page);
    expect(await heading(page)).toBe('Sala de situación');
    const attention = section(page, 'Requiere su atención');
    const first = attention.locator('article').first();
    expect(await first.textContent()).toContain('Detiene 3 compromisos');
    expect(await first.locator('a[href^="tel:"]').getAttribute('href')).toBe('tel:+5070000106');
    await look('Sala de situación');
    await page.locator('main').getByRole('link', { name: 'Distritos' }).click();
    await page.waitForURL('**/?nivel=2');
    expect(await section(page, 'Mesas y comités que se esperan').textContent()).toContain('No consta');
    await page.getByText('Lo mismo en una lista').click();
    await follow(page, 'San Miguelito', 'San Miguelito');
    expect(await section(page, 'A quién llamar').locator('a[href^="tel:"]').count()).toBeGreaterThan(2);
    await look('San Miguelito');
    await follow(page, 'Hoja para imprimir', 'San Miguelito');
    await page.context().close();
  });

  it('of the municipal officer of San Miguelito: what waits here, my boards, and nothing of elsewhere', async () => {
    const page = await demo.open('san-miguelito', sized(width));
    const { look } = watch(page);
    expect(await heading(page)).toBe('Mi municipio');
    expect(await section(page, 'Requiere su atención').textContent()).toContain('2 puestos vacantes de 6');
    expect(await section(page, 'A quién llamar').textContent()).toContain('En el nivel superior: Panamá');
    expect(await section(page, 'Mis mesas y comités').getByRole('link').count()).toBe(2);
    await look('Mi municipio');
    await follow(page, 'Mesa local de coordinación de San Miguelito (ejemplo)', 'Mesa local');
    await look('the board');
    const stranger = exampleId('PA', 'person', 'oficial-0406');
    expect((await page.goto(`/actores/personas/${stranger}`))?.status()).toBe(404);
    await page.goto('/buscar?texto=oficial+municipal+de+david');
    expect(await page.locator('main').textContent()).not.toContain('Oficial municipal de David de ejemplo');
    await page.context().close();
  });

  it('of the committee’s secretary: who is on it, one touch to call, until when, and the way to correct it', async () => {
    const page = await demo.open('comite', sized(width));
    const { look } = watch(page);
    expect(await heading(page)).toBe('Mi comité');
    const people = section(page, 'Quiénes lo integran');
    expect(
      await people.getByRole('link', { name: /^Llamar a Vocal del comité de ejemplo/ }).getAttribute('href'),
    ).toBe('tel:+5070000124');
    expect(await people.textContent()).toContain('hasta 18/02/2027');
    expect(await people.textContent()).toContain('Nadie lo ocupa');
    await look('Mi comité');
    await follow(page, 'Corregir las personas del comité', 'Comité local de prevención de San Miguelito');
    await look('the committee');
    await page.context().close();
  });

  it('of anybody: find the own place by name, on the map, and read who works there, without private numbers', async () => {
    const page = await demo.open(null, sized(width));
    const { look } = watch(page);
    await page.goto('/');
    expect(await heading(page)).toBe('Quién trabaja en prevención, y dónde');
    await look('the first page');
    await page.fill('#lugar', 'san migelito');
    await page.locator('main').getByRole('button', { name: 'Buscar' }).click();
    await page.waitForURL('**/buscar?texto=*');
    await follow(page, 'San Miguelito', 'San Miguelito');
    expect(await page.locator('main a[href^="tel:"]').count()).toBe(0);
    await look('San Miguelito');
    await page.goto('/');
    await page.locator('main svg').getByRole('link', { name: 'Guna Yala' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('main h1').filter({ hasText: 'Guna Yala' }).waitFor();
    await page.context().close();
  });
});

describe('the first screen', () => {
  it('asks nothing of anybody else', () => {
    expect(demo.foreign).toEqual([]);
  });

  it('of the other people is the own institution, or the country', async () => {
    for (const [who, title] of [
      ['mides', 'Mi institución'],
      ['cooperacion', 'Panorama de Panamá'],
      ['auditoria', 'Panorama de Panamá'],
      ['administracion', 'Sala de situación'],
    ] as const) {
      const page = await demo.open(who, sized(390));
      expect(await heading(page), who).toBe(title);
      await watch(page).look(`the first screen of ${who}`);
      expect(await section(page, 'Últimos hechos registrados').count(), who).toBe(
        who === 'auditoria' ? 1 : 0,
      );
      await page.context().close();
    }
  });

  it('of a committee comes with at most 200 KB over the wire', async () => {
    const page = await demo.open('comite', sized(390));
    const again = await page.context().newPage();
    const wire = await again.context().newCDPSession(again);
    await wire.send('Network.enable');
    await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
    await wire.send('Network.setBypassServiceWorker', { bypass: true });
    let bytes = 0;
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await again.goto('/');
    await again.waitForLoadState('networkidle');
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(200_000);
    await page.context().close();
  });
});
