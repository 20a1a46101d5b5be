import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '#services/audit/verify-audit.ts';
import { cookieOf, makeWorld, password, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;
let north: Holder;
let municipal: Holder;
let auditor: Holder;

beforeAll(async () => {
  world = await makeWorld();
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  north = await world.holder('norte', [{ role: 'municipal-coordinator', code: '01' }]);
  municipal = await world.holder('santafe', [{ role: 'municipal-coordinator', code: '0101' }]);
  auditor = await world.holder('auditora', [
    { role: 'auditor', code: '01' },
    { role: 'municipal-coordinator', code: '02' },
  ]);
});
afterAll(() => world.stop());

const secretOf = (link: string) => link.split('/').at(-1) ?? '';

function newcomer(code: string, role = 'municipal-coordinator', extra: object = {}) {
  return {
    name: `Oficial municipal ${code}`,
    territory: `XA-${code}`,
    role: { role, territory: `XA-${code}` },
    ...extra,
  };
}

const within = (organisationId: string) => ({
  ...newcomer('02', 'institutional-focal-point'),
  organisationId,
  role: { role: 'institutional-focal-point', territory: 'XA-02', organisationId },
});

describe('creating an account', () => {
  it('gives it a person, a username, a role and a link that opens once', async () => {
    const made = await north.call('POST', '/api/accounts', {
      body: newcomer('0103', 'municipal-coordinator', { phone: '+507 6000-0001' }),
    });
    expect(made.status).toBe(201);
    expect(made.body.account).toMatchObject({
      username: 'oficial.0103',
      phone: '+50760000001',
      standing: 'invited',
    });
    const secret = secretOf(made.body.delivery.link);
    const shown = await world.visitor('POST', '/api/invitation', { body: { secret } });
    expect(shown.body).toMatchObject({ username: 'oficial.0103', place: 'Álamo Alto' });
    const weak = await world.visitor('POST', '/api/invitation/acceptance', {
      body: { secret, password: 'oficial0103' },
    });
    expect(weak.status).toBe(422);
    expect(weak.body.problems[0]).toMatchObject({ code: 'access.password-own-name', field: 'password' });
    const accepted = await Promise.all(
      [1, 2].map(() => world.visitor('POST', '/api/invitation/acceptance', { body: { secret, password } })),
    );
    expect(accepted.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409']);
    const entered = accepted.find(({ status }) => status === 200);
    const self = world.as({ cookie: cookieOf(entered ?? { headers: {} }) ?? '' });
    expect((await self('GET', '/api/session')).body.account.username).toBe('oficial.0103');
    expect((await world.visitor('POST', '/api/invitation', { body: { secret } })).status).toBe(409);
  });

  it('completes a phone written without its country', async () => {
    const made = await north.call('POST', '/api/accounts', {
      body: newcomer('0103', 'trainer', { phone: '6000-0077' }),
    });
    expect(made.body.account.phone).toBe('+99960000077');
  });

  it('is refused outside one’s territory', async () => {
    expect((await municipal.call('POST', '/api/accounts', { body: newcomer('0104') })).status).toBe(403);
  });

  it('is refused with a role that one does not hold oneself', async () => {
    for (const role of ['national-coordinator', 'national-analyst', 'auditor', 'national-admin']) {
      const answer = await municipal.call('POST', '/api/accounts', { body: newcomer('0101', role) });
      expect(answer.body.code, role).toBe('access.role-not-yours');
    }
  });

  it('is refused over a territory wider than one’s own, under a home that is one’s own', async () => {
    const body = { ...newcomer('0101'), role: { role: 'municipal-coordinator', territory: 'XA-01' } };
    expect((await municipal.call('POST', '/api/accounts', { body })).body.code).toBe('access.role-not-yours');
  });

  it('tells a phone, an address or a username that somebody has, by its field', async () => {
    await north.call('POST', '/api/accounts', {
      body: newcomer('0104', 'trainer', { email: 'igual@example.org', username: 'igual' }),
    });
    for (const extra of [{ email: 'IGUAL@example.org' }, { username: 'igual' }]) {
      const answer = await north.call('POST', '/api/accounts', { body: newcomer('0104', 'trainer', extra) });
      expect(answer.body).toMatchObject({ code: 'access.name-taken', field: Object.keys(extra)[0] });
    }
  });

  it('names every fault at once', async () => {
    const body = newcomer('0104', 'trainer', { email: 'nada', phone: '12', username: 'Ñ' });
    const { problems } = (await north.call('POST', '/api/accounts', { body })).body;
    expect(problems.map(({ field }: { field: string }) => field).toSorted()).toEqual([
      'email',
      'phone',
      'username',
    ]);
  });

  it('keeps an institutional role within its organisation', async () => {
    const ministry = await world.organisation('Ministerio', 'XA');
    const other = await world.organisation('Otra institución', 'XA');
    const head = await world.holder(
      'ministerio',
      [{ role: 'institutional-coordinator', code: 'XA', organisationId: ministry }],
      {
        organisationId: ministry,
      },
    );
    expect((await head.call('POST', '/api/accounts', { body: within(ministry) })).status).toBe(201);
    expect((await head.call('POST', '/api/accounts', { body: within(other) })).status).toBe(403);
    const listed = (await head.call('GET', '/api/accounts')).body.items.map(
      ({ username }: { username: string }) => username,
    );
    expect(listed.toSorted()).toEqual(['ministerio', 'oficial.02']);
  });
});

describe('two roles of one person', () => {
  it('each work where they are held and never add up to a third', async () => {
    const invite = (code: string) => auditor.call('POST', '/api/accounts', { body: newcomer(code) });
    expect((await invite('0202')).status).toBe(201);
    expect((await invite('0101')).status).toBe(403);
    const seen = (await auditor.call('GET', '/api/accounts')).body.items.map(
      ({ username }: { username: string }) => username,
    );
    expect(seen).toContain('santafe');
    expect(seen).not.toContain('nacional');
    const { items } = (await auditor.call('GET', '/api/accounts?text=santafe')).body;
    const suspended = await auditor.call('POST', `/api/accounts/${items[0].id}/suspension`, {
      body: { reason: 'x' },
      version: items[0].version,
    });
    expect(suspended.status).toBe(403);
  });

  it('in two municipalities both work', async () => {
    const both = await world.holder('dosmunicipios', [
      { role: 'municipal-coordinator', code: '0101' },
      { role: 'municipal-coordinator', code: '0201' },
    ]);
    for (const code of ['0101', '0201']) {
      expect(
        (await both.call('POST', '/api/accounts', { body: newcomer(code, 'trainer') })).status,
        code,
      ).toBe(201);
    }
    expect((await both.call('POST', '/api/accounts', { body: newcomer('0202', 'trainer') })).status).toBe(
      403,
    );
  });
});

const grantSecretary = (territory: string, structureId: string | null) =>
  north.call('POST', `/api/accounts/${municipal.accountId}/roles`, {
    body: { role: 'committee-secretary', territory, structureId },
  });

describe('roles', () => {
  // grantRole, endRole
  it('are granted and ended by who holds at least as much, and count at once', async () => {
    const somebody = await world.holder('cambiante', [{ role: 'trainer', code: '0101' }]);
    const grant = (by: Holder, role: string, code: string) =>
      by.call('POST', `/api/accounts/${somebody.accountId}/roles`, {
        body: { role, territory: `XA-${code}` },
      });
    expect((await grant(municipal, 'auditor', '0101')).status).toBe(403);
    const granted = await grant(municipal, 'municipal-coordinator', '0101');
    expect(granted.status).toBe(201);
    expect((await somebody.call('GET', '/api/session')).body.abilities).toContain('invite');
    const held = granted.body.roles.find(({ role }: { role: string }) => role === 'municipal-coordinator');
    const path = `/api/accounts/${somebody.accountId}/roles/${held.id}`;
    expect((await auditor.call('DELETE', path)).status).toBe(403);
    expect((await municipal.call('DELETE', path)).status).toBe(200);
    expect((await somebody.call('GET', '/api/session')).body.abilities).not.toContain('invite');
  });

  it('cannot be given to oneself beyond what one has', async () => {
    const answer = await municipal.call('POST', `/api/accounts/${municipal.accountId}/roles`, {
      body: { role: 'national-coordinator', territory: 'XA' },
    });
    expect(answer.body.code).toBe('access.role-not-yours');
  });

  it('of a committee need the committee, and in its own territory', async () => {
    const committee = await world.structure('Comité de Santa Fe', '0101');
    expect((await grantSecretary('XA-0101', null)).body.problems[0].code).toBe('access.role-needs-structure');
    expect((await grantSecretary('XA-0103', committee)).body.problems[0].code).toBe(
      'access.structure-elsewhere',
    );
    expect((await grantSecretary('XA-0101', committee)).status).toBe(201);
  });
});

// suspendAccount, reopenAccount, closeAccount
describe('suspending, reopening, closing', () => {
  it('keeps somebody out at once and lets them in again', async () => {
    const somebody = await world.holder('suspensa', [{ role: 'trainer', code: '0101' }]);
    const act = (what: string, version: number) =>
      municipal.call('POST', `/api/accounts/${somebody.accountId}/${what}`, {
        body: { reason: 'Licencia' },
        version,
      });
    const suspended = await act('suspension', 1);
    expect(suspended.body).toMatchObject({ standing: 'suspended', version: 2 });
    expect((await somebody.call('GET', '/api/session')).body.state).toBe('visitor');
    expect(
      (await world.visitor('POST', '/api/session', { body: { name: 'suspensa', password } })).status,
    ).toBe(403);
    expect((await act('reopening', 1)).status).toBe(412);
    expect((await act('reopening', 2)).body.standing).toBe('active');
    expect((await somebody.call('GET', '/api/session')).body.state).toBe('visitor');
    world.clock.now = new Date(world.clock.now.getTime() + 1000);
    const again = await world.signIn('suspensa', password);
    expect((await again('GET', '/api/session')).body.state).toBe('signed-in');
    expect((await act('closing', 3)).body).toMatchObject({ standing: 'closed', roles: [] });
    expect(
      (await world.visitor('POST', '/api/session', { body: { name: 'suspensa', password } })).status,
    ).toBe(401);
  });

  it('is refused to oneself and towards who stands above, even where their home is one’s own', async () => {
    const high = await world.holder('alta', [{ role: 'national-coordinator', code: 'XA' }], { home: '0101' });
    for (const [id, code] of [
      [municipal.accountId, 'shared.forbidden'],
      [high.accountId, 'access.stands-above'],
    ]) {
      const answer = await municipal.call('POST', `/api/accounts/${id}/suspension`, {
        body: { reason: 'x' },
        version: 1,
      });
      expect(answer.body.code).toBe(code);
      expect((await municipal.call('POST', `/api/accounts/${id}/access-code`, { body: {} })).body.code).toBe(
        code,
      );
    }
    expect((await municipal.call('GET', `/api/accounts/${high.accountId}`)).body.abilities).toEqual([]);
  });

  it('knows nothing of accounts elsewhere', async () => {
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/access-code'],
      ['POST', '/invitations'],
    ] as const) {
      const options = method === 'GET' ? {} : { body: path === '/invitations' ? { channel: 'link' } : {} };
      expect(
        (await municipal.call(method, `/api/accounts/${national.accountId}${path}`, options)).status,
        path,
      ).toBe(404);
    }
  });
});

