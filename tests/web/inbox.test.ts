import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFirstAdministrator } from '#services/access/create-first-administrator.ts';
import { newId } from '#services/new-id.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { makeCommitment } from '../commitment-world.ts';
import { watch } from './browser.ts';
import { startWeb, widths, type Web } from './web-server.ts';

const password = 'una frase larga que recuerdo';
let web: Web;
let link = '';

beforeAll(async () => {
  web = await startWeb();
  await loadPack(web.context, { folder: 'tests/fixtures/packs/XA' });
  ({ link } = await createFirstAdministrator(web.context, { country: 'XA' }));
  const { database } = web.context;
  const territory = async (code: string) => {
    const found = database.owner.selectFrom('territory').select('id').where('code', '=', code);
    return (await found.where('valid_to', 'is', null).executeTakeFirstOrThrow()).id;
  };
  const organisation = async (name: string) => {
    const id = newId();
    const values = { id, country: 'XA', territory_id: await territory('0101'), name };
    const kind = { kind: 'cso', sector: 'social', level: 'local' };
    await database.owner
      .insertInto('organisation')
      .values({ ...values, ...kind })
      .execute();
    return id;
  };
  const parties = {
    obligor: await organisation('Ministerio de ejemplo'),
    beneficiary: await organisation('Comuna de ejemplo'),
  };
  const late = { ...parties, what: 'Instalar veinte luminarias', dueOn: '2026-01-10' };
  await makeCommitment({ database, territory }, late);
});
afterAll(() => web.stop());

describe('what I have to do', () => {
  it('is read without script, shared by a text, and told as I choose', async () => {
    const page = await (await web.device({ javaScriptEnabled: false })).newPage();
    await page.goto(link);
    await page.fill('[name=password]', password);
    await page.click('main button');
    await page.goto('/pendientes');
    expect(await page.textContent('main')).toContain('Instalar veinte luminarias');
    await page.click('main a:has-text("Compartir")');
    expect(await page.inputValue('textarea')).toContain('Hay un compromiso que requiere su atención.');
    await page.goto('/mi-cuenta/avisos');
    await page.selectOption('[name=digestWeekday]', '5');
    await page.click('main button:has-text("Guardar")');
    expect(await page.inputValue('[name=digestWeekday]')).toBe('5');
    const state = await page.context().storageState();
    const live = await (await web.device({ storageState: state })).newPage();
    const { look } = watch(live);
    for (const width of widths) {
      await live.setViewportSize({ width, height: 800 });
      for (const path of ['/pendientes', '/pendientes/sin-avisar', '/mi-cuenta/avisos']) {
        await live.goto(path);
        await live.waitForLoadState('networkidle');
        await look(`${path} at ${width}`);
      }
    }
    await live.getByRole('link', { name: 'Pendientes 1', exact: true }).click();
    await live.waitForURL(`${web.origin}/pendientes`);
  });
});
