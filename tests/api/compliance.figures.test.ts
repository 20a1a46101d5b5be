import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitmentCompliance } from '#domain/compliance/commitment-compliance.ts';
import { indicatorCodes } from '#domain/compliance/indicators.ts';
import { countInstance, type DueInstance, type Prerequisite } from '#domain/compliance/outcome.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import { settleCommitments } from '#services/commitments/settle-commitments.ts';
import { makeWorld, type Holder, type World } from '../access-world.ts';
import { makeAgreement, makeCommitment } from '../commitment-world.ts';

const today = '2026-03-10';
let world: World;
let national: Holder;
let municipal: Holder;
let stranger: Holder;
let ministry: string;
let commune: string;
let agreementId: string;

beforeAll(async () => {
  world = await makeWorld();
  ministry = await world.organisation('Ministerio de ejemplo', 'XA');
  commune = await world.organisation('Comuna de ejemplo', '0101');
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  municipal = await world.holder('comuna', [
    { role: 'municipal-coordinator', code: '0101', organisationId: commune },
  ]);
  stranger = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  agreementId = await makeAgreement(world, { parties: [ministry, commune] });
  const owed = { obligor: commune, beneficiary: ministry, agreementId };
  const verified = { standing: 'verified', firstReview: 'accepted' };
  await makeCommitment(world, { ...owed, ...verified, dueOn: '2026-02-01', deliveredOn: '2026-01-30' });
  await makeCommitment(world, {
    ...owed,
    ...verified,
    dueOn: '2026-02-01',
    deliveredOn: '2026-02-05',
    weight: 2,
  });
  const input = await makeCommitment(world, {
    obligor: ministry,
    beneficiary: commune,
    dueOn: '2026-02-10',
    what: 'Entregar los datos',
    agreementId,
  });
  await makeCommitment(world, {
    ...owed,
    dueOn: '2026-02-20',
    what: 'Plan local',
    needs: [input.id],
    quality: 3,
  });
  await makeCommitment(world, {
    ...owed,
    standing: 'delivered',
    dueOn: '2026-02-15',
    deliveredOn: '2026-02-14',
    verifyBy: '2026-03-01',
  });
  await makeCommitment(world, { ...owed, dueOn: '2026-04-01' });
});
afterAll(() => world.stop());