describe('a one-time code', () => {
  it('lets somebody in below the coordinator, once, with a new password', async () => {
    const lost = await world.holder('perdida', [{ role: 'municipal-coordinator', code: '0103' }]);
    const given = await north.call('POST', `/api/accounts/${lost.accountId}/access-code`, { body: {} });
    expect(given.status).toBe(201);
    expect((await lost.call('GET', '/api/session')).body.state).toBe('visitor');
    const use = (code: string, wanted = 'un nuevo camino largo') =>
      world.visitor('POST', '/api/access-code', { body: { name: 'Perdida', code, password: wanted } });
    expect((await use('AAAA-AAAA-AA')).status).toBe(401);
    expect((await use(given.body.code, 'corta')).body.code).toBe('access.weak-password');
    const typed = given.body.code.toLowerCase().replaceAll('-', ' ');
    expect((await use(typed)).body).toEqual({ state: 'signed-in' });
    expect((await use(typed)).status).toBe(401);
    expect(
      (await world.visitor('POST', '/api/session', { body: { name: 'perdida', password } })).status,
    ).toBe(401);
    await world.signIn('perdida', 'un nuevo camino largo');
  });

  it('is void after eight wrong tries', async () => {
    const lost = await world.holder('otraperdida', [{ role: 'trainer', code: '0103' }]);
    const { code } = (await north.call('POST', `/api/accounts/${lost.accountId}/access-code`, { body: {} }))
      .body;
    const use = (tried: string) =>
      world.visitor('POST', '/api/access-code', {
        body: { name: 'otraperdida', code: tried, password: 'otro camino largo' },
      });
    for (let attempt = 0; attempt < 8; attempt += 1) await use('AAAA-AAAA-AA');
    expect((await use(code)).status).toBe(401);
  });
});

