import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftAgreement, makeReady, press } from './agreement-steps.ts';
import { startDemoWeb, watch, type Demo } from './browser.ts';

// The passwords of the example are told to everybody on its first page.
const password = 'feria-barrial-24';
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const title = 'Convenio para las tardes seguras';
const scan = {
  name: 'firmado.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n'),
};
const [workshops, list, courts, sessions] = [
  'Dictar 12 talleres de convivencia',
  'Entregar la lista de 3 facilitadores',
  'Abrir 4 canchas por la tarde',
  'Convocar a 120 jóvenes a las canchas',
];

let demo: Demo;
let ministry: Page;
let municipality: Page;
let address = '';

beforeAll(async () => {
  demo = await startDemoWeb();
  [ministry, municipality] = await Promise.all([
    demo.open('mides', { javaScriptEnabled: false }),
    demo.open('san-miguelito', { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }),
  ]);
});
afterAll(() => demo.stop());

const main = async (page: Page) => (await page.textContent('main')) ?? '';
const state = (page: Page) => page.textContent('h1 + div');

/** Opens a commitment from the page of its agreement. */
async function openCommitment(page: Page, what: string): Promise<string> {
  await page.goto(address);
  await page.locator(`main a:has-text("${what}")`).first().click();
  await page.waitForURL(/\/compromisos\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function typeCommitments(page: Page): Promise<void> {
  const [mides, town] = ['MIDES', 'Municipio de San Miguelito'];
  const rows = [
    [mides, workshops, town, day(30)],
    [mides, list, town, day(2)],
    [town, courts, mides, day(40)],
    [town, sessions, mides, day(50)],
  ] as const;
  await page.goto(address);
  await page.click('main a:has-text("Agregar compromisos") >> nth=0');
  for (const [index, [who, what, forWhom, dueOn]] of rows.entries()) {
    const fields = { who, what, forWhom, dueOn, proof: 'Acta firmada' };
    for (const [name, value] of Object.entries(fields))
      await page.fill(`[name=r${index + 1}-${name}]`, value);
  }
  await press(page, 'Guardar todos', 'main');
}

describe('a ministry and a municipality', () => {
  it('write what each owes into an agreement, name who signs, and agree upon the text', async () => {
    address = await draftAgreement(municipality, title);
    await typeCommitments(municipality);
    expect(await main(municipality)).toContain('4 compromisos');
    await municipality.goto(address);
    await press(municipality, 'Abrir la negociación');
    await ministry.goto(`${address}/partes`);
    const own = 'section:has(h2:has-text("Desarrollo Social"))';
    await ministry.selectOption(`${own} [name=representativeId]`, { index: 1 });
    await press(ministry, 'Guardar', own);
    await ministry.goto(address);
    await makeReady(address, municipality, ministry);
    await ministry.goto(address);
    expect(await state(ministry)).toContain('Lista para firmar');
  });

  it('sign it, one in the application and one in ink, and it comes into force', async () => {
    await municipality.goto(address);
    await municipality.click('main a:has-text("Poner el texto a la firma")');
    await municipality.click('summary:has-text("Poner el texto a la firma")');
    await press(municipality, 'Poner el texto a la firma');
    await ministry.goto(address);
    await ministry.click('main a:has-text("Firmar")');
    await ministry.check('[name=read]');
    await ministry.fill('[name=password]', 'no es esta');
    await press(ministry, 'Firmar', 'main');
    expect(await ministry.textContent('[role=alert]')).toBeTruthy();
    await ministry.check('[name=read]');
    await ministry.fill('[name=password]', password);
    await press(ministry, 'Firmar', 'main');
    expect(await main(ministry)).toContain('Firma electrónica simple, en la aplicación');

    await municipality.goto(`${address}/firmar`);
    const printed = await municipality.getAttribute('a:has-text("Imprimir el documento")', 'href');
    const pdf = await municipality.request.get(printed ?? '');
    expect((await pdf.body()).toString('latin1', 0, 5)).toBe('%PDF-');
    const ink = 'form:has([value="ink"])';
    await municipality.fill(`${ink} [name=office]`, 'Alcaldía (ejemplo)');
    await municipality.setInputFiles(`${ink} [name=file]`, scan);
    await press(municipality, 'Registrar la firma en papel');
    expect(await municipality.locator('button:has-text("Confirmar que es este texto")').count()).toBe(0);
    await ministry.goto(`${address}/firmar`);
    await press(ministry, 'Confirmar que es este texto');
    await municipality.goto(address);
    expect(await state(municipality)).toContain('Vigente');
  });

  it('hold the signed text as DOCX and PDF, with what each owes', async () => {
    const files = await municipality
      .locator('main li:has-text("DOCX") a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const docx = files.find((file) => file.includes('document') && file.endsWith('docx')) ?? '';
    const answer = await municipality.request.get(docx);
    const part = unzipSync(new Uint8Array(await answer.body()))['word/document.xml'];
    const written = strFromU8(part ?? new Uint8Array()).replaceAll(/<[^>]+>/g, ' ');
    for (const words of [workshops, courts, 'San Miguelito']) expect(written).toContain(words);
    for (const file of files.filter((one) => one.endsWith('pdf')))
      expect((await (await municipality.request.get(file)).body()).toString('latin1', 0, 5)).toBe('%PDF-');
  });
});

describe('a commitment of it', () => {
  const photo = () =>
    sharp({ create: { width: 400, height: 300, channels: 3, background: '#2a7' } })
      .jpeg()
      .toBuffer();

  it('is evidenced from a phone, rejected, evidenced again and verified, and the national figure changes', async () => {
    const phone = await demo.open('mides', { viewport: { width: 390, height: 844 } });
    const { look } = watch(phone);
    const centre = await demo.open('coordinacion', { javaScriptEnabled: false });
    const figures = async () => {
      await centre.goto('/cumplimiento');
      return main(centre);
    };
    const before = await figures();
    const here = await openCommitment(phone, workshops);
    const hand = async (name: string) => {
      await phone.goto(here);
      await phone.click('main a:has-text("Entregar evidencia")');
      await phone.waitForSelector('[name=file]');
      await phone.setInputFiles('[name=file]', { name, mimeType: 'image/jpeg', buffer: await photo() });
      await press(phone, 'Entregar evidencia', 'main form');
      await phone.waitForURL((url) => url.pathname === here);
      expect(await state(phone)).toContain('espera verificación');
    };
    const review = async (result: string, reason: string) => {
      await municipality.goto(here);
      await municipality.click('main a:has-text("Verificar")');
      await municipality.check(`[name=result][value=${result}]`);
      await municipality.fill('[name=reason]', reason);
      await press(municipality, 'Guardar la verificación', 'main form');
    };
    await hand('taller.jpg');
    await review('rejected', 'No se ve el lugar');
    await phone.goto(here);
    expect(await main(phone)).toContain('No se ve el lugar');
    await hand('taller-con-lugar.jpg');
    await review('accepted', '');
    await phone.goto(here);
    expect(await state(phone)).toContain('Cumplido');
    await look('the commitment on a phone');
    const after = await figures();
    expect(after).not.toBe(before);
    await phone.context().close();
    await centre.context().close();
  });
});
