import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#contract/index.ts';
import type { Operation } from '#contract/operation.ts';
import { newId } from '#services/new-id.ts';
import { makeWorld, type Holder, type World } from '../access-world.ts';
import { makeAgreement, makeCommitment } from '../commitment-world.ts';

// A published lateness, one that nobody was told of, one in a commune that votes, and things that are the parties' own: whatever a
// visitor may ask for is asked for, and looked through for words that speak against somebody or are not theirs to read.
let world: World;
let national: Holder;
let ministry: string;
let commune: string;
let agreementId: string;
let unpublished: { id: string; instanceId: string };
let published: { id: string; instanceId: string };
let voting: { id: string; instanceId: string };

const secret = 'solo-entre-las-partes';
type Made = { id: string; instanceId: string };

beforeAll(async () => {
  world = await makeWorld();
  ministry = await world.organisation('Ministerio de ejemplo', 'XA');
  commune = await world.organisation('Comuna de ejemplo', '0101');
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  const parties = [ministry, commune];
  agreementId = await makeAgreement(world, { parties, isPublic: true });
  const owed = { obligor: ministry, beneficiary: commune, agreementId, isPublic: true, dueOn: '2026-02-10' };
  unpublished = await makeCommitment(world, { ...owed, what: 'Entregar datos' });
  const needs = [unpublished.id];
  published = await makeCommitment(world, { ...owed, what: 'Entregar equipos', code: '0201' });
  voting = await makeCommitment(world, { ...owed, what: 'Entregar vehículos' });
  await makeCommitment(world, { ...owed, needs, what: 'Plan local', dueOn: '2026-02-20' });
  const handed = { standing: 'delivered', deliveredOn: '2026-02-20', verifyBy: '2026-03-07' };
  await makeCommitment(world, { ...owed, ...handed, what: 'Acta de cierre' });
  await makeCommitment(world, {
    ...owed,
    what: 'Veinte luminarias',
    standing: 'verified',
    deliveredOn: '2026-02-25',
    firstReview: 'accepted',
  });
  await makeCommitment(world, { ...owed, what: `Borrador ${secret}`, isPublic: false, isProposed: true });
  await climb(unpublished, null);
  await climb(published, '2026-03-09');
  await climb(voting, '2026-03-05');
  await keepBetweenParties(unpublished, await world.territory('0101'));
  const quiet = { territory: 'XA-0101', from: '2026-03-08', to: '2026-03-20', reason: 'Elecciones' };
  expect((await national.call('POST', '/api/quiet-periods', { body: quiet })).status).toBe(201);
});
afterAll(() => world.stop());

/** Notice and breach, as if all that led to them had been done; published on a day, or not. */
async function climb({ instanceId }: Made, publishedOn: string | null): Promise<void> {
  await world.database.owner
    .updateTable('commitment_instance')
    .set({
      standing: 'breached',
      noticed_on: '2026-02-15',
      cure_by: '2026-02-25',
      breached_on: '2026-02-26',
      reply: publishedOn === null ? `Respuesta ${secret}` : 'El proveedor quebró',
      replied_on: '2026-02-20',
      forecast_on: '2026-04-01',
      forecast_reason: `Previsión ${secret}`,
      standing_reason: publishedOn === null ? `Motivo ${secret}` : 'No llegó nada',
      breach_published_on: publishedOn,
    })
    .where('id', '=', instanceId)
    .execute();
}

