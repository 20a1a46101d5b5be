import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { createFirstAdministrator } from '#services/access/create-first-administrator.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { complaintsOf, findingsOf, sideways, startWeb, widths, type Web } from './web-server.ts';

const password = 'una frase larga que recuerdo';
let web: Web;
let username = '';
let device: BrowserContext;
let page: Page;

// Every journey is made without script: whatever a form needs, the server does.
beforeAll(async () => {
  web = await startWeb();
  await loadPack(web.context, { folder: 'tests/fixtures/packs/XA' });
  const { link, username: given } = await createFirstAdministrator(web.context, { country: 'XA' });
  username = given;
  device = await web.device({ javaScriptEnabled: false });
  page = await device.newPage();
  await page.goto(link);
  await page.fill('[name=password]', password);
  // Whoever sets the first password is signed in by it.
  await page.click('main button');
  await page.waitForURL(`${web.origin}/`);
});
afterAll(() => web.stop());

async function enter(on: Page): Promise<void> {
  await on.goto('/entrar');
  await on.fill('[name=name]', username);
  await on.fill('[name=password]', password);
  await on.click('main button');
  await on.waitForURL(`${web.origin}/`);
}

const main = (on = page) => on.locator('main');
const press = (name: string, on = page) => main(on).getByRole('button', { name, exact: true }).click();
const heading = () => page.textContent('h1');
/** The address of the page without what follows the path. */
const path = () => new URL(page.url()).pathname;

async function registerOrganisation(name: string, kind = 'cso'): Promise<string> {
  await page.goto('/actores/organizaciones/nueva?territorio=XA-0101');
  await page.fill('[name=name]', name);
  await page.selectOption('[name=kind]', kind);
  await page.selectOption('[name=sector]', 'youth');
  await page.selectOption('[name=level]', 'local');
  await press('Registrar');
  expect(await heading()).toBe(name);
  return path();
}

async function appointHead(organisation: string, name: string, from: string): Promise<void> {
  await page.goto(`${organisation}/cargos`);
  await page.selectOption('[name=kind]', 'head');
  await page.fill('[name=title]', 'Directora');
  await page.fill('[name=personId]', name);
  await page.fill('[name=validFrom]', from);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await press('Designar');
  // Whom nobody knows yet is asked about, beside the name.
  if ((await answered).status() !== 422) return;
  await page.getByLabel(`Registrar a ${name} como persona nueva`).check();
  await press('Designar');
}

