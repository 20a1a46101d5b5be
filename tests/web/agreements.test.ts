import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answer,
  approve,
  draftAgreement,
  fillGaps,
  press,
  propose,
  recordGate,
  reportReview,
  sendToReview,
} from './agreement-steps.ts';
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

describe('a ministry and a municipality', () => {
  it('draft an agreement from the country’s instrument', async () => {
    const title = 'Convenio para abrir las canchas de San Miguelito';
    address = await draftAgreement(municipality, title, 'Ofrecer deporte y cultura con tutores preparados');
    expect(await municipality.textContent('h1')).toBe(title);
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
    const clause = await propose(ministry, address, 'Objeto', {
      body: 'Este convenio tiene por objeto {object}, todos los días.',
      why: 'Cada día cuenta',
    });
    expect(await text(ministry)).toContain('Cada día cuenta');
    expect(await ministry.locator('[name=outcome]').count()).toBe(0);

    await answer(municipality, clause, 'accepted', 'De acuerdo');
    expect(await text(municipality)).toContain('Aceptada');
    await municipality.goto(`${clause}?desde=1&hasta=2`);
    expect(await municipality.locator('ins').allTextContents()).toContain(', todos los días');
    await municipality.goto(at());
    expect(await text(municipality)).toContain('pasar la tarde, todos los días.');
  });

  it('confirm the same text, have it reviewed, approve it, and stand ready to sign', async () => {
    await fillGaps(municipality, address);
    await recordGate(municipality, address, 'Memoria justificativa', '2026-01-10');
    await sendToReview(address, [municipality, ministry]);
    expect(await text(municipality)).toContain('En revisión legal');
    const today = dayIn('PA');
    await reportReview(municipality, address, today);
    await approve(municipality, address, 'Acuerdo 12', today);
    await municipality.goto(at());
    expect(await text(municipality)).toContain('En aprobación de las partes: falta el acto de aprobación de');
    await approve(ministry, address, 'Resuelto 7', today);
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
