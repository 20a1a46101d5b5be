import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let centre: Holder;
let institution: Holder;
let stranger: Holder;
let ministry = '';
let other = '';

beforeAll(async () => {
  world = await makeWorld();
  ministry = await world.organisation('Ministerio de ejemplo', 'XA');
  other = await world.organisation('Instituto de ejemplo', 'XA');
  centre = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  institution = await world.holder('enlace', [
    { role: 'institutional-coordinator', code: 'XA', organisationId: ministry },
  ]);
  stranger = await world.holder('ajeno', [
    { role: 'institutional-coordinator', code: 'XA', organisationId: other },
  ]);
});
afterAll(() => world.stop());

const written = (more: object = {}) => ({
  territory: 'XA-0101',
  organisationId: ministry,
  title: 'Ligas deportivas para jóvenes',
  kind: 'programme',
  periodFrom: '2026-01-01',
  periodTo: '2026-12-31',
  amount: '1,234.50',
  amountYear: 2026,
  ...more,
});
const create = (who: Holder, more: object = {}) =>
  who.call('POST', '/api/inventory', { body: written(more) });
const shown = async (id: string) => (await world.visitor('GET', `/api/inventory/${id}`)).body;
const decide = (who: Holder, id: string, version: number, more: object = {}) =>
  who.call('POST', `/api/inventory/${id}/link`, {
    version,
    body: { link: 'indirect', criterion: 'Actúa sobre jóvenes', office: 'Oficina de Prevención', ...more },
  });

