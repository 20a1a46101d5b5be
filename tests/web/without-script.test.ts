import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoWeb, type Demo } from './browser.ts';

let demo: Demo;
const plain = { javaScriptEnabled: false };

beforeAll(async () => {
  demo = await startDemoWeb();
});
afterAll(() => demo.stop());

const heading = (page: Page) => page.locator('main h1').textContent();

describe('without script', () => {
  it('anybody finds a place and reads who works there', async () => {
    const page = await demo.open(null, plain);
    await page.goto('/');
    await page.fill('#lugar', 'sanmiguelito');
    await page.locator('main').getByRole('button', { name: 'Buscar' }).click();
    await page.locator('main').getByRole('link', { name: 'San Miguelito', exact: true }).first().click();
    expect(await heading(page)).toBe('San Miguelito');
    expect(await page.locator('main').textContent()).toContain('Municipio de San Miguelito');
    await page.context().close();
  });

  it('a coordinator signs in, reads what needs attention, changes the layer of the map and opens the rest', async () => {
    const page = await demo.open('coordinacion', plain);
    expect(await heading(page)).toBe('Sala de situación');
    await page.locator('main').getByRole('link', { name: 'Distritos' }).click();
    expect(new URL(page.url()).searchParams.get('nivel')).toBe('2');
    expect(await page.locator('main svg a').count()).toBeGreaterThan(50);
    await page.locator('main summary', { hasText: 'más' }).click();
    expect(await page.locator('main article').count()).toBeGreaterThan(6);
    await page.context().close();
  });

  it('a committee’s secretary enters a person by a form, is told what is wrong, and loses nothing of it', async () => {
    const page = await demo.open('comite', plain);
    await page.goto('/actores/personas/nueva');
    await page.fill('[name=name]', 'V');
    await page.locator('main form button').last().click();
    expect(await page.locator('main [role=alert]').textContent()).not.toBe('');
    expect(await page.inputValue('[name=name]')).toBe('V');
    await page.fill('[name=name]', 'Vecino nuevo de ejemplo');
    await page.locator('main form button').last().click();
    await page.waitForURL('**/actores/personas/*/contactos');
    expect(await page.textContent('main')).toContain('Vecino nuevo de ejemplo');
    await page.context().close();
  });
});
