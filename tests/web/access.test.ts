import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTable } from '#formats/tables/index.ts';
import { createFirstAdministrator } from '#services/access/create-first-administrator.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { complaintsOf, findingsOf, sideways, startWeb, widths, type Web } from './web-server.ts';

const password = 'una frase larga que recuerdo';
let web: Web;
let administrator = '';

beforeAll(async () => {
  web = await startWeb();
  await loadPack(web.context, { folder: 'tests/fixtures/packs/XA' });
  const { link, username } = await createFirstAdministrator(web.context, { country: 'XA' });
  administrator = username;
  await accept(link);
});
afterAll(() => web.stop());

/** Opens an invitation on a device of its own, without script, and chooses the password. */
async function accept(link: string): Promise<void> {
  const page = await onDevice({ javaScriptEnabled: false });
  await page.goto(link);
  await page.fill('[name=password]', password);
  await page.click('main button');
  await page.context().close();
}

async function onDevice(options: Parameters<Web['device']>[0] = {}): Promise<Page> {
  return (await web.device(options)).newPage();
}

async function enter(page: Page, username: string): Promise<void> {
  await page.goto('/entrar');
  await page.fill('[name=name]', username);
  await page.fill('[name=password]', password);
  await page.click('main button');
  await page.waitForURL((url) => url.pathname !== '/entrar');
}

async function leave(page: Page): Promise<void> {
  await page.goto('/salir');
  await page.click('main button');
  await page.waitForURL(`${web.origin}/`);
}

/** Gives somebody an account through the page, and answers with the link that is shown once. */
async function giveAccount(
  page: Page,
  name: string,
  role: string,
  place: string,
  username = '',
): Promise<string> {
  await page.goto('/administracion/cuentas/nueva');
  await page.fill('[name=name]', name);
  await page.fill('[name=username]', username);
  await page.check(`[name=role][value=${role}]`);
  await page.fill('[name=territory]', place);
  await page.click('main form button:not([type=button])');
  await page.waitForSelector('text=no se volverá a mostrar');
  const link = /https?:\/\/\S+\/invitacion\/\S+/.exec(await page.innerText('main'))?.[0];
  expect(link).toBeDefined();
  return link ?? '';
}

/** The address of somebody's account. */
async function accountOf(page: Page, name: string): Promise<string> {
  await page.goto(`/administracion/cuentas?texto=${encodeURIComponent(name)}`);
  return (await page.getAttribute(`main table a:text-is("${name}")`, 'href')) ?? '';
}

describe('an invitation', () => {
  it('is made on a desk without e-mail and accepted by its link on a phone, once', async () => {
    const desk = await onDevice({ viewport: { width: 1280, height: 800 } });
    await enter(desk, administrator);
    const link = await giveAccount(
      desk,
      'Oficial de Santa Fe',
      'municipal-coordinator',
      'XA-0101',
      'santa.fe',
    );
    const phone = await onDevice();
    await phone.goto(link);
    expect(await phone.innerText('main')).toContain('Oficial de Santa Fe');
    await phone.fill('[name=password]', password);
    await phone.click('main button');
    await phone.waitForURL(`${web.origin}/`);
    await phone.goto(link);
    expect(await phone.innerText('h1')).toBe('Esta invitación ya no sirve');
    await desk.goto('/administracion/cuentas?texto=Oficial');
    expect(await desk.innerText('main table')).toContain('Activa');
    await phone.context().close();
    await desk.context().close();
  });

  it('says where it is when a name means two territories, and keeps what was typed', async () => {
    const page = await onDevice({ javaScriptEnabled: false });
    await enter(page, administrator);
    await page.goto('/administracion/cuentas/nueva');
    await page.fill('[name=name]', 'Alguien de Santa Fe');
    await page.check('[name=role][value=trainer]');
    await page.fill('[name=territory]', 'Santa Fe');
    await page.click('main form button');
    expect(await page.innerText('[role=alert]')).toContain('XA-0201');
    expect(await page.inputValue('[name=name]')).toBe('Alguien de Santa Fe');
    expect(await page.isChecked('[name=role][value=trainer]')).toBe(true);
    await page.context().close();
  });

  it('is printed as a sheet that is shown once', async () => {
    const page = await onDevice({ viewport: { width: 1280, height: 800 } });
    await enter(page, administrator);
    await giveAccount(page, 'Persona del papel', 'trainer', 'XA-0101');
    await page.goto(await accountOf(page, 'Persona del papel'));
    await page.click('text=Hoja con código QR');
    await page.waitForSelector('img[alt*="Persona del papel"]');
    expect(await page.locator('script[type=module]').count()).toBe(0);
    expect(await findingsOf(page)).toEqual([]);
    // Opened again by its address, not sent again.
    const again = await page.context().newPage();
    await again.goto(page.url());
    expect(await again.locator('img').count()).toBe(0);
    await page.context().close();
  });
});

