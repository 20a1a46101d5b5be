import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;
let municipal: Holder;
let commune: string;

beforeAll(async () => {
  world = await makeWorld();
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  commune = (await world.visitor('GET', '/api/organisations?territory=XA-0101&kind=municipality')).body
    .items[0].id;
});
afterAll(() => world.stop());

async function organisation(name: string, more: object = {}): Promise<string> {
  const body = {
    territory: 'XA-0101',
    name,
    kind: 'cso',
    sector: 'social',
    level: 'local',
    confirmNew: true,
    ...more,
  };
  return (await national.call('POST', '/api/organisations', { body })).body.id;
}

async function person(name: string, organisationId: string | null = null): Promise<string> {
  const body = { territory: 'XA-0101', name, organisationId, confirmNew: true };
  return (await national.call('POST', '/api/people', { body })).body.id;
}

const everything = async () => {
  const tables = [
    'organisation',
    'organisation_name',
    'organisation_succession',
    'territory_authority',
    'person',
    'contact_point',
    'post',
    'seat',
    'seat_term',
    'structure',
    'prevention_work',
    'search_entry',
    'account',
    'role_assignment',
  ] as const;
  const found: Record<string, unknown> = {};
  for (const table of tables) {
    const rows = await world.database.owner.selectFrom(table).selectAll().execute();
    found[table] = rows
      .map((row) =>
        JSON.stringify(Object.fromEntries(Object.entries(row).filter(([name]) => !name.endsWith('_at')))),
      )
      .toSorted();
  }
  return found;
};

describe('merging two entries of one organisation', () => {
  it('shows before what will move, moves it, and gives everything back when undone', async () => {
    const kept = await organisation('Fundación Alba', { shortName: 'FA' });
    const absorbed = await organisation('Fundacion del Alba', { mandate: 'Acompaña a jóvenes' });
    const member = await world.holder(
      'miembro',
      [{ role: 'member', code: '0101', organisationId: absorbed }],
      { organisationId: absorbed },
    );
    const personId = await person('Nora Paz', absorbed);
    await national.call('POST', '/api/contact-points', {
      body: { personId, channel: 'email', value: 'nora@alba.example' },
    });
    await national.call('POST', '/api/prevention-work', {
      body: { organisationId: absorbed, territory: 'XA-0101', function: 'youth' },
    });
    for (const organisationId of [kept, absorbed]) {
      await national.call('POST', '/api/prevention-work', {
        body: { organisationId, territory: 'XA-0101', function: 'schools' },
      });
    }
    const before = await everything();
    const body = { kind: 'organisation', keptId: kept, absorbedId: absorbed };
    const preview = await national.call('POST', '/api/merges/preview', { body });
    expect(preview.status).toBe(200);
    expect(preview.body.repeated).toEqual([{ table: 'prevention_work', label: 'schools' }]);
    expect(preview.body.moves).toContainEqual({ table: 'prevention_work', labels: ['youth'] });
    expect(preview.body.conflicts).toContainEqual(
      expect.objectContaining({ code: 'two-values', field: 'name', blocks: false }),
    );
    expect(await everything()).toEqual(before);

    const merged = await national.call('POST', '/api/merges', { body });
    expect(merged.status).toBe(201);
    const shown = await national.call('GET', `/api/organisations/${kept}`);
    expect(shown.body).toMatchObject({
      name: 'Fundación Alba',
      mandate: 'Acompaña a jóvenes',
      formerNames: [{ name: 'Fundacion del Alba' }],
    });
    expect(shown.body.work.map((one: { function: string }) => one.function).toSorted()).toEqual([
      'schools',
      'youth',
    ]);
    expect((await national.call('GET', `/api/organisations/${absorbed}`)).body).toMatchObject({
      standing: 'merged',
      mergedInto: { id: kept },
    });
    const account = await world.database.owner
      .selectFrom('account')
      .select('organisation_id')
      .where('id', '=', member.accountId)
      .executeTakeFirstOrThrow();
    expect(account.organisation_id).toBe(kept);
    expect((await national.call('POST', '/api/merges', { body })).body.code).toBe('actors.not-active');

    const undone = await national.call('POST', `/api/merges/${merged.body.id}/undoing`);
    expect(undone.status).toBe(200);
    expect(await everything()).toEqual(before);
    expect((await national.call('POST', `/api/merges/${merged.body.id}/undoing`)).body.code).toBe(
      'actors.merge-undone',
    );
  });

  it('is not undone once somebody has built upon it', async () => {
    const kept = await organisation('Red Sol');
    const absorbed = await organisation('Red del Sol');
    const merged = await national.call('POST', '/api/merges', {
      body: { kind: 'organisation', keptId: kept, absorbedId: absorbed },
    });
    const { body: now } = await national.call('GET', `/api/organisations/${kept}`);
    const on = { name: 'Red Sol Naciente', on: '2026-03-01', reason: 'Asamblea' };
    await national.call('POST', `/api/organisations/${kept}/renamings`, { body: on, version: now.version });
    const refused = await national.call('POST', `/api/merges/${merged.body.id}/undoing`);
    expect(refused.body.code).toBe('actors.merge-built-upon');
  });

  it('refuses one with itself, one under the other, and one that the caller may not change', async () => {
    const kept = await organisation('Casa Uno');
    const child = await organisation('Casa Dos', { parentId: kept });
    const merge = (who: Holder, keptId: string, absorbedId: string) =>
      who.call('POST', '/api/merges', { body: { kind: 'organisation', keptId, absorbedId } });
    expect((await merge(national, kept, kept)).body.code).toBe('actors.merge-self');
    expect((await merge(national, child, kept)).body.code).toBe('actors.merge-ancestor');
    const elsewhere = await world.organisation('Casa Tres', '0201');
    expect((await merge(municipal, kept, elsewhere)).status).toBe(403);
    expect((await merge(national, kept, child)).status).toBe(201);
  });

  it('is held up by two heads of the same days', async () => {
    const [kept, absorbed] = [await organisation('Club Mar'), await organisation('Club del Mar')];
    for (const organisationId of [kept, absorbed]) {
      const personId = await person(organisationId === kept ? 'Ema Gil' : 'Leo Paz', organisationId);
      const post = {
        organisationId,
        personId,
        territory: 'XA-0101',
        kind: 'head',
        title: 'Presidencia',
        validFrom: '2026-01-01',
      };
      expect((await national.call('POST', '/api/posts', { body: post })).status).toBe(201);
    }
    const refused = await national.call('POST', '/api/merges', {
      body: { kind: 'organisation', keptId: kept, absorbedId: absorbed },
    });
    expect(refused.body.code).toBe('actors.merge-terms-overlap');
  });
});

