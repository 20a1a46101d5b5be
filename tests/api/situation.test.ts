import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, password, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;
let board: string;
let chair: string;

const situationOf = async (holder: Pick<Holder, 'call'>, territory: string, query = '') =>
  (await holder.call('GET', `/api/territories/${territory}/situation${query}`)).body;

beforeAll(async () => {
  world = await makeWorld();
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  board = await world.structure('Mesa de prueba', '0101');
  const seat = (name: string, role: string) =>
    national.call('POST', `/api/structures/${board}/seats`, { body: { name, role, position: 1 } });
  chair = (await seat('Presidencia', 'chair')).body.id;
  await seat('Salud', 'member');
});
afterAll(() => world.stop());

describe('what needs attention in a territory', () => {
  it('names the seats that nobody holds, with how many there are', async () => {
    const { vacancies } = await situationOf(national, 'XA');
    const ours = vacancies.find((one: { structure: { id: string } }) => one.structure.id === board);
    expect(ours).toMatchObject({ seats: 2, vacant: [{ role: 'chair' }, { role: 'member' }] });
  });

  it('tells of a term in its last ninety days, and whom to call, never oneself', async () => {
    const person = (
      await national.call('POST', '/api/people', {
        body: { territory: 'XA-0101', name: 'Presidenta de prueba', visibility: 'network' },
      })
    ).body.id;
    const term = { personId: person, capacity: 'principal', validFrom: '2025-01-01', validTo: '2026-05-01' };
    const named = await national.call('POST', `/api/seats/${chair}/terms`, { body: term });
    expect(named.status).toBe(201);
    const { terms, vacancies } = await situationOf(national, 'XA-0101');
    expect(terms).toMatchObject([
      { what: 'seat', title: 'Presidencia', on: '2026-05-01', hasEnded: false, person: { id: person } },
    ]);
    expect(vacancies[0].call.person.id).toBe(person);
  });

  it('lists who was invited a week ago and has not entered, to those who invite there and nobody else', async () => {
    const before = world.clock.now;
    const made = await national.call('POST', '/api/accounts', {
      body: {
        name: 'Invitada',
        territory: 'XA-0101',
        role: { role: 'municipal-coordinator', territory: 'XA-0101' },
      },
    });
    expect(made.status).toBe(201);
    expect((await situationOf(national, 'XA')).invitationsUnused).toBe(0);
    world.clock.now = new Date(before.getTime() + 8 * 86_400_000);
    // Sessions do not outlive a week without use.
    const seen = await situationOf({ call: await world.signIn('comuna', password) }, 'XA-0101');
    expect(seen).toMatchObject({ invitationsUnused: 1, invitations: [{ person: { name: 'Invitada' } }] });
    const stranger = await world.holder('otra-comuna', [{ role: 'municipal-coordinator', code: '0103' }]);
    expect((await situationOf(stranger, 'XA-0101')).invitations).toEqual([]);
  });

  it('says nothing of seats, terms or invitations to a visitor, and what lacks to everybody', async () => {
    const seen = await situationOf({ call: world.visitor }, 'XA');
    expect(seen).toMatchObject({ vacancies: null, terms: null, invitations: [], invitationsUnused: 0 });
    expect(Array.isArray(seen.lacking)).toBe(true);
  });

  it('puts the territories of a level into classes, in the order of the tree', async () => {
    const { levels } = await situationOf(national, 'XA');
    for (const { level } of levels as { level: number }[]) {
      const { structures } = await situationOf(national, 'XA', `?level=${level}`);
      const references = structures.map(
        (one: { territory: { reference: string } }) => one.territory.reference,
      );
      expect(references).toEqual(references.toSorted());
      expect(
        structures.every((one: { standing: string }) =>
          ['complete', 'partly', 'lacking', 'unknown', 'no-norm'].includes(one.standing),
        ),
      ).toBe(true);
    }
    expect(levels.length).toBeGreaterThan(0);
  });

  it('answers 404 for a place that is none', async () => {
    expect((await world.visitor('GET', '/api/territories/XA-9999/situation')).status).toBe(404);
  });
});
