import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { createFirstAdministrator } from '#services/access/create-first-administrator.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { complaintsOf, findingsOf, sideways, startWeb, widths, type Web } from './web-server.ts';

const password = 'una frase larga que recuerdo';
const list = '/territorios/XA-0101/necesidades';
let web: Web;
let username = '';

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

const save = (page: Page) => page.click('main form button:has-text("Guardar")');

async function write(page: Page, problem: string): Promise<void> {
  await page.fill('[name=problem]', problem);
  await page.check('[name=group-women]');
  await page.check('[name=group-young-people]');
  await page.selectOption('[name=violence]', 'youth');
  await page.fill('[name=sourceTitle]', 'Acta 4 del comité');
  await page.fill('[name=office]', 'Alcaldía');
  await page.fill('[name=prioritisedOn]', '2026-03-02');
  await page.fill('[name=priorityReason]', 'Cada semana hay heridos');
}

describe('needs', () => {
  let address = '';

  it('are registered, corrected, met and found without script', async () => {
    const page = await (await web.device({ javaScriptEnabled: false })).newPage();
    await page.goto(`${list}/nueva`);
    expect(new URL(page.url()).pathname).toBe('/entrar');
    await enter(page, `${list}/nueva`);
    await write(page, 'Riñas a la salida de los colegios');
    await page.fill('[name=factor]', 'Paradas sin luz');
    await save(page);
    expect(await page.textContent('[role=alert]')).toContain('De riesgo o de protección');
    expect(await page.isChecked('[name=group-women]')).toBe(true);
    await page.selectOption('[name=factorEffect]', 'risk');
    await save(page);
    expect(await page.textContent('h1')).toBe('Riñas a la salida de los colegios');
    address = new URL(page.url()).pathname;
    expect(await page.textContent('main')).toContain('Mujeres; Jóvenes');

    await page.goto(`${address}/corregir`);
    await page.check('[name=priority][value=high]');
    await save(page);
    expect(await page.textContent('main')).toContain('Prioridad alta');
    expect(await page.textContent('main')).toContain('Se corrigió');

    await page.goto('/territorios/XA-0101');
    expect(await page.textContent('main')).toContain('Riñas a la salida de los colegios');
    await page.goto('/territorios/XA-0101/hoja');
    expect(await page.textContent('body')).toContain('Riñas a la salida de los colegios');
    await page.goto('/buscar?texto=rinas');
    await page.click('main >> text=Riñas a la salida');
    expect(new URL(page.url()).pathname).toBe(address);

    await page.goto(`${address}/estado`);
    await page.fill('section:has(h2:has-text("Dar por atendida")) textarea', 'Ya no aparece en las actas');
    await page.click('button:has-text("Dar por atendida")');
    expect(await page.textContent('main')).toContain('Atendida, desde');
    await page.goto(`${list}?estado=met`);
    expect(await page.textContent('main table')).toContain('Riñas a la salida de los colegios');
    await page.context().close();
  });

  it('are merged and parted again', async () => {
    const page = await (await web.device({ javaScriptEnabled: false })).newPage();
    await enter(page);
    for (const problem of ['Robos en la terminal', 'Hurtos de noche en buses']) {
      await page.goto(`${list}/nueva`);
      await write(page, problem);
      await save(page);
    }
    await page.click('main >> text=Unir con otra');
    await page.click('button:has-text("Ver qué cambiaría")');
    await page.click('main button:has-text("Unir")');
    expect(await page.textContent('main')).toContain('Se le unió otra necesidad: Robos en la terminal');
    await page.click('button:has-text("Deshacer la unión")');
    expect(await page.textContent('main')).toContain('Se deshizo la unión');
    await page.context().close();
  });

  it('come in as a file, after its faults were shown by row', async () => {
    const page = await (await web.device()).newPage();
    await enter(page);
    await page.goto(`${list}/importar`);
    const header =
      'Problema,Población afectada,Tipo de violencia,Fuente,Priorizada el,Oficina o cargo,Prioridad,Por qué esa prioridad';
    const send = async (row: string, apply: boolean) => {
      const buffer = Buffer.from(`${header}\n${row}\n`);
      await page.setInputFiles('[name=file]', { name: 'necesidades.csv', mimeType: 'text/csv', buffer });
      if (apply) await page.check('[name=apply]');
      await page.click('button:has-text("Enviar el archivo")');
    };
    await send(
      'Trata en la frontera,Marcianos,Trata de personas,Acta,2026-01-01,Alcaldía,Alta,Creció',
      false,
    );
    await page.waitForSelector('main table:has-text("Marcianos")');
    await send('Trata en la frontera,Mujeres,Trata de personas,Acta,2026-01-01,Alcaldía,Alta,Creció', true);
    await page.waitForSelector('text=Se importó el archivo');
    await page.click('button:has-text("Revocar esta importación")');
    await page.waitForSelector('text=La importación se revocó');
    await page.context().close();
  });

  it('keep what was being written on the device', async () => {
    const page = await (await web.device()).newPage();
    await enter(page);
    await page.goto(`${list}/nueva`);
    await page.waitForLoadState('networkidle');
    await page.fill('[name=problem]', 'Algo a medio escribir');
    await expect
      .poll(
        async () => {
          await page.goto('/ayuda');
          await page.goto(`${list}/nueva`);
          await page.waitForLoadState('networkidle');
          const found = await page.inputValue('[name=problem]');
          if (found === '') {
            await page.fill('[name=problem]', 'Algo a medio escribir');
            await page.waitForLoadState('networkidle');
            await page.locator('[name=problem]').blur();
          }
          return found;
        },
        { timeout: 30_000, interval: 1000 },
      )
      .toBe('Algo a medio escribir');
    await page.context().close();
  });

  it('look right at every width, by day and by night', async () => {
    for (const width of widths) {
      const colorScheme = width === 768 ? ('dark' as const) : ('light' as const);
      const page = await (await web.device({ viewport: { width, height: 800 }, colorScheme })).newPage();
      const complaints = complaintsOf(page);
      await enter(page);
      const open = [
        list,
        `${list}/nueva`,
        `${list}/importar`,
        address,
        `${address}/estado`,
        '/territorios/XA-0101',
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