describe('a second step', () => {
  it('is turned on by a first code, asked for at the next entry, and turned off with the password', async () => {
    const page = await onDevice();
    const complaints = complaintsOf(page);
    await enter(page, administrator);
    await page.goto('/mi-cuenta/seguridad');
    await page.fill('form:has([value=enrol]) [name=password]', password);
    await page.click('text=Encender el segundo paso');
    await page.waitForSelector('main img');
    const key = await page.inputValue('[name=key]');
    await page.fill('[name=code]', '000000');
    await page.click('text=Confirmar y encender');
    await page.waitForSelector('[role=alert]');
    expect(await page.inputValue('[name=key]')).toBe(key);
    await page.fill('[name=code]', generateSync({ secret: key }));
    await page.click('text=Confirmar y encender');
    await page.waitForSelector('text=Guarde ahora sus códigos de recuperación');
    expect(await page.locator('main div ul li').count()).toBeGreaterThanOrEqual(8);
    await leave(page);
    await page.goto('/entrar');
    await page.fill('[name=name]', administrator);
    await page.fill('[name=password]', password);
    await page.click('main button');
    await page.waitForSelector('[name=code]');
    // The code that turned it on does not open a second time; the next one does.
    await page.fill('[name=code]', generateSync({ secret: key, epoch: Math.floor(Date.now() / 1000) + 30 }));
    await page.click('main button >> nth=0');
    await page.waitForURL((url) => url.pathname !== '/entrar');
    await page.goto('/mi-cuenta/seguridad');
    await page.fill('form:has([value=remove]) [name=password]', password);
    await page.click('text=Apagar el segundo paso');
    await page.waitForSelector('text=El segundo paso está apagado');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('eighty invitations from one table', () => {
  const header = { territory: 'Municipio', name: 'Nombre o cargo', phone: 'Teléfono', role: 'Función' };
  const columns = Object.entries(header).map(([key, title]) => ({
    key,
    header: title,
    kind: 'code' as const,
  }));
  const people = Array.from({ length: 80 }, (_, index) => ({
    territory: '0101',
    name: `Persona invitada ${index + 1}`,
    phone: `+50761${String(index).padStart(6, '0')}`,
    role: 'Formación',
  }));
  const file = async (rows: readonly Record<string, string>[]) => ({
    name: 'personas.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await writeTable([{ name: 'Invitaciones', columns, rows }], 'xlsx')),
  });

  it('show every problem by its row, create nothing, and then all, with a sheet for each', async () => {
    const page = await onDevice({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: false });
    await enter(page, administrator);
    const wrong = people.map((person, index) =>
      index === 6
        ? { ...person, territory: '101' }
        : index === 40
          ? { ...person, phone: people[3]?.phone ?? '' }
          : person,
    );
    await page.goto('/administracion/cuentas/invitar');
    await page.setInputFiles('[name=file]', await file(wrong));
    await page.click('text=Ver qué pasaría');
    expect(await page.innerText('main')).toContain('No se creó nada');
    expect(await page.locator('main tbody tr').count()).toBe(80);
    expect(await page.innerText('main tbody tr:nth-child(7)')).toContain('0101');
    expect(await page.innerText('main tbody tr:nth-child(41)')).toContain('repetido');
    await page.setInputFiles('[name=file]', await file(people));
    await page.click('text=Ver qué pasaría');
    await page.click('text=Crear 80 cuentas e invitar');
    expect(await page.locator('img').count()).toBe(80);
    await page.goto('/administracion');
    expect(await page.innerText('main')).toContain('personas invitadas aún no han entrado');
    await page.goto('/administracion/cuentas?sin-entrar=1&texto=Persona invitada 1');
    await page.click('text=Hojas para entregar');
    expect(await page.locator('img').count()).toBe(11);
    await page.context().close();
  });
});

describe('somebody who cannot get in', () => {
  it('is let in by a code of whoever coordinates their territory, and of nobody else', async () => {
    const desk = await onDevice({ viewport: { width: 1280, height: 800 } });
    await enter(desk, administrator);
    await accept(await giveAccount(desk, 'Formadora de Santa Fe', 'trainer', 'XA-0101'));
    await accept(await giveAccount(desk, 'Formador de Puerto Viejo', 'trainer', 'XA-0202'));
    const elsewhere = await accountOf(desk, 'Formador de Puerto Viejo');
    await leave(desk);
    await enter(desk, 'santa.fe');
    await desk.goto(await accountOf(desk, 'Formadora de Santa Fe'));
    await desk.click('text=Hacer un código');
    await desk.waitForSelector('text=Dígalo ahora');
    const told = await desk.innerText('main');
    const code = /^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{2}$/m.exec(told)?.[0] ?? '';
    const username = /Usuario: (\S+)\./.exec(told)?.[1] ?? '';
    const refused = await desk.goto(elsewhere);
    expect(refused?.status()).toBe(404);
    const phone = await onDevice();
    await phone.goto('/codigo');
    await phone.fill('[name=name]', username);
    await phone.fill('[name=code]', code);
    await phone.fill('[name=password]', 'otra frase larga distinta');
    await phone.click('main button');
    await phone.waitForURL(`${web.origin}/`);
    expect(await phone.locator('a[href="/mi-cuenta"]').count()).toBeGreaterThan(0);
    await phone.context().close();
    await desk.context().close();
  });
});

describe('a shared phone', () => {
  it('hides what one person was writing from the next, and gives it back', async () => {
    const phone = await onDevice();
    await enter(phone, administrator);
    await phone.goto('/administracion/cuentas/nueva');
    await phone.waitForLoadState('networkidle');
    await phone.fill('[name=name]', 'A medio escribir');
    // Written down a moment after the last key.
    const kept = 'indexedDB.databases().then((all) => all.length)';
    await expect.poll(() => phone.evaluate(kept)).toBeGreaterThan(0);
    await phone.waitForLoadState('networkidle');
    await expect.poll(() => drafts(phone)).toBe(1);
    await leave(phone);
    await enter(phone, 'santa.fe');
    await phone.goto('/administracion/cuentas/nueva');
    await phone.waitForLoadState('networkidle');
    expect(await phone.inputValue('[name=name]')).toBe('');
    await leave(phone);
    await enter(phone, administrator);
    await phone.goto('/administracion/cuentas/nueva');
    await expect.poll(() => phone.inputValue('[name=name]')).toBe('A medio escribir');
    await phone.context().close();
  });
});

/** How many drafts the device keeps, whoever's they are. */
function drafts(page: Page): Promise<unknown> {
  return page.evaluate(`(async () => {
    const [{ name }] = await indexedDB.databases();
    const store = await new Promise((done) => { const open = indexedDB.open(name); open.onsuccess = () => done(open.result); });
    const count = await new Promise((done) => { const ask = store.transaction('drafts').objectStore('drafts').count(); ask.onsuccess = () => done(ask.result); });
    store.close();
    return count;
  })()`);
}

describe('the screens of accounts, trail and administration', () => {
  const screens = [
    '/mi-cuenta',
    '/mi-cuenta/seguridad',
    '/mi-cuenta/hechos',
    '/administracion',
    '/administracion/cuentas',
    '/administracion/cuentas?sin-entrar=1',
    '/administracion/cuentas/nueva',
    '/administracion/cuentas/invitar',
    '/administracion/auditoria',
    '/administracion/importaciones',
    '/administracion/respaldo',
  ];

  it('have nothing for axe to find, cannot be pushed sideways, and break nothing', async () => {
    for (const width of widths) {
      const colorScheme = width === 768 ? 'dark' : 'light';
      const page = await onDevice({ viewport: { width, height: 800 }, colorScheme });
      const complaints = complaintsOf(page);
      await enter(page, administrator);
      const account = await accountOf(page, 'Oficial de Santa Fe');
      for (const path of [...screens, account]) {
        await page.goto(path);
        expect(await findingsOf(page), `${path} ${width}`).toEqual([]);
        expect(await sideways(page), `${path} ${width}`).toBeLessThanOrEqual(0);
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  it('show nothing of it to a visitor', async () => {
    const page = await onDevice();
    for (const path of screens) {
      await page.goto(path);
      const { pathname } = new URL(page.url());
      expect(pathname, path).toBe('/entrar');
    }
    await page.context().close();
  });
});
