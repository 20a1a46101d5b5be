import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { createFirstAdministrator } from '#services/access/create-first-administrator.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { complaintsOf, findingsOf, sideways, startWeb, widths, type Web } from './web-server.ts';

const password = 'una frase larga que recuerdo';
let web: Web;
let username = '';
let address = '';

beforeAll(async () => {
  web = await startWeb();
  await loadPack(web.context, { folder: 'tests/fixtures/packs/XA' });
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

async function enter(page: Page, next = '/'): Promise<void> {
  await page.goto(`/entrar?next=${next}`);
  await page.fill('[name=name]', username);
  await page.fill('[name=password]', password);
  await page.click('main button');
  await page.waitForURL(`${web.origin}${next}`);
}

const press = (page: Page, word: string) => page.click(`main button:has-text("${word}")`);
const main = (page: Page) => page.textContent('main');

/** Adds an element by the link that says so, and comes back to its version. */
async function add(page: Page, link: string, code: string, title: string): Promise<void> {
  await page.click(`main >> text=${link}`);
  await page.fill('[name=code]', code);
  await page.fill('[name=title]', title);
  await press(page, 'Guardar');
}

describe('a strategy', () => {
  it('is registered, written, consulted upon and approved, without script', async () => {
    const page = await (await web.device({ javaScriptEnabled: false })).newPage();
    await enter(page, '/estrategia/nueva');
    await page.fill('[name=title]', 'Estrategia de convivencia');
    await page.selectOption('[name=organisationId]', { label: 'Ministerio de la Concordia' });
    await page.fill('[name=adoptingAct]', 'Decreto 4');
    await page.fill('[name=periodFrom]', '2026-01-01');
    await page.fill('[name=periodTo]', '2025-12-31');
    await press(page, 'Guardar');
    expect(await page.textContent('[role=alert]')).toContain('Termina: Termina antes de empezar');
    await page.fill('[name=periodTo]', '2030-12-31');
    await press(page, 'Guardar');
    address = new URL(page.url()).pathname;
    expect(await main(page)).toContain('Es un borrador');

    await add(page, 'Agregar un eje', '1', 'Escuelas que protegen');
    await add(page, 'Agregar debajo: objetivo', '1.1', 'Que nadie deje la escuela');
    await page.click('main >> text=Agregar debajo: línea de acción');
    await page.fill('[name=title]', 'Acompañar la permanencia');
    await page.check('[name=inspire-education]');
    await page.fill('[name="indicators.0.title"]', 'Escuelas con ruta');
    await page.fill('[name="indicators.0.unit"]', 'escuelas');
    await page.fill('[name="indicators.0.targets"]', '2040: 20');
    await press(page, 'Guardar');
    expect(await page.textContent('[role=alert]')).toContain('La meta de 2040 está fuera del periodo');
    await page.fill('[name="indicators.0.targets"]', '2028: 20; 2030: 80');
    await press(page, 'Guardar');
    expect(await main(page)).toContain('Acompañar la permanencia');

    await page.goto(`${address}/estado`);
    const today = await page.inputValue('[name=from]');
    await page.fill('[name=to]', today);
    await press(page, 'Abrir la consulta');
    await page.click('main >> text=Dejar una observación >> nth=-1');
    await page.fill('[name=text]', 'Falta decir cómo participan las familias');
    await press(page, 'Enviar');
    await page.fill('[name=answer]', 'Se agregará en la versión que se apruebe');
    await press(page, 'Responder');
    expect(await main(page)).toContain('Se agregará en la versión');
    await page.goto(`${address}/estado`);
    await press(page, 'Cerrar la consulta');

    await page.goto(`${address}/estado`);
    await press(page, 'Aprobar esta versión');
    expect(await page.textContent('[role=alert]')).toContain('Diga con qué acto se aprobó');
    await page.fill('[name=body]', 'Consejo de Gabinete');
    await page.fill('[name=act]', 'Decreto 4');
    await page.fill('[name=on]', today);
    await page.fill('[name=validFrom]', today);
    await press(page, 'Aprobar esta versión');
    expect(await main(page)).toContain('Vigente');
    expect(await main(page)).not.toContain('Agregar un eje');
    await page.context().close();
  });

  it('is read by anybody, from the list to the line, and found by search', async () => {
    const page = await (await web.device({ javaScriptEnabled: false })).newPage();
    await page.goto('/estrategia');
    expect(await page.textContent('h1')).toBe('Estrategia de convivencia');
    await page.click('main >> text=Acompañar la permanencia');
    expect(await main(page)).toContain('Educación y habilidades para la vida');
    expect(await main(page)).toContain('2030: 80');
    await page.goto('/buscar?texto=convivencia');
    await page.click('main >> text=Estrategia de convivencia');
    expect(await page.textContent('h1')).toBe('Estrategia de convivencia');
    await page.context().close();
  });

  it('has a next version that is told apart from the one before', async () => {
    const page = await (await web.device({ javaScriptEnabled: false })).newPage();
    const strategy = address.split('/').slice(0, 3).join('/');
    await enter(page, `${strategy}/versiones`);
    await press(page, 'Empezar una versión nueva');
    await page.click('main >> text=Editar >> nth=-1');
    await page.fill('[name=title]', 'Sostener la permanencia');
    await press(page, 'Guardar');
    await page.goto(`${strategy}/comparar`);
    expect(await main(page)).toContain('Sin cambios: 2. Cambiaron: 1.');
    expect(await main(page)).toContain('Sostener la permanencia');
    await page.context().close();
  });

  it('looks right at every width, by day and by night', async () => {
    const strategy = address.split('/').slice(0, 3).join('/');
    for (const width of widths) {
      const colorScheme = width === 768 ? ('dark' as const) : ('light' as const);
      const page = await (await web.device({ viewport: { width, height: 800 }, colorScheme })).newPage();
      const complaints = complaintsOf(page);
      await enter(page);
      await page.goto(`${strategy}/versiones`);
      const draft = await page.getAttribute('main h2 a', 'href');
      const open = [
        '/estrategia',
        '/estrategia/nueva',
        '/estrategia/por-alinear',
        strategy,
        `${strategy}/versiones`,
        `${strategy}/comparar`,
        `${draft}`,
        `${draft}/estado`,
        `${draft}/importar`,
        `${draft}/elementos/nuevo`,
        `${address}/observaciones`,
      ];
      for (const path of open) {
        await page.goto(path);
        expect(await sideways(page), `${path} ${width}`).toBeLessThanOrEqual(0);
        expect(await findingsOf(page), `${path} ${width}`).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });
});
