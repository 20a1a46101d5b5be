import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;
let municipal: Holder;
let commune: string;
let made = 0;

beforeAll(async () => {
  world = await makeWorld();
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  commune = (await world.visitor('GET', '/api/organisations?territory=XA-0101&kind=municipality')).body
    .items[0].id;
});
afterAll(() => world.stop());

const newcomer = (name: string) => world.holder(`llega${(made += 1)}`, [], { home: '0101', name });

async function person(name: string): Promise<string> {
  const body = { territory: 'XA-0101', name, confirmNew: true };
  return (await national.call('POST', '/api/people', { body })).body.id;
}

async function appoint(personId: string, title: string): Promise<void> {
  const body = {
    organisationId: commune,
    personId,
    territory: 'XA-0101',
    kind: 'officer',
    title,
    validFrom: '2025-01-01',
  };
  expect((await national.call('POST', '/api/posts', { body })).status).toBe(201);
}

const handover = (
  passings: readonly (readonly [string, string | null])[],
  more: { on?: string; organisationId?: string } = {},
) => ({
  passings: passings.map(([fromPersonId, toPersonId]) => ({ fromPersonId, toPersonId })),
  on: '2026-03-10',
  reason: 'Cambio de responsables',
  ...more,
});

const rolesOf = (accountId: string) =>
  world.database.owner
    .selectFrom('role_assignment')
    .select(['role', 'valid_from', 'valid_to'])
    .where('account_id', '=', accountId)
    .orderBy('valid_from')
    .execute();