describe('institutions', () => {
  it('are found by a part of the name, a territory and a kind, at an address that can be sent', async () => {
    await page.goto('/actores?territorio=XA');
    await main().locator('[name=texto]').fill('concordia');
    await press('Buscar');
    expect(page.url()).toContain('texto=concordia');
    expect(await page.locator('tbody tr').count()).toBe(1);
    const file = await page.request.get((await page.getAttribute('a[aria-label*="CSV"]', 'href')) ?? '');
    expect(await file.text()).toContain('Ministerio de la Concordia');
    expect(await file.text()).not.toContain('Comuna de Puerto Viejo');
  });

  it('are asked about when a name fits two, and taken as chosen', async () => {
    await page.goto('/actores/organizaciones/nueva?territorio=XA-0101');
    await page.fill('[name=name]', 'Casa de la Juventud');
    await page.selectOption('[name=kind]', 'office');
    await page.selectOption('[name=sector]', 'youth');
    await page.selectOption('[name=level]', 'local');
    await page.fill('[name=parentId]', 'Comuna de Santa Fe');
    await press('Registrar');
    expect(await main().textContent()).toContain('Hay varias entradas que coinciden');
    expect(await page.inputValue('[name=name]')).toBe('Casa de la Juventud');
    await page.locator('[name="parentId-id"]').first().check();
    await press('Registrar');
    expect(await heading()).toBe('Casa de la Juventud');
    expect(await main().textContent()).toContain('Comuna de Santa Fe');
  });

  it('warn before somebody’s data is kept in a text, and keep it only when that is confirmed', async () => {
    const home = await registerOrganisation('Fundación del Puente');
    await page.goto(`${home}/corregir`);
    await page.fill('[name=mandate]', 'Pregunte por Ana, cédula 8-123-4567');
    await press('Guardar');
    expect(await main().textContent()).toContain('Parece un número de cédula');
    await page.getByLabel('Lo revisé: debe quedar así').check();
    await press('Guardar');
    expect(path()).toBe(home);
  });

  it('show both versions when two people correct one, and overwrite nothing by themselves', async () => {
    const home = await registerOrganisation('Red de Barrios');
    const other = await device.newPage();
    await other.goto(`${home}/corregir`);
    await page.goto(`${home}/corregir`);
    await page.fill('[name=shortName] >> nth=0', 'REDBA');
    await press('Guardar');
    await other.fill('[name=shortName] >> nth=0', 'RB');
    await press('Guardar', other);
    const told = await main(other).textContent();
    expect(told).toContain('Otra persona guardó cambios');
    expect(told).toContain('REDBA');
    expect(await other.inputValue('[name=shortName] >> nth=0')).toBe('RB');
    await press('Guardar', other);
    expect(await main(other).textContent()).toContain('RB ·');
    await other.close();
  });

  it('keep the former name when they change it, and say what has to be done to a wrong entry', async () => {
    const home = await registerOrganisation('Grupo Faro');
    await page.goto(`${home}/cerrar`);
    expect(await main().textContent()).toContain('puede eliminarse del todo');
    await page.goto(`${home}/corregir`);
    const renaming = page.locator('form', { has: page.locator('[name=_form][value=rename]') });
    await renaming.locator('[name=name]').fill('Asociación Faro');
    await renaming.locator('[name=reason]').fill('Nuevo estatuto');
    await press('Cambió de nombre');
    expect(await heading()).toBe('Asociación Faro');
    expect(await main().textContent()).toContain('Grupo Faro');
    await page.goto(`${home}/cerrar`);
    expect(await main().textContent()).toContain('no se puede eliminar');
    expect(await main().textContent()).toContain('1 nombre anterior');
    await page
      .locator('form', { has: page.locator('[value=annul]') })
      .locator('[name=reason]')
      .fill('Era otra');
    await press('Anular');
    expect(await main().textContent()).toContain('Anulada');
  });

  it('have one head at a time: the fault stands beside the date', async () => {
    const home = await registerOrganisation('Oficina del Lago', 'office');
    await appointHead(home, 'Berta Ejemplo', '2026-01-01');
    await appointHead(home, 'Carla Ejemplo', '2026-02-01');
    const fault = await page.locator('[name=validFrom][aria-invalid]').getAttribute('aria-describedby');
    expect(await page.locator(`[id="${fault?.split(' ').at(-1)}"]`).textContent()).toContain(
      'titulares el mismo día',
    );
    await page.goto(home);
    expect(await main().textContent()).toContain('Berta Ejemplo');
  });

  it('say how to reach them and what they do', async () => {
    const home = await registerOrganisation('Club del Río');
    await page.goto(`${home}/contactos`);
    await page.selectOption('[name=channel]', 'phone');
    await page.fill('[name=value]', '555-0101');
    await page.getByLabel('Público').check();
    await press('Guardar');
    await page.goto(`${home}/labor`);
    await page.selectOption('[name=function]', 'youth');
    await page.fill('[name=description]', 'Torneos de barrio');
    await page.fill('[name=staff]', '4');
    await press('Guardar');
    await page.goto(home);
    const told = await main().textContent();
    expect(told).toContain('555-0101');
    expect(told).toContain('Torneos de barrio');
    expect(told).toContain('4 personas');
  });

  it('entered twice become one, as previewed, and two again when it is undone', async () => {
    const one = await registerOrganisation('Fundación Aurora');
    const two = await registerOrganisation('Asociación del Alba');
    await appointHead(two, 'Delia Ejemplo', '2026-01-01');
    await page.goto(`${one}/unir`);
    await page.fill('[name=otherId]', 'Asociación del Alba');
    await press('Ver qué pasaría');
    expect(await main().textContent()).toContain('1 cargo');
    await press('Unir');
    await page.goto(one);
    expect(await main().textContent()).toContain('Delia Ejemplo');
    await page.goto(two);
    expect(await main().textContent()).toContain('Fusionada con otra entrada');
    await page.goto(`${one}/unir`);
    await press('Deshacer la unión');
    await page.goto(two);
    expect(await main().textContent()).toContain('En funciones');
  });
});

