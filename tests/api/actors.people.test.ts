import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let municipal: Holder;
let neighbour: Holder;
let secretary: Holder;
let structureId: string;
let commune: string;

beforeAll(async () => {
  world = await makeWorld();
  structureId = await world.structure('Comité de Santa Fe', '0101');
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  neighbour = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  secretary = await world.holder('secretaria', [{ role: 'committee-secretary', code: '0101', structureId }]);
  const found = await world.visitor('GET', '/api/organisations?territory=XA-0101&kind=municipality');
  commune = found.body.items[0].id;
});
afterAll(() => world.stop());

async function person(name: string, more: object = {}): Promise<string> {
  const made = await municipal.call('POST', '/api/people', { body: { territory: 'XA-0101', name, ...more } });
  expect(made.status).toBe(201);
  return made.body.id;
}

const head = (personId: string, validFrom: string, validTo: string | null) =>
  municipal.call('POST', '/api/posts', {
    body: {
      organisationId: commune,
      personId,
      territory: 'XA-0101',
      kind: 'head',
      title: 'Alcaldía',
      validFrom,
      validTo,
    },
  });

describe('people and how to reach them', () => {
  it('show to those of the territory, and to nobody else unless it was opened', async () => {
    const id = await person('Marta Rosas', { organisationId: commune });
    const contact = { personId: id, channel: 'mobile', value: '+507 6123-4567' };
    expect((await municipal.call('POST', '/api/contact-points', { body: contact })).status).toBe(201);
    expect((await municipal.call('GET', `/api/people/${id}`)).body.contacts).toMatchObject([
      { value: '+507 6123-4567' },
    ]);
    expect((await neighbour.call('GET', `/api/people/${id}`)).status).toBe(404);
    expect((await world.visitor('GET', `/api/people/${id}`)).status).toBe(404);
    expect((await neighbour.call('GET', '/api/people?text=marta')).body.items).toEqual([]);
    expect((await neighbour.call('GET', '/api/search?text=marta%20rosas')).body.items).toEqual([]);
    const put = { name: 'Marta Rosas', organisationId: commune, visibility: 'public' };
    expect((await municipal.call('PUT', `/api/people/${id}`, { body: put, version: 1 })).status).toBe(200);
    const seen = await world.visitor('GET', `/api/people/${id}`);
    expect(seen.body).toMatchObject({ name: 'Marta Rosas', contacts: [] });
  });

  it('hide a contact that is not for whoever asks, on the page of the territory too', async () => {
    const id = await person('Luis Prado', { organisationId: commune, visibility: 'public' });
    for (const [value, visibility] of [
      ['luis@comuna.example', 'public'],
      ['+507 6999-0000', 'territory'],
    ] as const) {
      const channel = value.includes('@') ? 'email' : 'mobile';
      await municipal.call('POST', '/api/contact-points', {
        body: { personId: id, channel, value, visibility },
      });
    }
    const post = {
      organisationId: commune,
      personId: id,
      territory: 'XA-0101',
      kind: 'focal-point',
      title: 'Prevención',
      validFrom: '2026-01-01',
    };
    expect((await municipal.call('POST', '/api/posts', { body: post })).status).toBe(201);
    const forVisitor = await world.visitor('GET', '/api/territories/XA-0101/actors');
    expect(forVisitor.body.contactsHidden).toBe(true);
    expect(forVisitor.text).toContain('luis@comuna.example');
    expect(forVisitor.text).not.toContain('6999-0000');
    expect((await municipal.call('GET', '/api/territories/XA-0101/actors')).text).toContain('6999-0000');
  });

  it('are one person in two municipalities, each entered there', async () => {
    const body = { name: 'Ana Díaz', confirmNew: false };
    expect(
      (await municipal.call('POST', '/api/people', { body: { ...body, territory: 'XA-0101' } })).status,
    ).toBe(201);
    expect(
      (await neighbour.call('POST', '/api/people', { body: { ...body, territory: 'XA-0201' } })).status,
    ).toBe(201);
    const again = await municipal.call('POST', '/api/people', {
      body: { name: 'ANA DIAZ', territory: 'XA-0101' },
    });
    expect(again.body.code).toBe('actors.looks-alike');
  });

  it('hold a post in each of two municipalities, and each shows it', async () => {
    const national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
    const personId = await person('Irene Batista');
    for (const code of ['0101', '0201']) {
      const organisationId = await world.organisation(`Oficina de ${code}`, code);
      const body = {
        organisationId,
        personId,
        territory: `XA-${code}`,
        kind: 'head',
        title: `Jefatura de ${code}`,
        validFrom: '2026-01-01',
      };
      expect((await national.call('POST', '/api/posts', { body })).status).toBe(201);
    }
    const shown = await national.call('GET', `/api/people/${personId}`);
    expect(shown.body.posts).toHaveLength(2);
    for (const code of ['0101', '0201']) {
      const page = await national.call('GET', `/api/territories/XA-${code}/actors`);
      expect(page.body.posts).toContainEqual(
        expect.objectContaining({
          title: `Jefatura de ${code}`,
          person: expect.objectContaining({ id: personId, name: 'Irene Batista' }),
        }),
      );
    }
  });

  it('have no identity number in their name', async () => {
    const body = { name: 'Ana Díaz 8-765-4321', territory: 'XA-0101' };
    expect((await municipal.call('POST', '/api/people', { body })).body.code).toBe('actors.personal-in-text');
  });
});

