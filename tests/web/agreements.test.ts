import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoWeb, watch, type Demo } from './browser.ts';
import { dayIn } from './today.ts';
import { widths } from './web-server.ts';

let demo: Demo;
let ministry: Page;
let municipality: Page;
let address = '';

beforeAll(async () => {
  demo = await startDemoWeb();
  [ministry, municipality] = await Promise.all([
    demo.open('mides', { javaScriptEnabled: false }),
    demo.open('san-miguelito', { javaScriptEnabled: false }),
  ]);
});
afterAll(() => demo.stop());

const text = async (page: Page) => (await page.textContent('main')) ?? '';
const at = (below = '') => `${address}${below}`;
async function press(page: Page, button: string, form = ''): Promise<void> {
  await page.locator(`${form} button:has-text("${button}")`.trim()).first().click();
}
/** Fills in what only the parties can say, wherever the page says that something is missing. */
async function fillGaps(page: Page): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    await page.goto(at());
    const link = page.locator(
      'li:has-text("Impide enviar"):has-text("falta completar") a:has-text("Ir a la cláusula")',
    );
    if ((await link.count()) === 0) return;
    await link.first().click();
    for (const field of await page.locator('textarea[name^="place-"]').all())
      await field.fill('lo que las partes acordaron para este convenio');
    await press(page, 'Guardar la cláusula');
  }
}

describe('a ministry and a municipality', () => {
  it('draft an agreement from the country’s instrument', async () => {
    await municipality.goto('/convenios');
    await municipality.click('main >> text=Redactar un convenio');
    await municipality.click('main >> text=Convenio específico de cooperación');
    await municipality.fill('[name=party1]', 'Municipio de San Miguelito');
    await municipality.fill('[name=party2]', 'MIDES');
    await municipality.fill('[name=title]', 'Convenio para abrir las canchas de San Miguelito');
    await municipality.fill('[name=object]', 'que los jóvenes tengan dónde pasar la tarde');
    await municipality.fill('[name=territories]', 'San Miguelito');
    await municipality.locator('[name=needIds]').first().check();
    await municipality.selectOption('[name=commissionStructureId]', { index: 1 });
    await press(municipality, 'Crear el borrador');
    expect(await municipality.textContent('h1')).toBe('Convenio para abrir las canchas de San Miguelito');
    address = new URL(municipality.url()).pathname;
    expect(await text(municipality)).toContain(
      'tiene por objeto que los jóvenes tengan dónde pasar la tarde',
    );
    expect(await text(municipality)).toContain('sin verificar');
    const stranger = await demo.open(null, { javaScriptEnabled: false });
    expect((await stranger.goto(at()))?.status()).toBe(404);
    await stranger.context().close();
  });

  it('negotiate it: what one proposes, the other accepts, word by word', async () => {
    await municipality.goto(at());
    await press(municipality, 'Abrir la negociación');
    expect(await text(municipality)).toContain('En negociación');
    await ministry.goto(at());
    await ministry.click('section:has(h2:has-text("Texto")) li:has(h3:has-text("Objeto")) a');
    const clause = new URL(ministry.url()).pathname;
    await ministry.click('summary:has-text("Proponer otra redacción")');
    await ministry.fill('[name=proposedBody]', 'Este convenio tiene por objeto {object}, todos los días.');
    await ministry.locator('details:has([name=proposedBody]) textarea[name=body]').fill('Cada día cuenta');
    await ministry.locator('details:has([name=proposedBody]) button').click();
    expect(await text(ministry)).toContain('Cada día cuenta');
    expect(await ministry.locator('[name=outcome]').count()).toBe(0);

    await municipality.goto(clause);
    await municipality.fill('[name=answer]', 'De acuerdo');
    await press(municipality, 'Responder');
    expect(await text(municipality)).toContain('Aceptada');
    await municipality.goto(`${clause}?desde=1&hasta=2`);
    expect(await municipality.locator('ins').allTextContents()).toContain(', todos los días');
    await municipality.goto(at());
    expect(await text(municipality)).toContain('pasar la tarde, todos los días.');
  });

  it('confirm the same text, have it reviewed, approve it, and stand ready to sign', async () => {
    await fillGaps(municipality);
    await municipality.goto(at('/tramite'));
    const gate = 'section:has(h2:has-text("Pasos fuera del texto"))';
    await municipality.locator(`${gate} [name=body]`).fill('Dirección jurídica');
    await municipality.locator(`${gate} [name=on]`).fill('2026-01-10');
    await press(municipality, 'Registrar el paso', gate);
    for (const page of [municipality, ministry]) {
      await page.goto(at());
      await press(page, 'Confirmar el texto por');
    }
    await municipality.goto(at());
    await press(municipality, 'Enviar a revisión legal');
    expect(await text(municipality)).toContain('En revisión legal');
    const today = dayIn('PA');
    await municipality.goto(at('/tramite'));
    const report = 'section:has(h2:has-text("Informe legal"))';
    await municipality.locator(`${report} [name=body]`).fill('Asesoría legal');
    await municipality.locator(`${report} [name=on]`).fill(today);
    await press(municipality, 'Registrar el informe');
    const approve = async (page: Page, reference: string) => {
      await page.goto(at('/tramite'));
      const form = 'section:has(h2:has-text("Actos de aprobación"))';
      await page.locator(`${form} [name=body]`).first().fill('Máxima autoridad');
      await page.locator(`${form} [name=reference]`).first().fill(reference);
      await page.locator(`${form} [name=on]`).first().fill(today);
      await press(page, 'Registrar el acto');
    };
    await approve(municipality, 'Acuerdo 12');
    await municipality.goto(at());
    expect(await text(municipality)).toContain('En aprobación de las partes: falta el acto de aprobación de');
    await approve(ministry, 'Resuelto 7');
    await ministry.goto(at());
    expect(await text(ministry)).toContain('Lista para firmar');
    expect(await ministry.locator(`a[href^="${at()}/vida"]`).count()).toBeGreaterThan(0);
  });

  it('find it by its standing and its party, and read it at every width', async () => {
    await ministry.goto('/convenios?estado=ready-to-sign&texto=canchas');
    expect(await text(ministry)).toContain('Convenio para abrir las canchas');
    for (const width of widths) {
      const page = await demo.open('san-miguelito', { viewport: { width, height: 844 } });
      const { look } = watch(page);
      const clause = await municipality
        .goto(at())
        .then(() => municipality.getAttribute('section:has(h2:has-text("Texto")) li a', 'href'));
      for (const path of ['/convenios', at(), at('/tramite'), clause ?? '', '/convenios/nuevo']) {
        await page.goto(path);
        await look(`${path} ${width}`);
      }
      await page.context().close();
    }
  });
});