describe('committees', () => {
  it('are registered with their seats, of which a vacant one says so', async () => {
    await page.goto('/actores/estructuras/nueva?territorio=XA-0101');
    await page.fill('[name=name]', 'Comité de Prueba');
    await page.selectOption('[name=kind]', 'local-committee');
    await press('Registrar y seguir con los puestos');
    await page.fill('[name=name]', 'Presidencia');
    await press('Agregar un puesto');
    await page.goto(path());
    const adding = page.locator('form', { has: page.locator('[value=seat-new]') });
    await adding.locator('[name=name]').fill('Juventud');
    await press('Agregar un puesto');
    const first = page.locator('main details').first();
    await first.locator('summary').first().click();
    await first.locator('[name=personId]').fill('Elsa Ejemplo');
    await first.getByRole('button', { name: 'Designar en Presidencia' }).click();
    await page.getByLabel('Registrar a Elsa Ejemplo como persona nueva').check();
    await page.getByRole('button', { name: 'Designar en Presidencia' }).click();
    await page.goto(path().replace('/puestos', ''));
    const told = await main().textContent();
    expect(told).toContain('1 vacante de 2 puestos');
    expect(told).toContain('Elsa Ejemplo');
    expect(told).toContain('Vacante');
  });
});

describe('who governs a territory', () => {
  it('is chosen by name, refused beside the field, and ended on a day', async () => {
    await registerOrganisation('Junta del Faro Viejo', 'indigenous-authority');
    await page.goto('/territorios/XA-0101');
    expect(await main().getByRole('link', { name: 'Registrar una mesa o comité' }).getAttribute('href')).toBe(
      '/actores/estructuras/nueva?territorio=XA-0101',
    );
    await main().getByRole('link', { name: 'Corregir quién gobierna' }).click();
    await press('Anotar una autoridad');
    expect(await main().textContent()).toContain('Escriba el nombre de la institución que gobierna');
    expect(await page.locator('[name=organisationId][aria-invalid]').count()).toBe(1);
    await page.fill('[name=organisationId]', 'Junta del Faro Viejo');
    await page.selectOption('[name=kind]', 'board');
    await page.fill('[name=validFrom]', '2020-01-01');
    await press('Anotar una autoridad');
    const ending = page.locator('form', { hasText: 'Anotar que Junta del Faro Viejo dejó de gobernar' });
    await ending.locator('[name=on]').fill('2019-01-01');
    await ending.locator('button').click();
    expect(await page.locator('[name=on][aria-invalid]').count()).toBe(1);
    await ending.locator('[name=on]').fill('2021-01-01');
    await ending.locator('button').click();
    expect(path()).toBe('/territorios/XA-0101/autoridades');
    expect(await main().textContent()).not.toContain('Junta del Faro Viejo');
  });
});

describe('a government that changes', () => {
  it('passes everything on in one step, shown before, with a brief to print', async () => {
    const home = await registerOrganisation('Gobierno de Prueba', 'governorate');
    await appointHead(home, 'Flora Ejemplo', '2026-01-01');
    await page.goto(`/actores/traspaso?gobierno=${home.split('/').at(-1)}`);
    await main().getByLabel('Quién llega').fill('Gloria Ejemplo');
    await page.fill('[name=reason]', 'cambio de gobierno');
    await press('Ver qué pasa');
    await page.getByLabel('Registrar a Gloria Ejemplo como persona nueva').check();
    await press('Ver qué pasa');
    expect(await main().textContent()).toContain('De Flora Ejemplo a Gloria Ejemplo');
    expect(await main().textContent()).toContain('Qué está abierto');
    await press('Hacer el traspaso');
    expect(await heading()).toContain('Informe de traspaso: Gobierno de Prueba');
    expect(await main().textContent()).toContain('Nada abierto en: compromisos por cumplir');
    expect(await page.locator('script[src*="/assets/"]').count()).toBe(0);
    await page.goto(home);
    expect(await main().textContent()).toContain('Gloria Ejemplo');
  });
});

