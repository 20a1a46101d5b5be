import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFirstAdministrator } from '#services/access/create-first-administrator.ts';
import { newId } from '#services/new-id.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { makeAgreement, makeCommitment } from '../commitment-world.ts';
import { dayIn } from './today.ts';
import { complaintsOf, findingsOf, sideways, startWeb, widths, type Web } from './web-server.ts';

const password = 'una frase larga que recuerdo';
let web: Web;
let username = '';

beforeAll(async () => {
  web = await startWeb();
  await loadPack(web.context, { folder: 'tests/fixtures/packs/XA' });
  const { link, username: given } = await createFirstAdministrator(web.context, { country: 'XA' });
  username = given;
  await fill();
  const device = await web.device({ javaScriptEnabled: false });
  const page = await device.newPage();
  await page.goto(link);
  await page.fill('[name=password]', password);
  await page.click('main button');
  await device.close();
});
afterAll(() => web.stop());

const daysFromNow = (days: number) => dayIn('XA', days);

/** A ministry whose late data hold back a commune's plan, which holds back a training in another commune. */
async function fill(): Promise<void> {
  const { database } = web.context;
  const territory = async (code: string) => {
    const row = await database.owner
      .selectFrom('territory')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirstOrThrow();
    return row.id;
  };
  const organisation = async (name: string, code: string) => {
    const id = newId();
    const kind = { kind: 'cso', sector: 'social', level: 'local' };
    await database.owner
      .insertInto('organisation')
      .values({ id, country: 'XA', territory_id: await territory(code), name, ...kind })
      .execute();
    return id;
  };
  const ground = { database, territory };
  const ministry = await organisation('Ministerio de ejemplo', 'XA');
  const commune = await organisation('Comuna de ejemplo', '0101');
  const agreementId = await makeAgreement(ground, { parties: [ministry, commune] });
  const data = await makeCommitment(ground, {
    what: 'Entregar los datos de la estación',
    obligor: ministry,
    beneficiary: commune,
    dueOn: daysFromNow(-20),
    agreementId,
  });
  const owed = { obligor: commune, beneficiary: ministry, agreementId };
  const plan = await makeCommitment(ground, {
    ...owed,
    what: 'Plan local',
    dueOn: daysFromNow(-5),
    needs: [data.id],
  });
  const training = { what: 'Capacitación de docentes', code: '0104', needs: [plan.id] };
  await makeCommitment(ground, { ...owed, ...training, dueOn: daysFromNow(10) });
  const kept = { standing: 'verified', firstReview: 'accepted', what: 'Veinte luminarias' };
  await makeCommitment(ground, { ...owed, ...kept, dueOn: daysFromNow(-30), deliveredOn: daysFromNow(-31) });
}

async function enter(page: Awaited<ReturnType<Awaited<ReturnType<Web['device']>>['newPage']>>, next: string) {
  await page.goto(`/entrar?next=${next}`);
  await page.fill('[name=name]', username);
  await page.fill('[name=password]', password);
  await page.click('main button');
  await page.waitForURL(`${web.origin}${next}`);
}

describe('the ledger', () => {
  it('is filtered, grouped and taken away, and its figures open into their arithmetic, on a phone without script', async () => {
    const device = await web.device({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const page = await device.newPage();
    await enter(page, '/seguimiento');
    expect(await page.textContent('main')).toContain('Capacitación de docentes');
    expect(await page.textContent('main')).toContain('Vencido hace 20 días');

    await page.selectOption('[name=estado]', 'overdue');
    await page.click('main form button:has-text("Filtrar")');
    expect(await page.textContent('main table')).not.toContain('Capacitación de docentes');

    await page.selectOption('[name=por]', 'party');
    await page.click('main form button:has-text("Filtrar")');
    expect(await page.textContent('main table')).toContain('Ministerio de ejemplo');
    const href =
      (await page.getAttribute(
        'a[aria-label="Descargar como CSV"], a[href*="ledger/export"][href*="csv"]',
        'href',
      )) ?? '';
    const sheet = await (await device.request.get(`${web.origin}${href}`)).text();
    expect(sheet.trim().split('\n')).toHaveLength(3);
    await page.click('main table >> text=Ministerio de ejemplo');
    expect(await page.textContent('main table')).toContain('Entregar los datos de la estación');

    await page.goto('/cumplimiento?territorio=XA');
    expect(await page.textContent('main')).toContain('50');
    await page.click('main a[aria-label^="Ver la cuenta: Compromisos cumplidos"]');
    expect(new URL(page.url()).pathname).toBe('/cumplimiento/C2');
    const arithmetic = await page.textContent('main table');
    for (const words of [
      'Entregado a tiempo y aceptado',
      'Vencido sin entregar',
      'Detenido por lo que otro debe',
    ])
      expect(arithmetic).toContain(words);
    await device.close();
  });

  it('tells who waits on whom as a picture and as a table, and leads to the cause', async () => {
    const page = await (await web.device({ javaScriptEnabled: false })).newPage();
    await enter(page, '/seguimiento/esperas');
    expect(await page.getAttribute('main svg[role=img]', 'aria-label')).toContain('quién espera a quién');
    expect(await page.textContent('main table')).toContain('Ministerio de ejemplo');
    await page.click('main >> text=Ver la cadena desde «Capacitación de docentes»');
    const chain = await page.textContent('main section:has(h2:has-text("De lo detenido")) ol');
    expect(chain).toMatch(/Capacitación de docentes.*Plan local.*Entregar los datos/s);
  });

  it('gives a calendar of one’s own, whose address is told once', async () => {
    const page = await (await web.device({ javaScriptEnabled: false })).newPage();
    await enter(page, '/seguimiento/mi-calendario');
    await page.click('main button:has-text("Hacer un calendario")');
    const address = (await page.textContent('main code')) ?? '';
    expect(address).toContain('/api/calendar/');
    await page.goto('/seguimiento/mi-calendario');
    expect(await page.textContent('main')).not.toContain(address);
    await page.click('main button:has-text("Cerrar")');
    expect(await page.textContent('main')).toContain('No tiene ningún calendario.');
  });

  it('fits every width, says what it is to everybody, and complains of nothing', async () => {
    const device = await web.device();
    const page = await device.newPage();
    const complaints = complaintsOf(page);
    await enter(page, '/seguimiento');
    const addresses = [
      '/seguimiento',
      '/seguimiento?por=month',
      '/seguimiento/calendario',
      '/seguimiento/esperas',
      '/seguimiento/mi-calendario',
      '/cumplimiento',
      '/cumplimiento/C2',
      '/cumplimiento/reglas',
    ];
    for (const address of addresses) {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(address);
        expect(await sideways(page), `${address} ${width}`).toBe(0);
      }
      expect(await findingsOf(page), address).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await device.close();
  });
});