describe('posts and seats', () => {
  it('refuse overlapping terms of two mayors and name both', async () => {
    const one = await person('Rosa Vega');
    const other = await person('Tomás Lara');
    expect((await head(one, '2024-07-01', '2029-07-01')).status).toBe(201);
    const refused = await head(other, '2029-06-30', null);
    expect(refused).toMatchObject({ status: 409, body: { code: 'actors.head-overlaps' } });
    expect(refused.text).toContain('Rosa Vega');
    expect(refused.text).toContain('Tomás Lara');
    expect((await head(other, '2029-07-01', null)).status).toBe(201);
    expect((await head(other, '2020-01-01', '2019-01-01')).body.code).toBe('actors.term-reversed');
  });

  it('let a committee’s secretary keep its seats, and no other committee’s', async () => {
    const seat = await secretary.call('POST', `/api/structures/${structureId}/seats`, {
      body: { name: 'Presidencia', role: 'chair' },
    });
    expect(seat.status).toBe(201);
    const elsewhere = await world.structure('Otro comité', '0101');
    const refused = await secretary.call('POST', `/api/structures/${elsewhere}/seats`, {
      body: { name: 'Presidencia' },
    });
    expect(refused.status).toBe(403);
    const personId = await person('Elena Mora');
    const term = { personId, capacity: 'principal', validFrom: '2026-01-01' };
    const path = `/api/seats/${seat.body.id}/terms`;
    const appointed = await secretary.call('POST', path, { body: term });
    expect(appointed.status).toBe(201);
    expect((await secretary.call('POST', path, { body: term })).body.code).toBe('actors.principal-overlaps');
    const shown = await secretary.call('GET', `/api/structures/${structureId}`);
    expect(shown.body).toMatchObject({ seats: 1, filledSeats: 1, abilities: ['edit-structure'] });
    expect((await world.visitor('GET', `/api/structures/${structureId}`)).text).not.toContain('Elena Mora');
    const removed = await secretary.call('DELETE', `/api/seats/${seat.body.id}`);
    expect(removed.body.code).toBe('actors.has-consequences');
    await secretary.call('POST', `/api/seat-terms/${appointed.body.id}/ending`, { body: { mistake: true } });
    expect((await secretary.call('DELETE', `/api/seats/${seat.body.id}`)).status).toBe(200);
  });
});
