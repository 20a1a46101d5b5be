import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let municipal: Holder;
let neighbour: Holder;
let commune: string;

beforeAll(async () => {
  world = await makeWorld();
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  neighbour = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  const found = await world.visitor('GET', '/api/organisations?territory=XA-0101&kind=municipality');
  commune = found.body.items[0].id;
});
afterAll(() => world.stop());

const post = (path: string, body: object, version?: number) =>
  municipal.call('POST', path, version === undefined ? { body } : { body, version });
const person = async (name: string) =>
  (await post('/api/people', { territory: 'XA-0101', name })).body.id as string;

// createStructure, updateStructure, endStructure, annulStructure, deleteStructure, updateSeat
describe('keeping structures', () => {
  const written = { name: 'Comité de Prevención', kind: 'local-committee', mandate: 'Prevenir' };

  it('enters, corrects, ends and annuls them, never over somebody else’s change', async () => {
    const made = await post('/api/structures', { territory: 'XA-0101', ...written });
    expect(made.status).toBe(201);
    const path = `/api/structures/${made.body.id}`;
    const put = await municipal.call('PUT', path, {
      body: { ...written, legalBasis: 'Acuerdo 1' },
      version: 1,
    });
    expect(put.body.version).toBe(2);
    expect((await municipal.call('PUT', path, { body: written, version: 1 })).status).toBe(412);
    expect((await neighbour.call('PUT', path, { body: written, version: 2 })).status).toBe(403);
    const seat = (await post(`${path}/seats`, { name: 'Vocal' })).body.id;
    const vocal = { name: 'Vocalía primera', role: 'member', hasVote: false };
    expect(
      (await municipal.call('PUT', `/api/seats/${seat}`, { body: vocal, version: 1 })).body.version,
    ).toBe(2);
    expect((await municipal.call('PUT', `/api/seats/${seat}`, { body: vocal, version: 1 })).status).toBe(412);
    const personId = await person('Sara León');
    await post(`/api/seats/${seat}/terms`, { personId, capacity: 'alternate', validFrom: '2026-01-01' });
    expect((await municipal.call('DELETE', path, { version: 2 })).body.code).toBe('actors.has-consequences');
    const ended = await post(`${path}/ending`, { on: '2026-03-01', reason: 'Se disolvió' }, 2);
    expect(ended.body.version).toBe(3);
    const shown = await municipal.call('GET', path);
    expect(shown.body).toMatchObject({
      standing: 'ended',
      seatList: [{ name: 'Vocalía primera', terms: [{ validTo: '2026-03-01' }] }],
    });
    expect((await post(`${path}/annulment`, { reason: 'Era otra' }, 3)).body.code).toBe('actors.not-active');
  });

  it('deletes one on which nobody ever sat, with its empty seats, and annuls another', async () => {
    const one = (await post('/api/structures', { territory: 'XA-0101', ...written, name: 'Mesa errada' }))
      .body.id;
    await post(`/api/structures/${one}/seats`, { name: 'Vocal' });
    expect((await municipal.call('DELETE', `/api/structures/${one}`, { version: 1 })).status).toBe(200);
    const other = (await post('/api/structures', { territory: 'XA-0101', ...written, name: 'Mesa doble' }))
      .body.id;
    expect((await post(`/api/structures/${other}/annulment`, { reason: 'Doble' }, 1)).body.version).toBe(2);
    expect((await world.visitor('GET', '/api/structures?territory=XA-0101&text=doble')).body.items).toEqual(
      [],
    );
  });
});