type Figure = { readonly code: string; readonly part: string };
const figures = async (who: Holder, query = '') => {
  const answer = await who.call('GET', `/api/compliance?territory=XA${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
};
const figure = (body: { figures: Figure[] }, code: string, part = 'whole') =>
  body.figures.find((one) => one.code === code && one.part === part);

describe('compliance', () => {
  it('tells each figure with its numerator and denominator, and what is apart', async () => {
    const body = await figures(national);
    expect(figure(body, 'C1')).toMatchObject({ numerator: 1, denominator: 5 });
    expect(figure(body, 'C2')).toMatchObject({ numerator: 1, denominator: 4 });
    expect(figure(body, 'C3')).toMatchObject({ numerator: 1, value: 28 });
    expect(figure(body, 'C4')).toMatchObject({ numerator: 1, denominator: 6 });
    expect(figure(body, 'C5')).toMatchObject({ denominator: 0, value: null });
    // Accepted at the first review, of all that was handed in: one waits for its own.
    expect(figure(body, 'C19')).toMatchObject({ numerator: 2, denominator: 3 });
    const cases = (await national.call('GET', '/api/compliance/C19/cases?territory=XA')).body.items;
    expect(cases.filter(({ why }: { why: string }) => why === 'review-waiting')).toHaveLength(1);
    expect(body.dues).toMatchObject({ late: 1, overdue: 1, waiting: 1, unanswered: 1, heldBack: 1 });
    expect(body.light).toMatchObject({ byRule: 'amber', numerator: 3, denominator: 4, override: null });
  });

  it('is told of a party, an agreement and a period', async () => {
    const ofCommune = await figures(national, `&party=${commune}`);
    expect(figure(ofCommune, 'C2')).toMatchObject({ numerator: 1, denominator: 3 });
    const ofAgreement = await figures(national, `&agreement=${agreementId}&from=2026-02-02&to=2026-02-28`);
    expect(figure(ofAgreement, 'C2')).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it('counts lost days to whoever held back, and opens into its arithmetic', async () => {
    const { holders } = await figures(national);
    expect(holders).toMatchObject([{ id: ministry, days: 28, count: 1 }]);
    const { items } = (await national.call('GET', '/api/compliance/C2/cases?territory=XA')).body;
    expect(items.map((one: { why: string }) => one.why)).toEqual([
      'kept',
      'late',
      'overdue',
      'unanswered',
      'held-back',
    ]);
    expect(items.at(-1)).toMatchObject({
      counted: 'outside',
      daysLate: 18,
      daysLost: 18,
      heldBy: [{ id: ministry, days: 28 }],
    });
    const first = (await national.call('GET', '/api/compliance/C2/cases?territory=XA&limit=2')).body;
    const second = (await national.call('GET', `/api/compliance/C2/cases?territory=XA&after=${first.next}`))
      .body;
    expect([...first.items, ...second.items]).toEqual(items);
    for (const code of indicatorCodes)
      expect((await national.call('GET', `/api/compliance/${code}/cases?territory=XA`)).status).toBe(200);
    const unknown = await national.call('GET', '/api/compliance/C7/cases?territory=XA');
    expect(unknown).toMatchObject({ status: 404, body: { code: 'compliance.unknown-indicator' } });
  });

  it('groups territories and never says 0 % where nothing was due', async () => {
    const { groups } = await figures(national);
    const named = groups.map((one: { class: string; territories: unknown[] }) => [
      one.class,
      one.territories.length,
    ]);
    expect(named).toEqual([
      ['high', 0],
      ['middle', 0],
      ['low', 1],
      ['none-due', 4],
    ]);
  });

  it('tells strangers nothing of what is not public, in figures, cases and sheets alike', async () => {
    for (const call of [stranger.call, world.visitor]) {
      const { body } = await call('GET', '/api/compliance?territory=XA');
      expect(figure(body, 'C2')).toMatchObject({ denominator: 0, value: null });
      expect(figure(body, 'C4')).toMatchObject({ denominator: 0 });
      expect(body.holders).toEqual([]);
      expect((await call('GET', '/api/compliance/C2/cases?territory=XA')).body.items).toEqual([]);
      const sheet = await call('GET', '/api/compliance/export?territory=XA&code=C2&format=csv');
      expect(sheet.text).not.toContain('Plan local');
    }
    const own = await municipal.call('GET', '/api/compliance/export?territory=XA&code=C2&format=csv');
    expect(own.text).toContain('Plan local');
    const all = await municipal.call('GET', '/api/compliance/export?territory=XA&format=csv');
    expect(all.text).toContain('C19');
  });

  it('tells outsiders of what is late only once that was published, and not in a quiet period', async () => {
    const { instanceId } = await makeCommitment(world, {
      code: '0202',
      obligor: ministry,
      beneficiary: commune,
      dueOn: '2026-02-01',
      isPublic: true,
    });
    const seen = async () => {
      const { body } = await world.visitor('GET', '/api/compliance?territory=XA-0202');
      return [figure(body, 'C2'), body.dues.unpublished];
    };
    expect(await seen()).toMatchObject([{ denominator: 0 }, 1]);
    const { owner } = world.database;
    await owner
      .updateTable('commitment_instance')
      .set({ breach_published_on: '2026-03-01' })
      .where('id', '=', instanceId)
      .execute();
    expect(await seen()).toMatchObject([{ denominator: 1 }, 0]);
    const quiet = { territory: 'XA', from: '2026-03-01', to: '2026-03-31', reason: 'Elecciones' };
    expect((await national.call('POST', '/api/quiet-periods', { body: quiet })).status).toBe(201);
    expect(await seen()).toMatchObject([{ denominator: 0 }, 1]);
    await owner.deleteFrom('quiet_period').execute();
  });

  it('shows another light beside that of the rule, with its reason, until its day', async () => {
    const body = {
      kind: 'agreement',
      subject: agreementId,
      light: 'green',
      reason: 'El puente se cayó y todo se reprogramó',
      to: '2026-03-31',
    };
    expect((await municipal.call('POST', '/api/light-overrides', { body })).status).toBe(403);
    expect((await stranger.call('POST', '/api/light-overrides', { body })).status).toBe(404);
    const past = await national.call('POST', '/api/light-overrides', { body: { ...body, to: '2026-03-01' } });
    expect(past.body.code).toBe('compliance.ends-before-it-begins');
    const made = await national.call('POST', '/api/light-overrides', { body });
    expect(made.status).toBe(201);
    const of = async () => (await figures(municipal, `&agreement=${agreementId}`)).light;
    expect(await of()).toMatchObject({ byRule: 'amber', override: { light: 'green', to: '2026-03-31' } });
    const path = `/api/light-overrides/${made.body.id}/end`;
    expect((await municipal.call('POST', path, { body: {} })).status).toBe(403);
    // endLightOverride
    expect((await national.call('POST', path, { body: {} })).status).toBe(200);
    expect(await of()).toMatchObject({ byRule: 'amber', override: null });
  });
});

describe('the rule of the domain and that of the database', () => {
  const made: { id: string; instanceId: string; due: DueInstance }[] = [];

  beforeAll(async () => {
    const chance = numbers(20260310);
    const pick = (list: readonly string[]) => list[Math.floor(chance() * list.length)] ?? '';
    const day = () => addCalendarDays('2026-01-01', Math.floor(chance() * 80));
    const standings = [
      'not-started',
      'in-progress',
      'delivered',
      'sent-back',
      'verified',
      'breached',
      'waived',
    ];
    for (let index = 0; index < 120; index += 1) {
      const obligor = pick([ministry, commune]);
      const standing = pick(standings) as DueInstance['standing'];
      const needs = chance() < 0.6 ? made.filter(() => chance() < 2 / made.length) : [];
      const dueOn = day();
      const deliveredOn = standing === 'delivered' || standing === 'verified' ? day() : null;
      const verifyBy = standing === 'delivered' ? day() : null;
      const isPaused = chance() < 0.1;
      const weight = 1 + Math.floor(chance() * 3);
      const given = { obligor, standing, dueOn, deliveredOn, verifyBy, isPaused, weight };
      const { id, instanceId } = await makeCommitment(world, {
        ...given,
        firstReview: standing === 'verified' || chance() < 0.2 ? pick(['accepted', 'more']) : null,
        quality: Math.floor(chance() * 7),
        isPublic: chance() < 0.4,
        code: '0104',
        beneficiary: obligor === ministry ? commune : ministry,
        needs: needs.map((one) => one.id),
      });
      const prerequisites = needs
        .map(({ due }) => due)
        .filter((one) => one.dueOn <= dueOn)
        .map(asPrerequisite);
      made.push({
        id,
        instanceId,
        due: { ...given, id: instanceId, verifier: null, prerequisites },
      });
    }
  });

  it('count every due date alike, whatever happened', async () => {
    const { items } = (await national.call('GET', '/api/compliance/C2/cases?territory=XA-0104&limit=200'))
      .body;
    const counted = new Map<string, object>(items.map((one: { id: string }) => [one.id, one]));
    for (const { due, instanceId } of made) {
      const { outcome, daysLate, daysLost } = countInstance(due, today);
      const shown =
        outcome === 'not-due'
          ? undefined
          : { why: outcome, daysLate, daysLost: Math.min(daysLate, daysLost) };
      expect(counted.get(instanceId) ?? undefined, JSON.stringify(due)).toEqual(
        shown === undefined ? undefined : expect.objectContaining(shown),
      );
    }
  });

  it('add up alike, for whoever sees all of it', async () => {
    const body = (await national.call('GET', '/api/compliance?territory=XA-0104')).body;
    const { numerator, denominator, due, waiting, heldBack } = commitmentCompliance(
      made.map(({ due: one }) => ({ weight: one.weight, outcome: countInstance(one, today).outcome })),
    );
    expect(figure(body, 'C2')).toMatchObject({ numerator, denominator });
    expect(body.dues).toMatchObject({ due, waiting, heldBack });
  });

  it('tell each reader the sum of what that reader is shown, one by one', async () => {
    const ofMinistry = await world.holder('ministerio', [
      { role: 'institutional-coordinator', code: 'XA', organisationId: ministry },
    ]);
    const ofProvince = await world.holder('provincia', [{ role: 'municipal-coordinator', code: '01' }]);
    const callers = [national, municipal, ofMinistry, ofProvince, stranger].map(({ call }) => call);
    for (const call of [...callers, world.visitor]) {
      const of = async (narrower: string) => {
        const body = (await call('GET', `/api/compliance?territory=XA-0104${narrower}`)).body;
        for (const code of ['C2', 'C4', 'C19'] as const) {
          const path = `/api/compliance/${code}/cases?territory=XA-0104&limit=200${narrower}`;
          const { items } = (await call('GET', path)).body;
          expect(figure(body, code), `${code} ${narrower}`).toMatchObject(sumOf(items));
          if (code === 'C2') expect(body.dues.unpublished).toBe(countOf(items, 'unpublished'));
        }
      };
      for (const narrower of ['', '&from=2026-01-20&to=2026-02-20', `&party=${ministry}`]) await of(narrower);
    }
  });
});

describe('what is settled', () => {
  it('is told to each reader as before, and leaves the sums with the next request after a change', async () => {
    const ofMinistry = await world.holder('asentado', [
      { role: 'institutional-coordinator', code: 'XA', organisationId: ministry },
    ]);
    const callers = [national, municipal, ofMinistry, stranger].map(({ call }) => call);
    const settle = () => settleCommitments({ database: world.database, now: new Date(`${today}T12:00:00Z`) });
    const asked = [
      '/api/compliance?territory=XA-0104',
      '/api/compliance?territory=XA',
      '/api/territories/XA/coverage',
      '/api/territories/XA/strategy-strips',
    ];
    const answers = async () => {
      const bodies: unknown[] = [];
      for (const call of [...callers, world.visitor])
        for (const path of asked) bodies.push((await call('GET', path)).body);
      return bodies;
    };
    const before = await answers();
    expect(await settle()).toBeGreaterThan(50);
    expect(await answers()).toEqual(before);
    // One that was kept is found not to have been.
    const { rows } = await sql`
      update commitment_instance set standing = 'in-progress', delivered_on = null, first_review = null
      where id = (select id from commitment_instance where settled_as = 'kept' order by id limit 1) returning id`.execute(
      world.database.owner,
    );
    expect(rows).toHaveLength(1);
    const changed = await answers();
    expect(changed).not.toEqual(before);
    await settle();
    expect(await answers()).toEqual(changed);
  });
});

type Shown = { readonly counted: string; readonly weight: number; readonly why: string };

function sumOf(items: readonly Shown[]) {
  const weigh = (...counted: string[]) =>
    items.filter((one) => counted.includes(one.counted)).reduce((sum, { weight }) => sum + weight, 0);
  return { numerator: weigh('numerator'), denominator: weigh('numerator', 'denominator') };
}

function countOf(items: readonly Shown[], why: string): number {
  return items.filter((one) => one.why === why).length;
}

function asPrerequisite(due: DueInstance): Prerequisite {
  const isWaived = due.standing === 'waived' || due.standing === 'cancelled' || due.isPaused;
  return { id: due.id, obligor: due.obligor, dueOn: due.dueOn, deliveredOn: due.deliveredOn, isWaived };
}

/** Numbers between 0 and 1 that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
