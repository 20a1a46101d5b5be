import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;
let municipal: Holder;
let auditor: Holder;

beforeAll(async () => {
  world = await makeWorld();
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  auditor = await world.holder('auditoria', [{ role: 'auditor', code: 'XA' }]);
});
afterAll(() => world.stop());

const written = {
  name: 'Fundación Buen Camino',
  shortName: 'FBC',
  kind: 'cso',
  sector: 'civil-society',
  level: 'local',
};

const create = (who: Holder, more: object = {}) =>
  who.call('POST', '/api/organisations', { body: { territory: 'XA-0101', ...written, ...more } });

describe('organisations', () => {
  it('are listed by territory and all below it, by function and by words in any name they had', async () => {
    const all = await world.visitor('GET', '/api/organisations?territory=XA-01');
    expect(all.status).toBe(200);
    expect(all.body.items.map((one: { name: string }) => one.name)).toEqual([
      'Comuna de Álamo Alto',
      'Comuna de Álamo Bajo',
      'Comuna de Santa Fe',
    ]);
    const leading = await world.visitor('GET', '/api/organisations?function=lead-authority');
    expect(leading.body.items).toMatchObject([
      { shortName: 'MICON', territory: { reference: 'XA', kindName: expect.any(String) } },
    ]);
    const former = await world.visitor('GET', '/api/organisations?text=ministerio%20ORDEN');
    expect(former.body.items).toMatchObject([{ name: 'Ministerio de la Concordia' }]);
  });

  it('are paged without losing or doubling any', async () => {
    const names: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page = await world.visitor(
        'GET',
        `/api/organisations?limit=2${after === '' ? '' : `&after=${after}`}`,
      );
      names.push(...page.body.items.map((one: { id: string }) => one.id));
      after = page.body.next;
    }
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(8);
    expect((await world.visitor('GET', '/api/organisations?after=hola')).status).toBe(422);
  });

  it('are entered by those who coordinate the territory and by nobody else', async () => {
    expect((await create(auditor)).status).toBe(403);
    expect((await create(municipal, { territory: 'XA-0201' })).status).toBe(403);
    const made = await create(municipal);
    expect(made.status).toBe(201);
    const shown = await world.visitor('GET', `/api/organisations/${made.body.id}`);
    expect(shown.body).toMatchObject({ ...written, version: 1, abilities: [], formerNames: [] });
    const found = await world.visitor('GET', '/api/search?text=buen%20camino');
    expect(found.body.items).toMatchObject([{ kind: 'organisation', id: made.body.id }]);
  });

  it('are not entered twice under a name alike, unless that is confirmed', async () => {
    const again = await create(municipal, { name: 'FUNDACION DEL BUEN CAMINO', shortName: null });
    expect(again).toMatchObject({ status: 409, body: { code: 'actors.looks-alike' } });
    const confirmed = await create(municipal, {
      name: 'FUNDACION DEL BUEN CAMINO',
      shortName: null,
      confirmNew: true,
    });
    expect(confirmed.status).toBe(201);
  });

  it('keep their history when they are renamed', async () => {
    const { body: made } = await create(municipal, { name: 'Casa Abierta', shortName: null });
    const path = `/api/organisations/${made.id}/renamings`;
    const body = { name: 'Puertas Abiertas', on: '2026-02-01', reason: 'Asamblea' };
    expect((await municipal.call('POST', path, { body })).body.code).toBe('shared.version-required');
    expect((await municipal.call('POST', path, { body, version: 1 })).body.version).toBe(2);
    const shown = await municipal.call('GET', `/api/organisations/${made.id}`);
    expect(shown.body.formerNames).toMatchObject([
      { name: 'Casa Abierta', validTo: '2026-02-01', reason: 'Asamblea' },
    ]);
    expect((await world.visitor('GET', '/api/search?text=casa%20abierta')).body.items[0].id).toBe(made.id);
    const stale = await municipal.call('POST', path, { body: { ...body, name: 'Otra' }, version: 1 });
    expect(stale).toMatchObject({
      status: 412,
      body: { code: 'shared.stale', current: { name: 'Puertas Abiertas', shortName: null } },
    });
  });

  it('never answer to themselves, not even through others', async () => {
    const { body: above } = await create(municipal, { name: 'Federación Norte', shortName: null });
    const { body: below } = await create(municipal, {
      name: 'Filial Norte',
      shortName: null,
      parentId: above.id,
    });
    const body = { ...written, name: 'Federación Norte', shortName: null, parentId: below.id };
    const circle = await municipal.call('PUT', `/api/organisations/${above.id}`, { body, version: 1 });
    expect(circle).toMatchObject({ status: 409, body: { code: 'actors.own-ancestor' } });
    const itself = { ...body, parentId: above.id };
    expect(
      (await municipal.call('PUT', `/api/organisations/${above.id}`, { body: itself, version: 1 })).status,
    ).toBe(409);
  });

  it('warn before a text with somebody’s data is kept, without repeating it', async () => {
    const mandate = 'Preguntar por Ana, cédula 8-765-4321, tel. 6123-4567';
    const warned = await create(municipal, { name: 'Red Vecinal', shortName: null, mandate });
    expect(warned).toMatchObject({ status: 409, body: { code: 'actors.personal-in-text' } });
    expect(warned.text).not.toContain('8-765-4321');
    const kept = await create(municipal, {
      name: 'Red Vecinal',
      shortName: null,
      mandate,
      confirmText: true,
    });
    expect(kept.status).toBe(201);
  });

  it('are deleted when nothing depends on them, and annulled with a reason otherwise', async () => {
    const { body: made } = await create(municipal, { name: 'Entrada errada', shortName: null });
    expect((await municipal.call('DELETE', `/api/organisations/${made.id}`, { version: 1 })).status).toBe(
      200,
    );
    expect((await municipal.call('GET', `/api/organisations/${made.id}`)).status).toBe(404);
    const { body: used } = await create(municipal, { name: 'Entrada con trabajo', shortName: null });
    const work = { organisationId: used.id, territory: 'XA-0101', function: 'schools' };
    expect((await municipal.call('POST', '/api/prevention-work', { body: work })).status).toBe(201);
    const refused = await municipal.call('DELETE', `/api/organisations/${used.id}`, { version: 1 });
    expect(refused).toMatchObject({ status: 409, body: { code: 'actors.has-consequences' } });
    const annulled = await municipal.call('POST', `/api/organisations/${used.id}/annulment`, {
      version: 1,
      body: { reason: 'No existe' },
    });
    expect(annulled.body.version).toBe(2);
    expect((await world.visitor('GET', '/api/search?text=entrada%20con%20trabajo')).body.items).toEqual([]);
  });

  it('end with what they held, and name who took their place', async () => {
    const { body: old } = await create(national, { name: 'Patronato Viejo', shortName: null });
    const { body: next } = await create(national, { name: 'Patronato Nuevo', shortName: null });
    const post = {
      organisationId: old.id,
      territory: 'XA-0101',
      kind: 'head',
      title: 'Director',
      validFrom: '2025-01-01',
    };
    expect((await national.call('POST', '/api/posts', { body: post })).status).toBe(201);
    const body = { successorId: next.id, on: '2026-03-01' };
    expect(
      (await national.call('POST', `/api/organisations/${old.id}/succession`, { body, version: 1 })).status,
    ).toBe(200);
    const shown = await national.call('GET', `/api/organisations/${old.id}`);
    expect(shown.body).toMatchObject({
      standing: 'ended',
      successors: [{ organisation: { name: 'Patronato Nuevo' } }],
      posts: [{ validTo: '2026-03-01', isCurrent: false }],
    });
  });

  it('govern a territory once, with dates', async () => {
    const organisationId = await world.organisation('Consejo del Norte', '01');
    const body = { organisationId, kind: 'government', validFrom: '2026-01-01' };
    expect((await municipal.call('POST', '/api/territories/XA-01/authorities', { body })).status).toBe(403);
    const made = await national.call('POST', '/api/territories/XA-01/authorities', { body });
    expect(made.status).toBe(201);
    const again = await national.call('POST', '/api/territories/XA-01/authorities', { body });
    expect(again.body.code).toBe('actors.authority-repeated');
    const ended = await national.call('POST', `/api/authorities/${made.body.id}/ending`, {
      body: { on: '2025-12-31' },
    });
    expect(ended.body.code).toBe('actors.term-reversed');
  });
});