// endOrganisation, annulPerson, deletePerson, updateContactPoint, removeContactPoint, updatePost, deletePost,
// updatePreventionWork, deletePreventionWork, listHandovers
describe('keeping organisations, people, posts and work', () => {
  it('ends an organisation with what it held', async () => {
    const organisationId = await world.organisation('Asociación Vieja', '0101');
    const work = { organisationId, territory: 'XA-0101', function: 'youth' };
    expect((await post('/api/prevention-work', work)).status).toBe(201);
    const ended = await post(
      `/api/organisations/${organisationId}/ending`,
      { on: '2026-03-01', reason: 'Se disolvió' },
      1,
    );
    expect(ended.body.version).toBe(2);
    const shown = await municipal.call('GET', `/api/organisations/${organisationId}`);
    expect(shown.body).toMatchObject({ standing: 'ended', validTo: '2026-03-01' });
    expect((await post('/api/prevention-work', work)).body.code).toBe('actors.not-active');
  });

  it('deletes a person on whom nothing depends and annuls another', async () => {
    const one = await person('Error Uno');
    expect((await municipal.call('DELETE', `/api/people/${one}`, { version: 1 })).status).toBe(200);
    const other = await person('Error Dos');
    const held = {
      organisationId: commune,
      personId: other,
      territory: 'XA-0101',
      kind: 'officer',
      title: 'Oficial',
      validFrom: '2026-01-01',
    };
    const { body: made } = await post('/api/posts', held);
    expect((await municipal.call('DELETE', `/api/people/${other}`, { version: 1 })).body.code).toBe(
      'actors.has-consequences',
    );
    expect((await post(`/api/people/${other}/annulment`, { reason: 'Doble' }, 1)).body.version).toBe(2);
    expect((await municipal.call('DELETE', `/api/posts/${made.id}`, { version: 1 })).status).toBe(200);
  });

  it('corrects and removes a way to reach somebody, never over somebody else’s change', async () => {
    const added = await post('/api/contact-points', {
      organisationId: commune,
      channel: 'phone',
      value: '222-0000',
      visibility: 'public',
    });
    const path = `/api/contact-points/${added.body.id}`;
    const body = { channel: 'phone', value: '222-1111', visibility: 'public' };
    expect((await neighbour.call('PUT', path, { body, version: 1 })).status).toBe(403);
    expect((await municipal.call('PUT', path, { body, version: 1 })).body.version).toBe(2);
    expect((await municipal.call('PUT', path, { body, version: 1 })).status).toBe(412);
    const page = await world.visitor('GET', `/api/organisations/${commune}`);
    expect(page.body.contacts).toMatchObject([{ value: '222-1111', version: 2 }]);
    expect((await municipal.call('DELETE', path)).status).toBe(200);
    expect((await municipal.call('DELETE', path)).body.code).toBe('actors.contact-not-found');
  });

  it('lists focal points, ends their term, and keeps what is over', async () => {
    const personId = await person('Gloria Ruiz');
    const focal = {
      organisationId: commune,
      personId,
      territory: 'XA-0101',
      kind: 'focal-point',
      title: 'Punto focal',
      topic: 'Juventud',
      validFrom: '2025-01-01',
    };
    const { body: made } = await post('/api/posts', focal);
    const listed = await municipal.call('GET', '/api/posts?territory=XA-0101&kind=focal-point');
    expect(listed.body.items).toMatchObject([{ title: 'Punto focal', person: { name: 'Gloria Ruiz' } }]);
    expect((await world.visitor('GET', '/api/posts?kind=focal-point')).body.items).toMatchObject([
      { person: null, isVacant: false },
    ]);
    const body = {
      personId,
      title: 'Punto focal',
      topic: 'Juventud',
      validFrom: '2025-01-01',
      validTo: '2026-03-01',
    };
    expect((await municipal.call('PUT', `/api/posts/${made.id}`, { body, version: 1 })).body.version).toBe(2);
    expect((await municipal.call('GET', '/api/posts?kind=focal-point')).body.items).toEqual([]);
    expect((await municipal.call('DELETE', `/api/posts/${made.id}`, { version: 2 })).body.code).toBe(
      'actors.has-consequences',
    );
  });

  it('says what an organisation does, by itself or by those of the territory, and by nobody else', async () => {
    const organisationId = await world.organisation('Pastoral Juvenil', '0101');
    const focal = await world.holder('enlace', [
      { role: 'institutional-focal-point', code: 'XA', organisationId },
    ]);
    const work = {
      organisationId,
      territory: 'XA-0101',
      function: 'youth',
      targetGroup: 'Jóvenes de 12 a 17',
      staff: 3,
    };
    expect((await neighbour.call('POST', '/api/prevention-work', { body: work })).status).toBe(403);
    const made = await focal.call('POST', '/api/prevention-work', { body: work });
    expect(made.status).toBe(201);
    const path = `/api/prevention-work/${made.body.id}`;
    const body = { function: 'youth', capacity: 'Dos salas', staff: 4 };
    expect((await focal.call('PUT', path, { body, version: 1 })).body.version).toBe(2);
    const listed = await world.visitor('GET', `/api/prevention-work?organisation=${organisationId}`);
    expect(listed.body.items).toMatchObject([
      { function: 'youth', staff: 4, capacity: 'Dos salas', targetGroup: null },
    ]);
    expect((await focal.call('DELETE', path, { version: 2 })).status).toBe(200);
  });

  it('shows what was handed over only to those who hand over there', async () => {
    const personId = await person('Saliente Mora');
    await post('/api/posts', {
      organisationId: commune,
      personId,
      territory: 'XA-0101',
      kind: 'officer',
      title: 'Técnica',
      validFrom: '2025-01-01',
    });
    const body = {
      passings: [{ fromPersonId: personId, toPersonId: null }],
      on: '2026-03-01',
      reason: 'Renuncia',
    };
    expect((await neighbour.call('POST', '/api/handovers', { body })).status).toBe(404);
    expect((await post('/api/handovers', body)).status).toBe(201);
    expect((await municipal.call('GET', '/api/handovers')).body.items).toMatchObject([
      { reason: 'Renuncia' },
    ]);
    expect((await neighbour.call('GET', '/api/handovers')).body.items).toEqual([]);
  });
});
