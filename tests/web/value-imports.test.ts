import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startDemoWeb, type Demo } from './browser.ts';

let demo: Demo;
let page: Page;

beforeAll(async () => {
  demo = await startDemoWeb();
  page = await demo.open('coordinacion', { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
});
afterAll(() => demo.stop());

const main = async () => (await page.textContent('main')) ?? '';

describe('an analyst with a file of figures, without script, on a phone', () => {
  it('sends it, settles a place and a word once, imports it, and takes it back', async () => {
    await page.goto('/cifras/importar');
    await page.setInputFiles('input[name=file]', {
      name: 'homicidios-2025.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'delito;año;mes;provincia;sexo\nHomicidio;2025;Enero;Panamá;Masculino\nHomicidio;2025;Enero;Chagres Oriental;Varón joven\nHomicidio;2025;Febrero;Colón;Femenino\n',
      ),
    });
    await page.selectOption('select[name=territory]', 'PA');
    await page.click('main form button[type=submit]');
    expect(await main()).toContain('Chagres Oriental');
    expect(await main()).toContain('Varón joven');

    await page
      .locator('form', { has: page.locator('select[name=territory]') })
      .locator('select')
      .selectOption('PA-03');
    await page.getByRole('button', { name: 'Es este lugar' }).click();
    await page.locator('select[name="category.sex=Varón joven"]').selectOption('m');
    await page.fill('input[name=source]', 'Registro de ejemplo');
    await page.getByRole('button', { name: 'Leer así' }).click();
    await page.getByRole('button', { name: 'Importar 3 cifras' }).click();
    expect(await main()).toContain('3 cifras nuevas o cambiadas');

    await page.getByRole('button', { name: 'Deshacer la importación' }).click();
    expect(await main()).toContain('La importación se deshizo');
  });

  it('sends a file of DHIS2 with its metadata, and only what the metadata do not say is asked', async () => {
    const fixture = (name: string) => readFile(`tests/fixtures/dhis2/${name}`);
    await page.goto('/cifras/importar');
    await page.setInputFiles('input[name=file]', {
      name: 'valores.xml',
      mimeType: 'application/xml',
      buffer: await fixture('values.xml'),
    });
    await page.setInputFiles('input[name=metadata]', {
      name: 'metadatos.json',
      mimeType: 'application/json',
      buffer: await fixture('metadata.json'),
    });
    await page.selectOption('select[name=territory]', 'PA');
    await page.click('main form button[type=submit]');
    expect(await main()).toContain('metadatos.json');
    expect(await main()).toContain('1 valor está borrado');
    expect(await main()).toContain('Un elemento que podría ser indicador');

    await page.locator('input[name=element]').check();
    await page.selectOption('select[name=topic]', 'other');
    await page.selectOption('select[name=direction]', 'down');
    await page.fill('input[name=unit]', 'denuncias');
    await page.getByRole('button', { name: 'Crear los indicadores marcados' }).click();
    expect(await main()).not.toContain('podría ser indicador');

    await page.selectOption('select[name="offence=deHayPlan01"]', 'leave-out');
    await page.fill('input[name=source]', 'Otro sistema');
    await page.getByRole('button', { name: 'Leer así' }).click();
    expect(await page.locator('select[name="offence=deHayPlan01"]').count()).toBe(0);
    // Its places are of no country here: each is asked by its names there.
    expect(await main()).toContain('ouSanta0001, Otra Tierra, Ñandú del Norte, Santa Fe');
  });
});

describe('a name of a source', () => {
  it('is corrected with a reason as a new version; the former one is still there to read', async () => {
    await page.goto('/cifras/nombres?pais=PA');
    await page.locator('summary', { hasText: 'Empezar una lista de Panamá' }).click();
    await page.fill('input[name=title]', 'Delitos de la fuente de ejemplo');
    await page.fill('input[name=otherSource]', 'Registro de ejemplo');
    await page.fill('input[name="lines.0.national"]', 'Muerte violenta');
    await page.selectOption('select[name="lines.0.indicator"]', 'HOM');
    await page.selectOption('select[name="lines.0.iccs"]', '0101');
    await page.fill('textarea[name=reason]', 'Así los llama la fuente');
    await page.getByRole('button', { name: 'Crear la lista' }).click();
    expect(await main()).toContain('Solo de la fuente «Registro de ejemplo»');
    await page.getByRole('link', { name: 'Corregir «Muerte violenta»' }).click();
    await page.selectOption('select[name="lines.0.indicator"]', '');
    await page.fill('textarea[name=reason]', 'Incluye muertes que no son homicidios');
    await page.getByRole('button', { name: 'Guardar como versión nueva' }).click();
    expect(await main()).toContain('Incluye muertes que no son homicidios');
    expect(await main()).toContain('Ninguno: sus filas se dejan fuera');
    await page.getByRole('link', { name: 'Versión 1', exact: true }).click();
    expect(await main()).toContain('Esta versión ya no se usa');
    expect(await main()).toContain('Víctimas de homicidio intencional');
  });
});
