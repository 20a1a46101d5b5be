import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followAllDates } from '#services/agreement-life/follow-all-dates.ts';
import { makeLifeWorld, post, type LifeWorld } from '../agreement-life-world.ts';

// Deeds by their path: declareWillToEnd is 'wills-to-end', withdrawFromAgreement 'withdrawals', endAgreementForCause 'ending'.
let world: LifeWorld;
beforeAll(async () => {
  world = await makeLifeWorld();
});
afterAll(() => world.stop());

const PA = 'pa-convenio-especifico';
const reason = 'Así lo decidió la comisión';

async function inForce() {
  await world.on('2026-03-10');
  const agreement = await world.signed(PA);
  const [ministry = '', municipality = ''] = agreement.parties;
  return { ...agreement, ministry, municipality };
}

describe('ending', () => {
  it('takes the will of every party', async () => {
    const { id, ministry, municipality } = await inForce();
    expect((await world.act(world.officer, id, 'wills-to-end', { partyId: ministry, reason })).status).toBe(
      403,
    );
    expect((await world.act(world.minister, id, 'wills-to-end', { partyId: ministry, reason })).status).toBe(
      200,
    );
    expect(
      (await world.act(world.minister, id, 'wills-to-end', { partyId: ministry, reason })).body.code,
    ).toBe('agreement-life.already-willing');
    expect((await world.life(id)).standing).toBe('in-force');
    expect(
      (await world.act(world.officer, id, 'wills-to-end', { partyId: municipality, reason })).status,
    ).toBe(200);
    expect((await world.life(id)).standing).toBe('settlement');
  });

  it('by withdrawal waits for its days; where enough stay, one leaves and can do nothing any more', async () => {
    const two = await inForce();
    expect(
      (await world.act(world.officer, two.id, 'withdrawals', { partyId: two.municipality, reason })).status,
    ).toBe(200);
    expect((await world.life(two.id)).standing).toBe('terminating');
    await world.on('2026-05-09');
    await followAllDates({ ...world.context, now: world.clock.now });
    expect((await world.life(two.id)).standing).toBe('settlement');

    const three = await threeInForce();
    const [, , third = ''] = three.parties;
    expect(
      (await world.act(world.foundation, three.id, 'withdrawals', { partyId: third, reason })).status,
    ).toBe(200);
    const life = await world.life(three.id);
    expect(life.standing).toBe('in-force');
    expect(life.parties[2]).toMatchObject({ standing: 'withdrawn', isYours: false });
    const refused = await world.act(world.centre, three.id, 'wills-to-end', { partyId: third, reason });
    expect(refused.body.code).toBe('agreement-life.party-withdrawn');
  });

  it('for nullity or another cause is recorded by whoever oversees', async () => {
    const { id } = await inForce();
    const body = { cause: 'nullity', reference: 'Sentencia 4', reason };
    expect((await world.act(world.minister, id, 'ending', body)).status).toBe(403);
    expect((await world.act(world.centre, id, 'ending', body)).status).toBe(200);
    expect((await world.life(id)).standing).toBe('settlement');
  });

  it('comes with the last day, without anybody, and is written by the job', async () => {
    const { id } = await inForce();
    await world.on('2027-07-05');
    expect((await world.life(id)).warnings).toMatchObject([{ kind: 'ends', mark: 180 }]);
    await world.on('2028-01-01');
    expect((await world.life(id)).standing).toBe('expired');
    await followAllDates({ ...world.context, now: world.clock.now });
    expect(await world.life(id)).toMatchObject({ standing: 'settlement', settleBy: '2028-03-01' });
  });
});

async function threeInForce() {
  await world.on('2026-03-10');
  await post(world, world.foundation.personId, world.foundationId, {
    title: 'Dirección (ejemplo)',
    kind: 'head',
  }).catch(() => undefined);
  const ready = await world.ready(PA, { third: true });
  const { hash } = await world.seal(ready.id);
  const people = [world.minister, world.mayor, world.foundation];
  for (const [index, party] of ready.parties.entries()) {
    const who = people[index];
    if (who) expect((await world.sign(who, ready.id, party, hash)).status).toBe(201);
  }
  return ready;
}