/** Evidence for the parties, an act that is theirs, an agreement and a remark that nobody else reads. */
async function keepBetweenParties({ id, instanceId }: Made, territoryId: number): Promise<void> {
  const { owner } = world.database;
  const evidence = {
    commitment_id: id,
    instance_id: instanceId,
    territory_id: territoryId,
    for_party: ministry,
  };
  await owner
    .insertInto('evidence')
    .values({ ...evidence, id: newId(), kind: 'link', note: `Nota ${secret}`, submitted_on: '2026-02-12' })
    .execute();
  const act = {
    commitment_id: id,
    instance_id: instanceId,
    territory_id: territoryId,
    on_date: '2026-02-15',
  };
  await owner
    .insertInto('commitment_act')
    .values({ ...act, id: newId(), act: 'noticed', reason: `Requerimiento ${secret}`, is_public: false })
    .execute();
  await owner
    .insertInto('agreement_remark')
    .values({
      id: newId(),
      agreement_id: agreementId,
      territory_id: territoryId,
      kind: 'remark',
      body: `Observación ${secret}`,
      account_id: national.accountId,
    })
    .execute();
  const draft = await makeAgreement(world, { parties: [ministry, commune] });
  await owner
    .updateTable('agreement')
    .set({ title: `Convenio ${secret}`, standing: 'negotiation' })
    .where('id', '=', draft)
    .execute();
}

/** Every address that a visitor may read, with what this world holds in its parts. */
function surfaces(): string[] {
  const all: readonly Operation[] = Object.values(operations);
  return all
    .filter(({ method, admission }) => method === 'GET' && admission === 'anyone')
    .flatMap(({ path, query }) => {
      const parts: Readonly<Record<string, readonly string[]>> = {
        commitmentId: [unpublished.id, voting.id],
        agreementId: [agreementId],
        agreement: [agreementId],
        code: ['C2', 'C3', 'C19'],
        organisationId: [ministry],
        organisation: [ministry],
        territory: ['XA', 'XA-0101'],
        reference: ['XA-0101'],
      };
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      const filled = names.reduce(
        (paths, name) =>
          paths.flatMap((one) => (parts[name] ?? ['x']).map((part) => one.replace(`{${name}}`, part))),
        [path],
      );
      return filled.flatMap((one) => questionsOf(query?.shape ?? {}).map((asked) => `${one}${asked}`));
    });
}

/** What to ask an address: of the country and the commune, of every state, in every format. */
function questionsOf(shape: Readonly<Record<string, unknown>>): string[] {
  const values: Readonly<Record<string, readonly string[]>> = {
    territory: ['XA', 'XA-0101'],
    state: ['all', 'overdue', 'ended', 'open'],
    side: ['oversee'],
    by: ['party', 'month'],
    month: ['2026-02'],
    format: ['csv', 'json'],
    code: ['C2'],
    text: ['entregar'],
  };
  const asked = Object.keys(values).filter((name) => name in shape);
  return asked.reduce(
    (questions, name) =>
      questions.flatMap((one) =>
        (values[name] ?? []).map((value) => `${one}${one === '' ? '?' : '&'}${name}=${value}`),
      ),
    [''],
  );
}

const against = new RegExp(
  [
    '"state":"(overdue|noticed|breached|at-risk|sent-back|delivered-late|verified-late|cured)"',
    '"(isLate|isOverdue|hasPassed)":true',
    '"why":"(late|overdue|breached)"',
    '"(overdue|late|breached|longestOverdue|daysLate|daysLost)":[1-9]',
    '"(noticedOn|breachedOn|cureBy|reply|breachPublishedOn)":"',
    '"act":"(noticed|breached|breach-published)"',
    'Vencido hace',
    'Incumplido',
    'requerimiento formal',
    'días? tarde',
  ].join('|'),
);

