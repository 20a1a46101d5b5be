import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startDemoWeb, watch, type Demo } from './browser.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemoWeb();
});
afterAll(() => demo.stop());

const photo = () =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: '#2a7' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(200)]);
const press = (page: Page, words: string) => page.click(`main form button:has-text("${words}")`);
const state = (page: Page) => page.textContent('h1 + div');

async function fillRow(page: Page, row: number, what: string): Promise<void> {
  const fields = {
    who: 'MIDES',
    what,
    forWhom: 'Municipio de San Miguelito',
    dueOn: '31/12/2099',
    proof: 'Acta firmada',
  };
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name=r${row}-${name}]`, value);
}

describe('commitments', () => {
  let address = '';

  it('are typed in a sheet that keeps what is sound and asks about the rest', async () => {
    const page = await demo.open('mides');
    const { look } = watch(page);
    await page.goto('/compromisos/nuevos');
    await look('the empty sheet');
    await fillRow(page, 1, 'Dictar 12 talleres de convivencia');
    await page.press('[name=r1-proof]', 'Enter');
    expect(await page.locator('*:focus').getAttribute('name')).toBe('r2-who');
    expect(await page.textContent('fieldset:first-of-type [aria-live]')).toContain('6 de 6');
    await fillRow(page, 2, 'Promover la paz');
    expect(await page.textContent('fieldset:nth-of-type(2) [aria-live]')).toContain('4 de 6');
    await page.fill('[name=r2-who]', 'Nadie conocido');
    await press(page, 'Guardar todos');
    await page.waitForSelector('text=No hay organización ni estructura con ese nombre.');
    await look('a sheet with faults');
    await press(page, 'Guardar los que están bien');
    await page.waitForSelector('text=Se guardó 1 compromiso');
    expect(await page.inputValue('[name=r1-who]')).toBe('Nadie conocido');
    await page.click('text=Dictar 12 talleres de convivencia');
    await page.waitForURL(/compromisos\/[0-9a-f-]{36}$/);
    address = new URL(page.url()).pathname;
    await look('a proposal');
  });

  it('are agreed, evidenced from a phone, rejected, evidenced again and verified', async () => {
    const debtor = await demo.open('mides');
    const verifier = await demo.open('san-miguelito');
    const seen = [watch(debtor), watch(verifier)] as const;
    await debtor.goto(`${address}/estado`);
    await debtor.fill('[name=noNeedReason]', 'Se acordó en la mesa');
    await press(debtor, 'Acordar');
    await debtor.waitForURL((url) => url.pathname === address);
    expect(await state(debtor)).toContain('Sin empezar');

    const hand = async (name: string, bytes: Buffer, mimeType: string) => {
      await debtor.goto(`${address}/evidencia`);
      await debtor.setInputFiles('[name=file]', { name, mimeType, buffer: bytes });
      await press(debtor, 'Entregar evidencia');
    };
    await hand('foto.heic', heic, 'image/heic');
    await debtor.waitForSelector('text=Compártala como JPEG');
    await seen[0].look('a photo that cannot be opened');
    await hand('foto.jpg', await photo(), 'image/jpeg');
    await debtor.waitForURL((url) => url.pathname === address);
    expect(await state(debtor)).toContain('espera verificación');
    expect(await debtor.locator('main a:has-text("Verificar")').count()).toBe(0);

    const review = async (answer: string, reason: string) => {
      await verifier.goto(address);
      await verifier.click('main a:has-text("Verificar")');
      await verifier.waitForSelector('[name=reason]');
      await verifier.check(`[name=result][value=${answer}]`);
      await verifier.fill('[name=reason]', reason);
      await seen[1].look('the page of whoever verifies');
      await press(verifier, 'Guardar la verificación');
      await verifier.waitForURL((url) => url.pathname === address);
    };
    await review('rejected', 'No se ve el lugar');
    expect(await state(verifier)).toContain('Devuelto');
    await debtor.goto(address);
    expect(await debtor.textContent('main')).toContain('No se ve el lugar');
    await hand('otra.jpg', await photo(), 'image/jpeg');
    await debtor.waitForURL((url) => url.pathname === address);
    await review('accepted', '');
    expect(await state(verifier)).toContain('Cumplido');
    await seen[1].look('a commitment that was met');
  });

  it('are read by everyone, without what stays among the parties', async () => {
    const page = await demo.open(null);
    const { look } = watch(page);
    await page.goto(address);
    expect(await state(page)).toContain('Cumplido');
    expect(await page.textContent('main')).not.toContain('No se ve el lugar');
    await look('a commitment as everyone reads it');
  });

  it('open their other forms to whoever may use them', async () => {
    const page = await demo.open('coordinacion', { viewport: { width: 1280, height: 900 } });
    const { look } = watch(page);
    await page.goto('/compromisos/nuevos');
    await fillRow(page, 1, 'Equipar 2 centros');
    await press(page, 'Guardar todos');
    await page.click('text=Equipar 2 centros');
    await page.waitForURL(/compromisos\/[0-9a-f-]{36}$/);
    const own = new URL(page.url()).pathname;
    await page.goto(`${own}/corregir`);
    await look('the correction');
    await page.fill('[name=quantity]', '2');
    await page.fill('[name=unit]', 'centros');
    await press(page, 'Guardar');
    await page.waitForURL((url) => url.pathname === own);
    await page.goto(`${own}/estado`);
    await page.fill('[name=noNeedReason]', 'Se acordó en la mesa');
    await press(page, 'Acordar');
    await page.waitForURL((url) => url.pathname === own);
    await page.goto(`${own}/estado?buscar=12%20talleres`);
    await press(page, 'Depende de este');
    await page.waitForURL((url) => url.pathname === own);
    expect(await page.textContent('main')).toContain('Dictar 12 talleres');
    await page.goto(`${own}/estado`);
    await look('every deed');
  });
});