describe('an entry of the inventory', () => {
  let id = '';

  it('is entered by its organisation, and read by everyone as not yet decided', async () => {
    expect((await create(stranger)).status).toBe(403);
    const made = await create(institution);
    expect([made.status, made.body]).toMatchObject([201, { version: 1 }]);
    id = made.body.id;
    expect(await shown(id)).toMatchObject({
      link: 'undecided',
      amount: '1234.50',
      suggestion: { link: 'indirect', words: ['jóvenes', 'deportivas'] },
      mayDecide: false,
      mayEdit: false,
    });
    const list = await world.visitor('GET', '/api/inventory?territory=XA');
    expect(list.body).toMatchObject({ count: 1, undecided: 1, items: [{ id, link: 'undecided' }] });
  });

  it('says every fault at once, and asks before it is entered twice', async () => {
    const wrong = await create(institution, { periodTo: '2025-01-01', amount: null });
    expect(wrong.body.problems.map((one: { field: string }) => one.field)).toEqual([
      'periodTo',
      'amountYear',
    ]);
    const money = await create(institution, { amount: 'mucho' });
    expect(money.body.problems).toMatchObject([{ code: 'planning.not-an-amount', field: 'amount' }]);
    const twice = await create(institution, { title: 'LIGAS deportivas para Jovenes' });
    expect(twice.body.code).toBe('planning.looks-alike');
    const personal = await create(institution, { title: 'Apoyo a la señora 8-123-4567' });
    expect(personal.body.code).toBe('actors.personal-in-text');
  });

  it('is corrected at the version that was seen', async () => {
    const update = (who: Holder, version: number, more: object) =>
      who.call('PUT', `/api/inventory/${id}`, { version, body: written(more) });
    expect((await update(stranger, 1, {})).status).toBe(403);
    expect((await update(institution, 1, { title: 'Ligas deportivas barriales' })).body.version).toBe(2);
    expect((await update(institution, 1, {})).status).toBe(412);
    expect((await update(institution, 2, { title: 'Ligas deportivas barriales' })).body.version).toBe(2);
  });

  it('is linked by the centre with a criterion, and decided anew only with a reason', async () => {
    expect((await decide(institution, id, 2)).status).toBe(403);
    expect((await decide(centre, id, 2)).body.version).toBe(3);
    expect(await shown(id)).toMatchObject({
      link: 'indirect',
      decidedByOffice: 'Oficina de Prevención',
      decidedOn: '2026-03-10',
    });
    expect((await decide(centre, id, 3)).body.code).toBe('planning.same-link');
    const bare = await decide(centre, id, 3, { link: 'direct' });
    expect(bare.body).toMatchObject({ code: 'planning.reason-missing', field: 'reason' });
    const again = await decide(centre, id, 3, { link: 'direct', reason: 'Lo pidió el gabinete' });
    expect(again.body.version).toBe(4);
    const history = await centre.call(
      'GET',
      `/api/audit-entries?subjectKind=inventory-entry&subjectId=${id}`,
    );
    expect(history.status).toBe(200);
    const decisions = history.body.items.filter(
      (entry: { operation: string }) => entry.operation === 'decideInventoryLink',
    );
    expect(decisions).toHaveLength(2);
  });

  it('is found by words, link, year and place, and taken away exactly as it is shown', async () => {
    const count = async (query: string) => (await world.visitor('GET', `/api/inventory?${query}`)).body.count;
    expect(await count('territory=XA&text=ligas%20barriales')).toBe(1);
    expect(await count('territory=XA&text=mediacion')).toBe(0);
    expect(await count('territory=XA&link=direct&year=2026')).toBe(1);
    expect(await count('territory=XA&year=2030')).toBe(0);
    expect(await count('territory=XA-0201')).toBe(0);
    expect(await count('territory=XA&below=no')).toBe(0);
    expect(await count(`organisation=${ministry}&kind=programme`)).toBe(1);
    const file = await world.visitor('GET', '/api/inventory/export?territory=XA&format=csv');
    expect(file.text).toContain('Ligas deportivas barriales');
    expect(file.text).toContain('Directo');
  });

  it('comes page by page', async () => {
    for (const title of ['Alumbrado de paradas', 'Becas de permanencia', 'Zona segura'])
      await create(institution, { title });
    const first = await world.visitor('GET', '/api/inventory?territory=XA&limit=3');
    expect(first.body.items).toHaveLength(3);
    const second = await world.visitor('GET', `/api/inventory?territory=XA&limit=3&after=${first.body.next}`);
    expect(second.body.items.map((one: { title: string }) => one.title)).toEqual(['Zona segura']);
    expect((await world.visitor('GET', '/api/inventory?after=nada')).status).toBe(422);
  });

  it('is ended or annulled with a reason; what is annulled leaves the list', async () => {
    // endInventoryEntry and annulInventoryEntry.
    const close = (who: Holder, how: string, version: number) =>
      who.call('POST', `/api/inventory/${id}/${how}`, { version, body: { reason: 'Se acabó' } });
    expect((await close(stranger, 'ending', 4)).status).toBe(403);
    expect((await close(institution, 'ending', 4)).body.version).toBe(5);
    expect((await close(institution, 'ending', 5)).body.code).toBe('planning.entry-closed');
    const ended = await world.visitor('GET', '/api/inventory?territory=XA&standing=ended');
    expect(ended.body.count).toBe(1);
    expect((await close(institution, 'annulment', 5)).body.version).toBe(6);
    expect((await world.visitor('GET', `/api/inventory/${id}`)).status).toBe(404);
    expect((await institution.call('GET', `/api/inventory/${id}`)).body.standingReason).toBe('Se acabó');
  });

  it('lists approved plans by themselves, linked directly', async () => {
    const { owner } = world.database;
    const territory = await world.territory('0201');
    const planId = '00000000-0000-7000-8000-0000000000aa';
    const plan = {
      id: planId,
      country: 'XA',
      territory_id: territory,
      organisation_id: other,
      kind: 'municipal',
      title: 'Plan local de convivencia',
      period_from: '2026-01-01',
      period_to: '2027-01-01',
      standing: 'draft',
    };
    await owner.insertInto('plan').values(plan).execute();
    const there = async () => (await world.visitor('GET', '/api/inventory?territory=XA-0201')).body;
    expect((await there()).count).toBe(0);
    await owner
      .updateTable('plan')
      .set({ standing: 'approved', edition: 1 })
      .where('id', '=', planId)
      .execute();
    expect((await there()).items).toMatchObject([
      { id: planId, origin: 'plan', link: 'direct', kind: 'plan', title: 'Plan local de convivencia' },
    ]);
  });
});