describe('what a visitor reads', () => {
  it('speaks against nobody before it was published, nor in a quiet period, on any surface', async () => {
    // The one that may be told is told elsewhere, and left out here so that any accusation found is a leak.
    const { owner } = world.database;
    await owner.updateTable('commitment').set({ is_public: false }).where('id', '=', published.id).execute();
    const found: string[] = [];
    const read = new Set<string>();
    for (const address of surfaces()) {
      const answer = await world.visitor('GET', address);
      if (answer.status !== 200) continue;
      read.add(address.split('?')[0] ?? '');
      const match = against.exec(answer.text)?.[0] ?? (answer.text.includes(secret) ? secret : undefined);
      if (match !== undefined) found.push(`${address}: ${match}`);
    }
    expect(found).toEqual([]);
    const spoken = [
      '/api/ledger',
      '/api/ledger/groups',
      '/api/ledger/month',
      '/api/ledger/export',
      '/api/waiting',
    ];
    const open = ['/api/public/commitments', '/api/public/commitments/export'];
    const ofOne = ['', '/calendar', '/waiting-chain'].map((end) => `/api/commitments/${voting.id}${end}`);
    const counted = [
      '/api/compliance',
      '/api/compliance/C2/cases',
      '/api/compliance/export',
      '/api/holding-back',
    ];
    expect([...spoken, ...open, ...ofOne, ...counted].filter((one) => !read.has(one))).toEqual([]);
    await owner.updateTable('commitment').set({ is_public: true }).where('id', '=', published.id).execute();
  });

  it('is the breach with the reply beside it once it was published, where no election keeps quiet', async () => {
    const { body } = await world.visitor('GET', `/api/commitments/${published.id}`);
    expect(body).toMatchObject({
      main: { state: 'breached' },
      instances: [{ reply: 'El proveedor quebró', breachPublishedOn: '2026-03-09', forecastReason: null }],
    });
    const stateOf = async (who: { call: Holder['call'] }, id: string) =>
      (await who.call('GET', `/api/commitments/${id}`)).body.main.state;
    expect(await stateOf({ call: world.visitor }, voting.id)).toBe('in-review');
    expect(await stateOf(national, voting.id)).toBe('breached');
    const before = world.clock.now;
    world.clock.now = new Date('2026-03-21T15:00:00Z');
    expect(await stateOf({ call: world.visitor }, voting.id)).toBe('breached');
    world.clock.now = before;
  });
});

describe('open data', () => {
  const open = async (who: { call: Holder['call'] }, query: string) => {
    const answer = await who.call('GET', `/api/public/commitments?${query}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };
  type Line = { readonly commitmentId: string };

  it('is the same for everybody, of a place and all within it, with parts that add up', async () => {
    // listPublicCommitments
    const all = await open({ call: world.visitor }, 'territory=XA');
    expect(await open(national, 'territory=XA')).toEqual(all);
    const { all: whole, ...parts } = all.tally;
    expect(parts).toEqual({ met: 1, delivered: 1, underWay: 0, inReview: 3, late: 1, ended: 0 });
    expect(Object.values<number>(parts).reduce((sum, part) => sum + part, 0)).toBe(whole);
    expect(all.items).toHaveLength(whole);
    expect(all.items.find(({ commitmentId }: Line) => commitmentId === published.id)).toMatchObject({
      obligor: 'Ministerio de ejemplo',
      beneficiary: 'Comuna de ejemplo',
      state: 'breached',
      reply: 'El proveedor quebró',
    });
    const voted = all.items.find(({ commitmentId }: Line) => commitmentId === voting.id);
    expect(voted).toMatchObject({ state: 'in-review', tone: 'not-applicable', days: null, reply: null });
    const there = await open({ call: world.visitor }, 'territory=XA-0201');
    expect(there.items.map(({ commitmentId }: Line) => commitmentId)).toEqual([published.id]);
    expect((await open(national, 'territory=XA&state=overdue')).items).toEqual([]);
    expect((await world.visitor('GET', '/api/public/commitments?territory=XA-9999')).status).toBe(404);
  });

  it('is a file for programs and for spreadsheets, with an address for each promise', async () => {
    // exportPublicCommitments
    const path = '/api/public/commitments/export?territory=XA';
    const csv = await world.visitor('GET', `${path}&format=csv`);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text.trim().split('\n')).toHaveLength(1 + 6);
    expect(csv.text).toContain(`/compromisos/${published.id}`);
    const json = await world.visitor('GET', `${path}&format=json`);
    expect(JSON.parse(json.text).items).toHaveLength(6);
    expect((await national.call('GET', `${path}&format=csv`)).text).toBe(csv.text);
  });
});
