import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { password } from '../access-world.ts';
import { furnishLife, type LifeParts } from './agreement-life-parts.ts';
import { complaintsOf, findingsOf, sideways, startWeb, widths, type Web } from './web-server.ts';

let web: Web;
let parts: LifeParts;

beforeAll(async () => {
  web = await startWeb();
  parts = await furnishLife(web.context);
});
afterAll(() => web.stop());

async function enter(username: string, next: string): Promise<Page> {
  const page = await (await web.device({ javaScriptEnabled: false })).newPage();
  await page.goto(`/entrar?next=${next}`);
  await page.fill('[name=name]', username);
  await page.fill('[name=password]', password);
  await page.click('main button');
  await page.waitForURL(`${web.origin}${next}`);
  return page;
}

/** Opens what is closed and presses its button. */
async function open(page: Page, title: string): Promise<void> {
  await page.click(`summary:has-text("${title}")`);
}

const pdf = {
  name: 'copia.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n'),
};

describe('an agreement', () => {
  let addendum = '';

  it('is sealed, signed by one in the application and by the other in ink, confirmed, and in force', async () => {
    const life = `/convenios/${parts.id}/vida`;
    const officer = await enter('oficial', life);
    await open(officer, 'Poner el texto a la firma');
    await officer.click('button:has-text("Poner el texto a la firma")');
    await officer.waitForURL(`${web.origin}${life}`);
    expect(await officer.textContent('main')).toContain('Falta la firma de');

    const signing = `/convenios/${parts.id}/firmar`;
    const minister = await enter('ministra', signing);
    await minister.fill('[name=password]', password);
    await minister.click('button:has-text("Firmar")');
    expect(await minister.textContent('[role=alert]')).toBeTruthy();
    await minister.check('[name=read]');
    await minister.fill('[name=password]', password);
    await minister.click('button:has-text("Firmar")');
    expect(await minister.textContent('main')).toContain('Firma electrónica simple, en la aplicación');

    await officer.goto(signing);
    await officer.fill('form:has([value="ink"]) [name=office]', 'Alcaldía (ejemplo)');
    await officer.setInputFiles('form:has([value="ink"]) [name=file]', pdf);
    await officer.click('button:has-text("Registrar la firma en papel")');
    expect(await officer.textContent('main')).toContain('Espera que una segunda persona la confirme');
    expect(await officer.locator('button:has-text("Confirmar que es este texto")').count()).toBe(0);

    await minister.goto(signing);
    await minister.click('button:has-text("Confirmar que es este texto")');
    await minister.goto(life);
    expect(await minister.textContent('main')).toContain('Vigente');
  });

  it('has its scan withdrawn by an order: every reader finds a sheet that says so, and the hash of what was signed stays', async () => {
    const files = `/convenios/${parts.id}/archivos`;
    const officer = await enter('oficial', files);
    // A party reads the scan, and cannot strike it.
    expect(await officer.textContent('main')).toContain('Firma: copia.pdf');
    expect(await officer.locator('summary:has-text("Tachar o retirar")').count()).toBe(0);
    const centre = await enter('nacional', files);
    const hash =
      /Huella del original: ([0-9a-f]{64})/.exec((await centre.textContent('main')) ?? '')?.[1] ?? '';
    const form = 'details:has(> summary:has-text("Tachar o retirar «copia.pdf»"))';
    await centre.click(`${form} > summary`);
    await centre.fill(`${form} [name=order]`, 'Auto 7 del juzgado de ejemplo');
    await centre.selectOption(`${form} [name=instead]`, { label: 'Una hoja que dice que se retiró' });
    await centre.selectOption(`${form} [name=original]`, { label: 'Destruirlo, para siempre' });
    await centre.click(`${form} button`);
    for (const page of [centre, officer]) {
      await page.goto(files);
      const said = await page.textContent('main');
      expect(said).toContain('Retirado por orden');
      expect(said).toContain('Auto 7 del juzgado de ejemplo');
      expect(said).toContain('El original se destruyó');
      expect(said).toContain(hash);
      expect(said).not.toContain('copia.pdf');
    }
    const address = await officer.getAttribute('main a[download]', 'href');
    const sheet = await officer.request.get(address ?? '');
    expect(sheet.headers()['content-disposition']).toContain('Retirado');
    // The signature counts as before; whoever holds the paper is told of the order, with the hash of what was signed.
    await officer.goto(`/convenios/${parts.id}/vida`);
    expect(await officer.textContent('main')).toContain('Se sustituyó un archivo por orden');
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec((await officer.textContent('main')) ?? '')?.[0];
    const anybody = await (await web.device({ javaScriptEnabled: false })).newPage();
    await anybody.goto(`${web.origin}/verificar/${code}`);
    const verified = await anybody.textContent('main');
    expect(verified).toContain('El archivo se retiró por orden: Auto 7 del juzgado de ejemplo');
    expect(verified).toContain(hash);
  });

  it('is extended by an addendum that both confirm and sign; the signed text stays', async () => {
    const form = `/convenios/${parts.id}/adendas/nueva`;
    const officer = await enter('oficial', form);
    await officer.fill('[name=title]', 'Prórroga de ejemplo');
    await officer.fill('[name=reason]', 'El programa sigue un año más');
    await officer.fill('[name=newEndsOn]', parts.newEnd);
    await officer.click('button:has-text("Abrir la adenda")');
    await officer.waitForURL(/\/vida$/);
    addendum = new URL(officer.url()).pathname.split('/')[2] ?? '';
    const life = `/convenios/${addendum}/vida`;
    const minister = await enter('ministra', life);
    for (const page of [officer, minister]) {
      await page.goto(life);
      await open(page, 'Confirmar por una parte');
      await page.fill('[name=reference]', 'Acuerdo 7');
      await page.fill('[name=approvalBody]', 'Concejo de ejemplo');
      await page.click('button:has-text("Confirmar por una parte")');
    }
    await officer.goto(life);
    await open(officer, 'Poner el texto a la firma');
    await officer.click('button:has-text("Poner el texto a la firma")');
    const mayor = await enter('alcaldia', `/convenios/${addendum}/firmar`);
    await minister.goto(`/convenios/${addendum}/firmar`);
    for (const page of [minister, mayor]) {
      await page.check('[name=read]');
      await page.fill('[name=password]', password);
      await page.click('button:has-text("Firmar")');
    }
    await minister.goto(`/convenios/${parts.id}/vigente`);
    expect(await minister.textContent('main')).toContain('Prórroga de ejemplo');
    expect(await minister.textContent('main')).toContain('Prorroga la vigencia hasta');
  });

  it.each(widths)('is shown without fault at %i pixels', async (width) => {
    const device = await web.device({ viewport: { width, height: 900 } });
    const page = await device.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`/entrar?next=/convenios/${parts.id}/vida`);
    await page.fill('[name=name]', 'nacional');
    await page.fill('[name=password]', password);
    await page.click('main button');
    await page.waitForURL(({ pathname }) => pathname.endsWith('/vida'));
    for (const rest of ['vida', 'firmar', 'archivos', 'vigente', 'adendas/nueva']) {
      await page.goto(`/convenios/${parts.id}/${rest}`);
      expect(await findingsOf(page), rest).toEqual([]);
      expect(await sideways(page), rest).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
    await device.close();
  });
});