describe('exportPersonData', () => {
  it('hands over what is held about somebody to whoever may erase it, and to nobody else; and is written down', async () => {
    const made = await north.call('POST', '/api/accounts', {
      body: newcomer('0104', 'trainer', { name: 'Zulema Batista' }),
    });
    const { person } = made.body.account;
    expect((await north.call('GET', `/api/people/${person.id}/data`)).status).toBe(403);
    expect((await world.visitor('GET', `/api/people/${person.id}/data`)).status).toBe(401);
    const held = await national.call('GET', `/api/people/${person.id}/data`);
    expect(held.status).toBe(200);
    expect(held.headers['content-type']).toBe('application/zip');
    const texts = Object.values(unzipSync(new Uint8Array(held.bytes))).map((bytes) =>
      new TextDecoder().decode(bytes),
    );
    expect(texts.join('\n')).toContain('Zulema Batista');
    const trail = await national.call('GET', '/api/audit-entries?operation=exportPersonData');
    expect(trail.body.items).toHaveLength(1);
  });
});

describe('erasing a person', () => {
  it('takes the name, the contacts, the account and the values in the trail, whose chain still verifies', async () => {
    const made = await north.call('POST', '/api/accounts', {
      body: newcomer('0104', 'trainer', { name: 'Yolanda Quintero', phone: '+507 6999-1234' }),
    });
    const { person, id } = made.body.account;
    const erase = (by: Holder) =>
      by.call('POST', `/api/people/${person.id}/erasure`, { body: { reason: 'Lo pidió por escrito' } });
    expect((await erase(north)).status).toBe(403);
    expect((await erase(national)).status).toBe(200);
    expect((await national.call('GET', `/api/accounts/${id}`)).body).toMatchObject({
      standing: 'closed',
      phone: null,
      person: { name: 'Persona borrada' },
    });
    const { owner } = world.database;
    const left = await Promise.all(
      (
        [
          'person',
          'account',
          'contact_point',
          'audit_entry',
          'search_entry',
          'invitation',
          'role_assignment',
        ] as const
      ).map((table) => owner.selectFrom(table).selectAll().execute()),
    );
    expect(JSON.stringify(left)).not.toMatch(/Yolanda|Quintero|quintero|69991234/);
    expect((await verifyAudit(world.database, world.installation.dataFolder)).faults).toEqual([]);
  });
});