describe('handing over the roles of an account', () => {
  it('ends them for who leaves, grants them to who comes, says so before, and writes both down', async () => {
    const leaving = await world.holder('sale', [{ role: 'municipal-coordinator', code: '0101' }]);
    const coming = await newcomer('Elena Mar');
    await appoint(leaving.personId, 'Oficina de prevención');
    const body = handover([[leaving.personId, coming.personId]]);
    expect((await coming.call('GET', '/api/accounts')).status).toBe(403);

    const preview = await municipal.call('POST', '/api/handovers/preview', { body });
    const passing = {
      role: 'municipal-coordinator',
      territory: { reference: 'XA-0101' },
      from: { id: leaving.personId },
      to: { id: coming.personId },
      outcome: 'passes',
    };
    expect(preview.body).toMatchObject({ posts: [{ title: 'Oficina de prevención' }], roles: [passing] });
    expect((await leaving.call('GET', '/api/accounts')).status).toBe(200);

    const done = await municipal.call('POST', '/api/handovers', { body });
    expect(done.status).toBe(201);
    expect(await rolesOf(leaving.accountId)).toEqual([
      { role: 'municipal-coordinator', valid_from: '2026-01-01', valid_to: '2026-03-10' },
    ]);
    expect(await rolesOf(coming.accountId)).toEqual([
      { role: 'municipal-coordinator', valid_from: '2026-03-10', valid_to: null },
    ]);
    expect((await coming.call('GET', '/api/accounts')).status).toBe(200);
    expect((await leaving.call('GET', '/api/my-account')).status).toBe(401);
    const brief = await municipal.call('GET', `/api/handovers/${done.body.id}`);
    expect(brief.body.roles).toMatchObject([passing]);
    const trail = await world.database.owner
      .selectFrom('audit_entry')
      .select(['operation', 'subject_id'])
      .where('operation', 'in', ['handOver', 'endRole', 'grantRole'])
      .execute();
    expect(trail).toEqual(
      expect.arrayContaining([
        { operation: 'handOver', subject_id: done.body.id },
        { operation: 'endRole', subject_id: leaving.accountId },
        { operation: 'grantRole', subject_id: coming.accountId },
      ]),
    );
  });

  it('tells what does not pass: nobody comes, no account, or a role that is not theirs to give', async () => {
    const [vacating, replaced, watching] = [
      await world.holder('vacante', [{ role: 'donor', code: '0101' }]),
      await world.holder('relevo', [{ role: 'trainer', code: '0101' }]),
      await world.holder('vigila', [{ role: 'auditor', code: '0101' }]),
    ];
    const body = handover([
      [vacating.personId, null],
      [replaced.personId, await person('Sin Cuenta')],
      [watching.personId, (await newcomer('Con Cuenta')).personId],
    ]);
    const preview = await municipal.call('POST', '/api/handovers/preview', { body });
    const outcomes = (roles: readonly { role: string; outcome: string }[]) =>
      Object.fromEntries(roles.map(({ role, outcome }) => [role, outcome]));
    const expected = { donor: 'nobody-comes', trainer: 'no-account', auditor: 'not-yours' };
    expect(outcomes(preview.body.roles)).toEqual(expected);
    const done = await municipal.call('POST', '/api/handovers', { body });
    expect(done.status).toBe(201);
    expect((await rolesOf(vacating.accountId))[0]?.valid_to).toBe('2026-03-10');
    expect((await rolesOf(replaced.accountId))[0]?.valid_to).toBe('2026-03-10');
    expect((await rolesOf(watching.accountId))[0]?.valid_to).toBeNull();
    expect((await watching.call('GET', '/api/my-account')).status).toBe(200);
    const brief = await municipal.call('GET', `/api/handovers/${done.body.id}`);
    expect(outcomes(brief.body.roles)).toEqual(expected);
  });

  it('passes a whole government in one act, and leaves what its people do elsewhere', async () => {
    const both = await world.holder('dos', [
      { role: 'municipal-coordinator', code: '0101' },
      { role: 'municipal-coordinator', code: '0201' },
    ]);
    const officer = await world.holder('promotora', [
      { role: 'institutional-focal-point', code: '0101', organisationId: commune },
    ]);
    const [first, second] = [await newcomer('Primera Nueva'), await newcomer('Segundo Nuevo')];
    await appoint(both.personId, 'Secretaría');
    await appoint(officer.personId, 'Promoción');
    const body = handover(
      [
        [both.personId, first.personId],
        [officer.personId, second.personId],
      ],
      { organisationId: commune },
    );
    const done = await national.call('POST', '/api/handovers', { body });
    expect(done.status).toBe(201);
    expect(
      (await rolesOf(both.accountId))
        .map((role) => role.valid_to ?? '')
        .toSorted((one, other) => one.localeCompare(other)),
    ).toEqual(['', '2026-03-10']);
    expect((await both.call('GET', '/api/my-account')).status).toBe(200);
    expect(await rolesOf(first.accountId)).toMatchObject([{ role: 'municipal-coordinator' }]);
    expect(await rolesOf(second.accountId)).toMatchObject([{ role: 'institutional-focal-point' }]);
  });

  it('changes roles on the day when it is still to come, and never before today', async () => {
    const early = await world.holder('futuro', [{ role: 'donor', code: '0101' }]);
    const coming = await newcomer('Futura Titular');
    const body = handover([[early.personId, coming.personId]], { on: '2026-04-01' });
    expect((await municipal.call('POST', '/api/handovers', { body })).status).toBe(201);
    expect((await rolesOf(early.accountId))[0]?.valid_to).toBe('2026-04-01');
    expect((await rolesOf(coming.accountId))[0]?.valid_from).toBe('2026-04-01');
    expect((await early.call('GET', '/api/my-account')).status).toBe(200);
    const late = await world.holder('pasado', [{ role: 'donor', code: '0101' }]);
    const past = handover([[late.personId, coming.personId]], { on: '2026-02-01' });
    expect((await municipal.call('POST', '/api/handovers', { body: past })).status).toBe(201);
    expect((await rolesOf(late.accountId))[0]?.valid_to).toBe('2026-03-10');
  });

  it('takes nobody’s own role unless somebody takes it over', async () => {
    const own = await world.holder('propia', [{ role: 'municipal-coordinator', code: '0101' }]);
    await appoint(own.personId, 'Enlace');
    const alone = handover([[own.personId, null]]);
    const preview = await own.call('POST', '/api/handovers/preview', { body: alone });
    expect(preview.body.roles).toMatchObject([{ outcome: 'own-kept' }]);
    const coming = await newcomer('Quien Sigue');
    const body = handover([[own.personId, coming.personId]]);
    expect((await own.call('POST', '/api/handovers', { body })).status).toBe(201);
    expect(await rolesOf(coming.accountId)).toMatchObject([{ role: 'municipal-coordinator' }]);
    expect((await own.call('GET', '/api/my-account')).status).toBe(401);
  });

  it('sees and takes no role beyond the territory of whoever hands over', async () => {
    const elsewhere = await world.holder('lejos', [{ role: 'municipal-coordinator', code: '0201' }]);
    const coming = await newcomer('Cerca');
    const body = handover([[elsewhere.personId, coming.personId]]);
    const refused = await municipal.call('POST', '/api/handovers', { body });
    expect(['actors.person-not-found', 'actors.nothing-to-hand-over']).toContain(refused.body.code);
    expect((await rolesOf(elsewhere.accountId))[0]?.valid_to).toBeNull();
  });
});