describe('a sheet of institutions', () => {
  const sheet = (kind: string) =>
    Buffer.from(
      `Territorio (código),Nombre,Tipo,Sector,Nivel\nXA-0101,Taller del Sur,${kind},Juventud,Local\n`,
    );
  const upload = async (kind: string) => {
    await page.goto('/actores/importar');
    await page.setInputFiles('[name=file]', { name: 'hoja.csv', mimeType: 'text/csv', buffer: sheet(kind) });
    await press('Ver qué haría');
  };

  it('is refused with every fault by row and column', async () => {
    await upload('Nave espacial');
    const told = await main().textContent();
    expect(told).toContain('1 dato por corregir en el archivo. No se guardó nada.');
    expect(told).toContain('Nave espacial');
  });

  it('is shown, applied without choosing it again, and taken back', async () => {
    await upload('Organización de la sociedad civil');
    expect(await main().textContent()).toContain('1 nueva');
    await press('Aplicar 1 fila');
    expect(await main().textContent()).toContain('La importación se aplicó');
    await page.getByRole('button', { name: 'Deshacer esta importación' }).first().click();
    expect(await main().textContent()).toContain('La importación se deshizo');
    await page.goto('/actores?territorio=XA-0101&texto=Taller');
    expect(await main().textContent()).toContain('Ninguna institución cumple estos filtros');
  });
});

describe('every screen of actors', () => {
  const screens = async () => {
    await page.goto('/actores?territorio=XA-0101');
    await page.locator('tbody th a').first().click();
    const organisation = path();
    await page.goto('/actores/estructuras?territorio=XA');
    const structures = page.locator('tbody th a');
    const structure = (await structures.first().getAttribute('href')) ?? '';
    await page.goto('/actores/personas?territorio=XA');
    const person = (await page.locator('tbody th a').first().getAttribute('href')) ?? '';
    return [
      '/actores?territorio=XA',
      '/actores/organizaciones/nueva',
      ...['', '/corregir', '/contactos', '/cargos', '/labor', '/cerrar', '/unir'].map(
        (end) => organisation + end,
      ),
      '/actores/estructuras?territorio=XA',
      '/actores/estructuras/nueva',
      ...['', '/corregir', '/puestos', '/cerrar'].map((end) => structure + end),
      '/actores/personas?territorio=XA',
      '/actores/personas/nueva',
      ...['', '/corregir', '/contactos', '/unir'].map((end) => person + end),
      '/actores/traspaso',
      `/actores/traspaso?de=${person.split('/').at(-1)}`,
      '/actores/importar',
    ];
  };

  it('has nothing for axe to find and cannot be pushed sideways, by day on a phone and by night on a desk', async () => {
    const all = await screens();
    for (const width of widths) {
      const colorScheme = width === 1280 ? 'dark' : 'light';
      const own = await web.device({ viewport: { width, height: 800 }, colorScheme });
      const on = await own.newPage();
      await enter(on);
      const complaints = complaintsOf(on);
      for (const one of all) {
        await on.goto(one);
        expect(await sideways(on), `${one} ${width}`).toBeLessThanOrEqual(0);
        if (width !== 768) expect(await findingsOf(on), `${one} ${width}`).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await own.close();
    }
  });

  it('asks whoever is not signed in to sign in before a form, and shows them the lists', async () => {
    const stranger = await (await web.device()).newPage();
    await stranger.goto('/actores/organizaciones/nueva');
    expect(new URL(stranger.url()).pathname).toBe('/entrar');
    expect((await stranger.goto('/actores?territorio=XA'))?.status()).toBe(200);
    await stranger.context().close();
  });
});
