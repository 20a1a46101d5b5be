import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let analyst: Holder;
let municipal: Holder;
let colleague: Holder;
let stranger: Holder;

beforeAll(async () => {
  world = await makeWorld();
  await loadIndicators(world.context, { folder: 'packs/indicators', country: null });
  const organisationId = await world.organisation('Oficina de ejemplo', '0101');
  analyst = await world.holder('analista', [{ role: 'national-analyst', code: 'XA' }]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }], {
    organisationId,
  });
  colleague = await world.holder('colega', [{ role: 'municipal-coordinator', code: '0101' }], {
    organisationId,
  });
  stranger = await world.holder('otra', [{ role: 'municipal-coordinator', code: '0201' }]);
}, 60_000);
afterAll(() => world.stop());

const query = 'ver=mapa&indicador=HOM&territorio=XA-0101&color=rojo';
const keep = (who: Holder, audience: string, more: object = {}) =>
  who.call('POST', '/api/saved-views', { body: { title: `Vista ${audience}`, query, audience, ...more } });
const titles = async (call: Holder['call']) =>
  (await call('GET', '/api/saved-views')).body.items.map(({ title }: { title: string }) => title);

describe('a view that is kept', () => {
  it('holds only what the explorer can be asked, and is seen by whom it is for', async () => {
    const own = await keep(municipal, 'own');
    expect(own.status, own.text).toBe(201);
    expect((await keep(municipal, 'organisation')).status).toBe(201);
    expect((await keep(analyst, 'everybody')).status).toBe(201);
    const shown = await municipal.call('GET', `/api/saved-views/${own.body.id}`);
    expect(shown.body).toMatchObject({
      query: 'indicador=HOM&territorio=XA-0101&ver=mapa',
      territory: { reference: 'XA-0101' },
      isOwn: true,
      mayChange: true,
    });
    expect((await titles(municipal.call)).toSorted()).toEqual([
      'Vista everybody',
      'Vista organisation',
      'Vista own',
    ]);
    expect((await titles(colleague.call)).toSorted()).toEqual(['Vista everybody', 'Vista organisation']);
    expect(await titles(stranger.call)).toEqual(['Vista everybody']);
    expect(await titles(world.visitor)).toEqual(['Vista everybody']);
    const hidden = await stranger.call('GET', `/api/saved-views/${own.body.id}`);
    expect([hidden.status, hidden.body.code]).toEqual([404, 'analysis.view-not-found']);
  });

  it('is for everybody only where one keeps indicators, for an organisation only where one has one', async () => {
    expect((await keep(municipal, 'everybody')).status).toBe(403);
    expect((await keep(stranger, 'organisation')).body.code).toBe('analysis.no-organisation');
    expect((await keep(municipal, 'own', { query: 'ver=mapa' })).body.code).toBe('analysis.asks-nothing');
    expect(
      (await world.visitor('POST', '/api/saved-views', { body: { title: 'Vista', query, audience: 'own' } }))
        .status,
    ).toBe(401);
  });

  it('is changed and thrown away by whose it is, at the version that was seen', async () => {
    const { id } = (await keep(municipal, 'organisation')).body;
    const change = (who: Holder, version: number, audience = 'own') =>
      who.call('PUT', `/api/saved-views/${id}`, { version, body: { title: 'Otro título', audience } });
    expect((await change(colleague, 1)).status).toBe(403);
    expect((await change(municipal, 1, 'everybody')).status).toBe(403);
    expect((await change(municipal, 1)).body).toEqual({ id, version: 2 });
    expect((await change(municipal, 1)).status).toBe(412);
    expect((await colleague.call('GET', `/api/saved-views/${id}`)).status).toBe(404);
    expect((await municipal.call('DELETE', `/api/saved-views/${id}`, { version: 1 })).status).toBe(412);
    expect((await municipal.call('DELETE', `/api/saved-views/${id}`, { version: 2 })).status).toBe(200);
    expect((await municipal.call('GET', `/api/saved-views/${id}`)).status).toBe(404);
  });
});

describe('a dashboard', () => {
  const see = async (who: Holder) => (await who.call('GET', '/api/dashboard')).body;

  it('begins as that of one’s role, of one’s own territory', async () => {
    const kinds = ({ blocks }: { blocks: { kind: string }[] }) => blocks.map(({ kind }) => kind);
    expect(kinds(await see(analyst))).toContain('compliance');
    expect(kinds(await see(municipal))[0]).toBe('figure');
    expect(await see(municipal)).toMatchObject({ isOwn: false, version: 1 });
    expect((await world.visitor('GET', '/api/dashboard')).status).toBe(401);
  });

  it('is arranged by whose it is, and by nobody who saw an older one', async () => {
    const blocks = [{ kind: 'compliance', territory: 'XA-0101' }];
    const save = (version: number) => municipal.call('PUT', '/api/dashboard', { version, body: { blocks } });
    expect((await save(1)).body).toEqual({ version: 2 });
    expect((await save(1)).status).toBe(412);
    expect(await see(municipal)).toMatchObject({ blocks, isOwn: true, version: 2 });
    expect((await see(colleague)).isOwn).toBe(false);
  });
});

describe('a note beside a figure', () => {
  const write = (who: Holder, isPublic: boolean, words = 'En marzo cambió la manera de contar.') =>
    who.call('POST', '/api/figure-notes', {
      body: { indicator: 'HOM', territory: 'XA-0101', period: '2024-t1', words, isPublic },
    });
  const read = async (call: Holder['call']) =>
    (await call('GET', '/api/figure-notes?indicator=HOM&territory=XA-0101')).body;

  it('is public where one keeps indicators, internal where one reports figures', async () => {
    expect((await write(municipal, true)).status).toBe(403);
    expect((await write(stranger, false)).status).toBe(403);
    expect((await write(municipal, false, 'Nota interna de la oficina.')).status).toBe(201);
    expect((await write(analyst, true)).status).toBe(201);
    const everybody = await read(world.visitor);
    expect(everybody).toMatchObject({ items: [{ period: '2024-Q1', isPublic: true }], mayNote: [] });
    expect((await read(stranger.call)).items).toHaveLength(1);
    expect(await read(colleague.call)).toMatchObject({ items: [{}, {}], mayNote: ['internal'] });
  });

  it('warns of data of people, and of what is no period', async () => {
    const warned = await write(analyst, true, 'Llame al 6123-4567 para saber más.');
    expect([warned.status, warned.body.code]).toEqual([409, 'actors.personal-in-text']);
    const wrong = await analyst.call('POST', '/api/figure-notes', {
      body: { indicator: 'HOM', territory: 'XA-0101', period: 'marzo', words: 'Nota', isPublic: true },
    });
    expect(wrong.body.code).toBe('values.not-a-period');
  });

  it('is taken away by who wrote it, or by whoever keeps indicators there', async () => {
    const { id } = (await write(municipal, false)).body;
    const remove = (who: Holder, version = 1) => who.call('DELETE', `/api/figure-notes/${id}`, { version });
    expect((await remove(stranger)).status).toBe(404);
    expect((await remove(colleague)).status).toBe(403);
    expect((await remove(municipal, 2)).status).toBe(412);
    expect((await remove(analyst)).status).toBe(200);
    expect((await remove(analyst)).body.code).toBe('analysis.note-not-found');
  });
});
