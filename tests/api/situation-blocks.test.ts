import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#services/new-id.ts';
import { makeWorld, type Holder, type World } from '../access-world.ts';
import { makeAgreement, makeCommitment } from '../commitment-world.ts';

type Matter = { kind: string; title: string; held: number; party: { name: string } | null; call: unknown };

let world: World;
let national: Holder;
let municipal: Holder;
let stranger: Holder;
let ministry: string;
let commune: string;

type Caller = Pick<Holder, 'call'>;
const mattersIn = async (who: Caller, reference: string) =>
  (await who.call('GET', `/api/territories/${reference}/matters`)).body;
const coverageIn = async (who: Caller, reference: string) =>
  (await who.call('GET', `/api/territories/${reference}/coverage`)).body;
const stripsIn = async (who: Caller, reference: string) =>
  (await who.call('GET', `/api/territories/${reference}/strategy-strips`)).body;

beforeAll(async () => {
  world = await makeWorld();
  ministry = await world.organisation('Ministerio de ejemplo', 'XA');
  commune = await world.organisation('Comuna de ejemplo', '0101');
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  municipal = await world.holder('comuna', [
    { role: 'municipal-coordinator', code: '0101', organisationId: commune },
  ]);
  stranger = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  const agreementId = await makeAgreement(world, { parties: [ministry, commune] });
  const { owner } = world.database;
  await owner.updateTable('agreement').set({ ends_on: '2026-04-15' }).where('id', '=', agreementId).execute();
  const input = await makeCommitment(world, {
    what: 'Entregar los datos',
    obligor: ministry,
    beneficiary: commune,
    dueOn: '2026-02-10',
    agreementId,
  });
  const owed = { obligor: commune, beneficiary: ministry, agreementId };
  await makeCommitment(world, { ...owed, what: 'Plan local', dueOn: '2026-03-20', needs: [input.id] });
  await owner
    .insertInto('plan')
    .values({
      id: newId(),
      country: 'XA',
      territory_id: await world.territory('0101'),
      organisation_id: commune,
      kind: 'municipal',
      title: 'Plan enviado',
      period_from: '2026-01-01',
      period_to: '2026-12-31',
      standing: 'submitted',
      standing_on: '2026-02-20',
    })
    .execute();
});
afterAll(() => world.stop());

/** A strategy in force with one line. */
async function makeLine(): Promise<string> {
  const { owner } = world.database;
  const [strategyId, versionId, threadId] = [newId(), newId(), newId()];
  const place = { territory_id: await world.territory('XA') };
  const period = { period_from: '2026-01-01', period_to: '2030-12-31', level_names: '[]' };
  await owner
    .insertInto('strategy')
    .values({
      id: strategyId,
      country: 'XA',
      ...place,
      ...period,
      organisation_id: ministry,
      title: 'Estrategia de prueba',
    })
    .execute();
  const approved = { standing: 'approved', approving_act: 'Decreto de prueba', approved_on: '2026-01-01' };
  await owner
    .insertInto('strategy_version')
    .values({ id: versionId, strategy_id: strategyId, ...place, number: 1, ...approved })
    .execute();
  await owner
    .insertInto('strategy_thread')
    .values({ id: threadId, strategy_id: strategyId, ...place })
    .execute();
  const element = { version_id: versionId, strategy_id: strategyId, thread_id: threadId, level: 1 };
  await owner
    .insertInto('strategy_element')
    .values({ id: newId(), ...element, ...place, kind: 'line', title: 'Primera línea' })
    .execute();
  return threadId;
}

describe('what holds others back', () => {
  it('ranks a late commitment that others wait for before a plan that waits and an agreement that ends', async () => {
    const { items, counts } = await mattersIn(national, 'XA');
    expect(items.map(({ kind, title }: Matter) => `${kind}: ${title}`)).toEqual([
      'holding-back: Entregar los datos',
      'plan: Plan enviado',
      'ending: Convenio de prueba',
    ]);
    expect(items[0]).toMatchObject({ held: 1, party: { name: 'Ministerio de ejemplo' } });
    expect(counts).toMatchObject({ 'holding-back': 1, plan: 1, ending: 1, notice: 0, help: 0 });
  });

  it('names the office that answers for it, with whoever holds it', async () => {
    const person = (
      await national.call('POST', '/api/people', {
        body: { territory: 'XA', name: 'Enlace de prueba', visibility: 'network' },
      })
    ).body.id;
    const office = { territory: 'XA', kind: 'focal-point', title: 'Punto focal', validFrom: '2025-01-01' };
    const made = await national.call('POST', `/api/posts`, {
      body: { ...office, organisationId: ministry, personId: person },
    });
    expect(made.status).toBe(201);
    const { items } = await mattersIn(national, 'XA');
    expect(items[0].call).toMatchObject({ person: { id: person }, office: 'Punto focal' });
  });

  it('does not tell a writer that their own plan waits, nor a stranger anything', async () => {
    const kinds = async (who: Holder) =>
      (await mattersIn(who, 'XA-0101')).items.map(({ kind }: Matter) => kind);
    expect(await kinds(municipal)).not.toContain('plan');
    expect(await kinds(stranger)).toEqual([]);
    expect((await world.visitor('GET', '/api/territories/XA/matters')).status).toBe(401);
  });
});

describe('the layers of the map', () => {
  it('says where an agreement is in force, in order of name', async () => {
    const { territories, level } = await coverageIn(national, 'XA');
    const names = territories.map((one: { territory: { name: string } }) => one.territory.name);
    expect(names).toEqual(names.toSorted(new Intl.Collator('es').compare));
    expect(level === null || territories.length > 0).toBe(true);
  });

  it('tells a visitor of no agreement that is not public', async () => {
    const { territories } = await coverageIn({ call: world.visitor }, 'XA');
    expect(territories.some((one: { hasAgreement: boolean }) => one.hasAgreement)).toBe(false);
  });
});

describe('the strategy line by line', () => {
  it('tells what was met and is late of each line in force, and the territories that it reaches', async () => {
    const thread = await makeLine();
    const { id } = await makeCommitment(world, {
      what: 'Taller',
      obligor: commune,
      beneficiary: ministry,
      dueOn: '2026-02-01',
    });
    await world.database.owner
      .updateTable('commitment')
      .set({ thread_id: thread })
      .where('id', '=', id)
      .execute();
    const { lines } = await stripsIn(national, 'XA');
    expect(lines).toMatchObject([{ id: thread, title: 'Primera línea', met: 0, late: 1, money: [] }]);
    const seen = await stripsIn({ call: world.visitor }, 'XA');
    expect(seen.lines).toMatchObject([{ late: 0 }]);
  });
});
