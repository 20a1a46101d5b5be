import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFirstAdministrator } from '#services/access/create-first-administrator.ts';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { loadFiguresPack } from '#services/values/load-figures-pack.ts';
import { complaintsOf, findingsOf, sideways, startWeb, widths, type Web } from './web-server.ts';

const password = 'una frase larga que recuerdo';
let web: Web;
let username = '';

beforeAll(async () => {
  web = await startWeb();
  await loadPack(web.context, { folder: 'tests/fixtures/packs/XA' });
  await loadIndicators(web.context, { folder: 'packs/indicators', country: null });
  const { link, username: given } = await createFirstAdministrator(web.context, { country: 'XA' });
  username = given;
  const device = await web.device({ javaScriptEnabled: false });
  const page = await device.newPage();
  await page.goto(link);
  await page.fill('[name=password]', password);
  await page.click('main button');
  await device.close();
});
afterAll(() => web.stop());

async function enter(page: Page, next: string): Promise<void> {
  await page.goto(`/entrar?next=${next}`);
  await page.fill('[name=name]', username);
  await page.fill('[name=password]', password);
  await page.click('main button');
  await page.waitForURL(`${web.origin}${next}`);
}

describe('where one opens', () => {
  it('is where something is told, although another country comes first; and so is the explorer', async () => {
    const bring = async (country: string) => {
      const folder = `packs/${country}`;
      await loadPack(web.context, { folder });
      await loadIndicators(web.context, { folder, country });
      await loadFiguresPack(web.context, { folder, country });
    };
    // It comes first and tells the homicides of one of its cantons.
    await bring('CR');
    const page = await (await web.device({ javaScriptEnabled: false })).newPage();
    await page.goto('/indicadores/HOM');
    expect(await page.inputValue('main [name=territorio]')).toBe('CR-103');
    await bring('PA');
    await page.goto('/indicadores/HOM');
    expect(await page.inputValue('main [name=territorio]')).toBe('PA');
    expect(await page.$('main figure svg')).not.toBeNull();
    await page.goto('/explorar');
    expect(await page.inputValue('main [name=territorio]')).toBe('PA');
    expect(await page.textContent('main table')).toContain('2024');
    // Whoever asks for a place gets it.
    await page.goto('/indicadores/HOM?territorio=XA');
    expect(await page.inputValue('main [name=territorio]')).toBe('XA');
    // A reader whose own country tells nothing sees where something is told.
    await enter(page, '/indicadores/HOM');
    expect(await page.inputValue('main [name=territorio]')).toBe('PA');
  });
});

describe('indicators', () => {
  it('are found and read by anybody without script: what they measure, how, and what they do not say', async () => {
    const page = await (await web.device({ javaScriptEnabled: false })).newPage();
    await page.goto('/indicadores?texto=homicidios');
    await page.click('main >> text=Tasa de homicidios');
    const text = await page.textContent('main');
    for (const said of [
      'sin verificar',
      'Víctimas de homicidio intencional en el período',
      '16.1.1',
      'nunca se promedia',
    ])
      expect(text).toContain(said);
    expect(await page.$('main >> text=Corregir')).toBeNull();
  });

  it('are made, worded anew, and given a baseline and targets, without script', async () => {
    const page = await (await web.device({ javaScriptEnabled: false })).newPage();
    await page.goto('/indicadores/nuevo');
    expect(new URL(page.url()).pathname).toBe('/entrar');
    await enter(page, '/indicadores/nuevo');
    await page.fill('[name=code]', 'xa-rinas');
    await page.fill('[name=title]', 'Riñas atendidas');
    await page.selectOption('[name=topic]', 'other');
    await page.fill('[name=definition]', 'Riñas en la vía pública en las que intervino alguna autoridad.');
    await page.check('[name=composition][value=ratio]');
    await page.fill('[name=unit]', 'riñas');
    await page.click('main button:has-text("Guardar")');
    expect(await page.textContent('[role=alert]')).toContain('Numerador');
    await page.check('[name=composition][value=count]');
    await page.click('main button:has-text("Guardar")');
    await page.waitForURL(`${web.origin}/indicadores/XA-RINAS`);
    await page.click('main >> text=Poner metas');
    await page.selectOption('[name=kind]', 'baseline');
    await page.fill('[name=year]', '2025');
    await page.fill('[name=value]', '12,5');
    await page.click('main button:has-text("Añadir")');
    expect(await page.textContent('[role=alert]')).toContain('De dónde sale');
    await page.fill('[name=source]', 'Registro de la comuna');
    await page.click('main button:has-text("Añadir")');
    expect(await page.textContent('main table')).toMatch(/2025\s*Línea de base\s*12[.,]5 riñas/);
    await page.goto('/indicadores/XA-RINAS/corregir');
    await page.fill('[name=reason]', 'Se amplía la fuente');
    await page.fill('#definicion [name=definition]', 'Riñas con o sin intervención.');
    await page.click('main button:has-text("Redefinir")');
    await page.waitForURL(`${web.origin}/indicadores/XA-RINAS`);
    expect(await page.textContent('main')).toContain('Se amplía la fuente');
  });

  it('look as they should on every width, with nothing that a screen reader stumbles over', async () => {
    const page = await (await web.device()).newPage();
    await enter(page, '/indicadores');
    const complaints = complaintsOf(page);
    for (const path of [
      '',
      '/SES-1',
      '/C2',
      '/XA-RINAS',
      '/XA-RINAS/metas',
      '/XA-RINAS/corregir',
      '/nuevo',
      '/importar',
    ]) {
      await page.goto(`/indicadores${path}`);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        expect([path, width, await sideways(page)]).toEqual([path, width, 0]);
      }
      expect([path, ...(await findingsOf(page))]).toEqual([path]);
    }
    expect(complaints).toEqual([]);
  });
});
