import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#services/new-id.ts';
import { makeWorld, type Holder, type World } from '../access-world.ts';
import { makeAgreement, makeCommitment } from '../commitment-world.ts';

let world: World;
let national: Holder;
let stranger: Holder;
let agreementId: string;

const cooperationIn = async (who: Pick<Holder, 'call'>, reference: string) =>
  (await who.call('GET', `/api/territories/${reference}/cooperation`)).body;

beforeAll(async () => {
  world = await makeWorld();
  const ministry = await world.organisation('Ministerio de ejemplo', 'XA');
  const commune = await world.organisation('Comuna de ejemplo', '0101');
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  stranger = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  agreementId = await makeAgreement(world, { parties: [ministry, commune] });
  const owed = { obligor: commune, beneficiary: ministry, agreementId };
  await makeCommitment(world, { ...owed, what: 'Plan local', dueOn: '2026-02-10' });
  await makeCommitment(world, { ...owed, what: 'Luminarias', dueOn: '2026-04-20' });
  await commit(commune, [
    ['cash', 'USD', '1200.50'],
    ['staff', 'USD', '300'],
    ['cash', 'CRC', '500000'],
  ]);
});
afterAll(() => world.stop());

/** Writes a party with what it commits, and a session that had no quorum. */
async function commit(organisation: string, lines: readonly (readonly [string, string, string])[]) {
  const { owner } = world.database;
  const place = { agreement_id: agreementId, territory_id: await world.territory('0101') };
  const party = newId();
  await owner
    .insertInto('agreement_party')
    .values({ id: party, ...place, organisation_id: organisation, role: 'lead' })
    .execute();
  for (const [kind, currency, amount] of lines)
    await owner
      .insertInto('agreement_budget')
      .values({ id: newId(), ...place, party_id: party, year: 2026, kind, currency, amount })
      .execute();
  const session = { called_on: '2026-01-20', held_on: '2026-02-01', seats: 7, quorum: 4, present: 3 };
  await owner
    .insertInto('agreement_session')
    .values({ id: newId(), ...place, ...session })
    .execute();
}

describe('cooperation in a territory', () => {
  it('tells what binds there and what was promised, the late first', async () => {
    const seen = await cooperationIn(national, 'XA-0101');
    expect(seen.agreements).toMatchObject([{ id: agreementId, endsOn: '2027-12-31' }]);
    expect(seen).toMatchObject({ agreementCount: 1, open: 2, late: 1 });
    expect(seen.commitments.map((row: { what: string }) => row.what)).toEqual(['Plan local', 'Luminarias']);
    expect(seen.commitments[0]).toMatchObject({ state: 'overdue', obligor: { name: 'Comuna de ejemplo' } });
  });

  it('adds money up by currency and never across currencies, and keeps what is given in kind apart', async () => {
    const { money } = await cooperationIn(national, 'XA-0101');
    expect(money).toEqual([
      { currency: 'CRC', cash: '500000.00', inKind: '0' },
      { currency: 'USD', cash: '1200.50', inKind: '300.00' },
    ]);
  });

  it('tells the last session of the commission and whether it had a quorum', async () => {
    const { lastSession } = await cooperationIn(national, 'XA-0101');
    expect(lastSession).toMatchObject({
      agreement: { id: agreementId },
      heldOn: '2026-02-01',
      present: 3,
      hadQuorum: false,
    });
  });

  it('counts what is done in the parts of a territory with it, and not what is done next door', async () => {
    expect(await cooperationIn(national, 'XA')).toMatchObject({ agreementCount: 1, late: 1 });
    expect(await cooperationIn(national, 'XA-0201')).toMatchObject({
      agreements: [],
      commitments: [],
      money: [],
    });
  });

  it('tells strangers and visitors nothing of what is not public', async () => {
    const nothing = {
      agreements: [],
      agreementCount: 0,
      money: [],
      lastSession: null,
      commitments: [],
      late: 0,
    };
    expect(await cooperationIn(stranger, 'XA-0101')).toMatchObject(nothing);
    expect(await cooperationIn({ call: world.visitor }, 'XA-0101')).toMatchObject(nothing);
  });

  it('answers 404 for a place that is none', async () => {
    expect((await world.visitor('GET', '/api/territories/XA-9999/cooperation')).status).toBe(404);
  });
});