describe('merging two entries of one person', () => {
  it('keeps the one with the account, and is undone', async () => {
    const before = await everything();
    const [first, second] = [await person('Iván Soto'), await person('Ivan Soto', commune)];
    await national.call('POST', '/api/contact-points', {
      body: { personId: second, channel: 'phone', value: '222-3333' },
    });
    const made = await everything();
    const merged = await national.call('POST', '/api/merges', {
      body: { kind: 'person', keptId: first, absorbedId: second },
    });
    expect(merged.status).toBe(201);
    const shown = await national.call('GET', `/api/people/${first}`);
    expect(shown.body).toMatchObject({ organisation: { id: commune }, contacts: [{ value: '222-3333' }] });
    expect((await national.call('POST', `/api/merges/${merged.body.id}/undoing`)).status).toBe(200);
    expect(await everything()).toEqual(made);
    expect(before).not.toEqual(made);
    const withAccount = { kind: 'person', keptId: first, absorbedId: municipal.personId };
    expect((await national.call('POST', '/api/merges', { body: withAccount })).body.code).toBe(
      'actors.merge-account-absorbed',
    );
    const two = { kind: 'person', keptId: national.personId, absorbedId: municipal.personId };
    expect((await national.call('POST', '/api/merges', { body: two })).body.code).toBe(
      'actors.merge-two-accounts',
    );
    expect((await national.call('GET', '/api/merges')).body.items[0]).toMatchObject({
      kind: 'person',
      kept: { id: first },
    });
  });
});

describe('handing over', () => {
  it('passes on posts and seats in one step, leaves the rest vacant, and writes a brief', async () => {
    const [mayor, next, officer] = [
      await person('Alcaldesa Ríos', commune),
      await person('Alcalde Luna', commune),
      await person('Oficial Cruz', commune),
    ];
    const post = (personId: string, kind: string, title: string) =>
      municipal.call('POST', '/api/posts', {
        body: {
          organisationId: commune,
          personId,
          territory: 'XA-0101',
          kind,
          title,
          validFrom: '2021-07-01',
        },
      });
    await post(mayor, 'head', 'Alcaldía');
    await post(officer, 'focal-point', 'Punto focal de prevención');
    const structureId = await world.structure('Mesa comunal', '0101');
    const seat = await municipal.call('POST', `/api/structures/${structureId}/seats`, {
      body: { name: 'Presidencia', role: 'chair', organisationId: commune },
    });
    await municipal.call('POST', `/api/seats/${seat.body.id}/terms`, {
      body: { personId: mayor, capacity: 'principal', validFrom: '2021-07-01' },
    });
    const body = {
      passings: [
        { fromPersonId: mayor, toPersonId: next },
        { fromPersonId: officer, toPersonId: null },
      ],
      organisationId: commune,
      on: '2026-03-01',
      reason: 'Cambio de gobierno',
    };
    const preview = await municipal.call('POST', '/api/handovers/preview', { body });
    expect(preview.body).toMatchObject({
      posts: [{ title: 'Alcaldía' }, { title: 'Punto focal de prevención', to: null }],
      seats: [{ seat: 'Presidencia' }],
    });
    const done = await municipal.call('POST', '/api/handovers', { body });
    expect(done.status).toBe(201);
    const { body: page } = await municipal.call('GET', '/api/territories/XA-0101/actors');
    const current = page.posts.filter(
      (one: { isCurrent: boolean; organisation: { id: string } }) =>
        one.isCurrent && one.organisation.id === commune,
    );
    expect(current).toMatchObject([
      { title: 'Alcaldía', person: { name: 'Alcalde Luna' }, isVacant: false },
      { title: 'Punto focal de prevención', person: null, isVacant: true },
    ]);
    expect(
      page.structures[0].seatList[0].terms.find((one: { isCurrent: boolean }) => one.isCurrent).person.name,
    ).toBe('Alcalde Luna');
    const brief = await municipal.call('GET', `/api/handovers/${done.body.id}`);
    expect(brief.body).toMatchObject({
      on: '2026-03-01',
      organisation: { id: commune },
      posts: [{ from: { name: 'Alcaldesa Ríos' } }, {}],
    });
    expect(brief.body.counterparts.length).toBeGreaterThan(0);
    expect((await municipal.call('POST', '/api/handovers', { body })).body.code).toBe(
      'actors.nothing-to-hand-over',
    );
  });
});