describe('erasing a person who was entered twice', () => {
  it('takes the names of both entries, and what the merge and an import kept to be undone', async () => {
    const { owner } = world.database;
    const first = await world.holder('melida', [{ role: 'trainer', code: '0104' }], {
      name: 'Mélida Ábrego',
    });
    const second = await world.holder('melida2', [{ role: 'trainer', code: '0104' }], {
      name: 'Melida "Meli" Abrego',
    });
    const territory = await world.territory('0104');
    await owner
      .updateTable('person')
      .set({ standing: 'merged', merged_into: first.personId })
      .where('id', '=', second.personId)
      .execute();
    const changes = JSON.stringify({
      rows: [{ table: 'person', key: { id: second.personId }, before: { name: 'Melida "Meli" Abrego' } }],
    });
    const id = first.accountId;
    await owner
      .insertInto('merge_record')
      .values({
        id,
        kind: 'person',
        kept_id: first.personId,
        absorbed_id: second.personId,
        territory_id: territory,
        changes,
        account_id: id,
      })
      .execute();
    await owner
      .insertInto('import_run')
      .values({
        id,
        kind: 'people',
        territory_id: territory,
        file_name: 'x.xlsx',
        standing: 'applied',
        report: '{}',
        changes,
      })
      .execute();
    const erased = await national.call('POST', `/api/people/${first.personId}/erasure`, {
      body: { reason: 'Lo pidió' },
    });
    expect(erased.status).toBe(200);
    const left = await Promise.all(
      (['person', 'merge_record', 'import_run', 'account'] as const).map((table) =>
        owner.selectFrom(table).selectAll().execute(),
      ),
    );
    expect(JSON.stringify(left)).not.toMatch(/M[eé]lida|Abrego|Ábrego|melida/);
  });
});

describe('the list of accounts', () => {
  it('goes on page by page, is filtered, and says who has not entered', async () => {
    const names: string[] = [];
    let after = '';
    do {
      const page = (await national.call('GET', `/api/accounts?limit=3${after && `&after=${after}`}`)).body;
      names.push(...page.items.map(({ username }: { username: string }) => username));
      after = page.next ?? '';
    } while (after !== '');
    expect(names).toEqual(names.toSorted());
    expect(new Set(names).size).toBe(names.length);
    const waiting = (await national.call('GET', '/api/accounts?entered=no&territory=XA-02')).body.items;
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.every((one: { firstEnteredAt: string | null }) => one.firstEnteredAt === null)).toBe(true);
  });

  it('is taken away as a table by who may see it, and only what they see', async () => {
    const csv = (await municipal.call('GET', '/api/accounts/table?format=csv')).text;
    expect(csv).toContain('santafe');
    expect(csv).not.toContain('nacional');
    const donor = await world.holder('donante', [{ role: 'donor', code: 'XA' }]);
    expect((await donor.call('GET', '/api/accounts/table')).status).toBe(403);
    expect((await donor.call('GET', '/api/accounts')).status).toBe(403);
  });
});
