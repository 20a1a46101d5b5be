import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;

beforeAll(async () => {
  world = await makeWorld();
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
});
afterAll(() => world.stop());

/** All names of a list, read in pages of two. */
async function namesByPages(path: string): Promise<string[]> {
  const names: string[] = [];
  let after = '';
  for (;;) {
    const { body } = await national.call('GET', `${path}&limit=2${after}`);
    names.push(...body.items.map((one: { name: string }) => one.name));
    if (body.next === null) return names;
    after = `&after=${encodeURIComponent(body.next)}`;
  }
}

describe('lists in order of name', () => {
  const inOrder = [
    'Árbol de Vida',
    'arco Sur',
    'Centro Ola',
    'Éxito Joven',
    'Nido',
    'Niño Feliz',
    'Ñandú',
    'Olas',
    'Zaguán',
  ];
  const mixed = inOrder.toSorted((one, other) => one.length - other.length);

  it('follow the Spanish alphabet for people, and lose or double nobody between pages', async () => {
    for (const name of mixed) {
      const body = { territory: 'XA-0202', name, confirmNew: true };
      expect((await national.call('POST', '/api/people', { body })).status).toBe(201);
    }
    expect(await namesByPages('/api/people?territory=XA-0202')).toEqual(inOrder);
  });

  it('follow it for organisations and structures', async () => {
    for (const name of mixed) {
      await world.organisation(name, '0202');
      await world.structure(name, '0202');
    }
    expect(await namesByPages('/api/structures?territory=XA-0202')).toEqual(inOrder);
    const organisations = await namesByPages('/api/organisations?territory=XA-0202&kind=cso');
    expect(organisations).toEqual(inOrder);
  });
});

describe('today', () => {
  it('is the day where the country is, not the day of the server’s clock', async () => {
    const zones = await world.database.owner.selectFrom('country').select('time_zone').execute();
    expect(zones).toEqual([{ time_zone: 'America/Panama' }]);
    const personId = (
      await national.call('POST', '/api/people', {
        body: { territory: 'XA-0201', name: 'Rosa Vega', confirmNew: true },
      })
    ).body.id;
    const organisationId = await world.organisation('Casa del Día', '0201');
    const post = await national.call('POST', '/api/posts', {
      body: {
        organisationId,
        personId,
        territory: 'XA-0201',
        kind: 'head',
        title: 'Dirección',
        validFrom: '2026-01-01',
        validTo: '2026-03-11',
      },
    });
    expect(post.status).toBe(201);
    const isCurrent = async () => {
      const { body } = await national.call('GET', `/api/organisations/${organisationId}`);
      return body.posts[0].isCurrent;
    };
    // Nine in the evening of the 10th in Panama; in London it is the 11th already.
    world.clock.now = new Date('2026-03-11T02:00:00Z');
    expect(await isCurrent()).toBe(true);
    const page = await national.call('GET', '/api/territories/XA-0201/actors');
    expect(page.body.posts).toMatchObject([{ title: 'Dirección', isCurrent: true }]);
    world.clock.now = new Date('2026-03-11T05:00:00Z');
    expect(await isCurrent()).toBe(false);
  });

  it('is said so of what was written at half past one in Greenwich: the evening before, in Panama', async () => {
    const at = new Date('2026-03-11T01:30:00Z');
    world.clock.now = at;
    await loadIndicators(world.context, { folder: 'packs/indicators', country: null });
    const note = {
      indicator: 'HOM',
      territory: 'XA',
      period: '2024',
      words: 'Se contó de otro modo.',
      isPublic: true,
    };
    expect((await national.call('POST', '/api/figure-notes', { body: note })).status).toBe(201);
    const list = {
      country: 'XA',
      title: 'Delitos de la noche',
      reason: 'Prueba',
      lines: [{ national: 'Crimen pasional', indicator: 'HOM', iccs: '0101' }],
    };
    expect((await national.call('POST', '/api/crosswalks', { body: list })).status).toBe(201);
    const { owner } = world.database;
    await owner.updateTable('figure_note').set({ written_at: at }).execute();
    await owner.updateTable('indicator_definition').set({ written_at: at }).execute();
    await owner.updateTable('crosswalk').set({ written_at: at, valid_from: null }).execute();
    const notes = await world.visitor('GET', '/api/figure-notes?indicator=HOM&territory=XA');
    expect(notes.body.items).toMatchObject([{ writtenOn: '2026-03-10' }]);
    const indicator = await world.visitor('GET', '/api/indicators/HOM');
    expect(indicator.body.definition.writtenOn).toBe('2026-03-10');
    const lists = await world.visitor('GET', '/api/crosswalks?country=XA');
    expect(lists.body.items).toMatchObject([{ title: 'Delitos de la noche', since: '2026-03-10' }]);
  });
});
