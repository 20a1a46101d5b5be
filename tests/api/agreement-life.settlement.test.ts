import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLifeWorld, type LifeWorld } from '../agreement-life-world.ts';

// Deeds by their path: addBalance is 'balances', payBalance 'payment', waiveBalance 'waiver', decideOnCommitment 'commitment-decisions',
// closeAgreement 'closing', objectToRenewal 'objections'.
let world: LifeWorld;
beforeAll(async () => {
  world = await makeLifeWorld();
});
afterAll(() => world.stop());

const ES = 'es-convenio';
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n');
const reason = 'Así consta en el expediente';
const report = {
  report: 'Se devolvió lo que no se usó y se cerró el convenio.',
  lessons: 'Fijar antes las fechas de apertura.',
};

/** Signed in ink by both, each confirmed by the other side; registered and published. */
async function spanish() {
  await world.on('2026-03-10');
  const { id, parties } = await world.ready(ES, { endsOn: '2030-03-09' });
  const [ministry = '', municipality = ''] = parties;
  const commitment = await world.commitment(id, { dueOn: '2026-06-30', cash: '5000.00' });
  const { hash } = await world.seal(id);
  const sides = [
    { partyId: ministry, by: world.minister, confirmedBy: world.officer },
    { partyId: municipality, by: world.officer, confirmedBy: world.minister },
  ];
  for (const { partyId, by, confirmedBy } of sides) {
    const query = new URLSearchParams({
      partyId,
      hash,
      office: 'Titular (ejemplo)',
      signedOn: '2026-03-10',
      place: 'Santa Fe',
    });
    const made = await by.call('POST', `/api/agreements/${id}/ink-signatures?${query}`, {
      bytes: pdf,
      mediaType: 'application/pdf',
    });
    expect(made.status).toBe(201);
    const path = `/api/agreements/${id}/signatures/${made.body.id}/confirmation`;
    expect((await confirmedBy.call('POST', path, { body: { hash } })).status).toBe(200);
  }
  expect(await world.life(id)).toMatchObject({
    standing: 'signed',
    gatesMissing: ['registration', 'publication'],
  });
  for (const [kind, on] of [
    ['registration', '2026-03-10'],
    ['publication', '2026-03-10'],
  ] as const) {
    const body = { kind, body: 'Registro de ejemplo', reference: 'R-12', on, result: 'done' };
    expect((await world.act(world.officer, id, 'effect-gates', body)).status).toBe(200);
  }
  expect(await world.life(id)).toMatchObject({
    standing: 'in-force',
    effectiveOn: '2026-03-10',
    endsOn: '2030-03-09',
  });
  return { id, hash, ministry, municipality, commitment };
}

describe('the Spanish path', () => {
  it('leads from notice over the days to cure to the end and a refund within one month', async () => {
    const { id, hash, ministry, municipality, commitment } = await spanish();
    await world.on('2026-07-05');
    const notice = {
      byPartyId: ministry,
      toPartyId: municipality,
      facts: 'El centro no se abrió',
      instances: [commitment.instanceId],
    };
    expect((await world.act(world.minister, id, 'notices', notice)).status).toBe(200);
    const [{ id: noticeId, cureBy }] = (await world.life(id)).notices;
    await world.on(cureBy);
    const persists = { outcome: 'persists', reason };
    expect((await world.act(world.minister, id, `notices/${noticeId}/outcome`, persists)).body.code).toBe(
      'agreement-life.cure-still-open',
    );
    await world.on('2026-09-01');
    expect((await world.act(world.minister, id, `notices/${noticeId}/outcome`, persists)).status).toBe(200);
    const life = await world.life(id);
    expect(life).toMatchObject({ standing: 'settlement', settleBy: '2026-10-01', textHash: hash });
    const owed = {
      debtorPartyId: municipality,
      creditorPartyId: ministry,
      currency: 'EUR',
      amount: '5000.00',
      reason,
    };
    expect((await world.act(world.stranger, id, 'balances', owed)).status).toBe(403);
    expect(
      (await world.act(world.officer, id, 'balances', { ...owed, creditorPartyId: municipality })).body
        .problems[0].code,
    ).toBe('agreement-life.owes-itself');
    expect(
      (await world.act(world.officer, id, 'balances', { ...owed, amount: '0' })).body.problems[0].code,
    ).toBe('agreement-life.no-amount');
    expect((await world.act(world.officer, id, 'balances', owed)).status).toBe(200);
    expect((await world.act(world.officer, id, 'balances', { ...owed, amount: '12.50' })).status).toBe(200);
    const [refund, interest] = (await world.life(id)).balances;
    expect(refund).toMatchObject({ dueOn: '2026-10-01', amount: '5000.00', paidOn: null });
    expect((await world.act(world.centre, id, 'closing', report)).body.code).toBe('agreement-life.unsettled');
    const payment = { on: '2026-09-01', reference: 'Transferencia 88' };
    expect(
      (await world.act(world.officer, id, `balances/${refund.id}/payment`, { ...payment, on: '2026-09-02' }))
        .body.problems[0].code,
    ).toBe('agreement-life.day-to-come');
    expect((await world.act(world.officer, id, `balances/${refund.id}/payment`, payment)).status).toBe(200);
    expect((await world.act(world.officer, id, `balances/${refund.id}/payment`, payment)).body.code).toBe(
      'agreement-life.balance-decided',
    );
    expect((await world.act(world.centre, id, 'closing', report)).body.code).toBe('agreement-life.unsettled');
    expect((await world.act(world.officer, id, `balances/${interest.id}/waiver`, { reason })).status).toBe(
      403,
    );
    expect((await world.act(world.minister, id, `balances/${interest.id}/waiver`, { reason })).status).toBe(
      200,
    );
    expect((await world.act(world.minister, id, 'closing', report)).status).toBe(403);
    expect((await world.act(world.centre, id, 'closing', report)).status).toBe(200);
    expect((await world.life(id)).standing).toBe('closed');
    expect((await world.act(world.officer, id, 'balances', owed)).status).toBe(409);
  });

  it('keeps open what is undecided: each open commitment is closed, finished by a day, or taken on', async () => {
    const first = await spanish();
    const other = await spanish();
    for (const party of [
      [world.minister, first.ministry],
      [world.officer, first.municipality],
    ] as const) {
      const [who, partyId] = party;
      expect((await world.act(who, first.id, 'wills-to-end', { partyId, reason })).status).toBe(200);
    }
    const { openCommitments } = await world.life(first.id);
    expect(openCommitments).toMatchObject([{ instanceId: first.commitment.instanceId, decision: null }]);
    expect((await world.act(world.centre, first.id, 'closing', report)).body.code).toBe(
      'agreement-life.open-commitments',
    );
    const decide = (body: object) =>
      world.act(world.officer, first.id, 'commitment-decisions', {
        instanceId: first.commitment.instanceId,
        reason,
        ...body,
      });
    expect((await decide({ decision: 'finish-by' })).body.problems[0].code).toBe(
      'agreement-life.until-missing',
    );
    expect((await decide({ decision: 'pass-on', toAgreementId: first.id })).body.problems[0].code).toBe(
      'agreement-life.cannot-take-on',
    );
    expect((await decide({ decision: 'close', instanceId: other.commitment.instanceId })).body.code).toBe(
      'agreement-life.commitment-not-found',
    );
    expect((await decide({ decision: 'finish-by', until: '2026-08-31' })).status).toBe(200);
    expect((await decide({ decision: 'pass-on', toAgreementId: other.id })).status).toBe(200);
    const { openCommitments: left } = await world.life(other.id);
    expect(left).toHaveLength(2);
    expect((await world.act(world.centre, first.id, 'closing', report)).status).toBe(200);
  });
});

describe('a tacit renewal', () => {
  it('comes unless one party objects in time, as the template lets it', async () => {
    const { owner } = world.database;
    const row = await owner
      .selectFrom('agreement_template')
      .selectAll()
      .where('id', '=', 'pa-convenio-especifico')
      .executeTakeFirstOrThrow();
    const content = row.content as unknown as { term: object };
    const term = { ...content.term, tacitRenewal: { allowed: true, maxMonths: 48, noticeDays: 60 } };
    await owner
      .insertInto('agreement_template')
      .values({ ...row, id: 'xa-tacito', content: JSON.stringify({ ...content, id: 'xa-tacito', term }) })
      .execute();
    await world.on('2026-03-10');
    const renewing = await world.signed('xa-tacito', { renewsTacitly: true });
    const plain = await world.signed('xa-tacito');
    const [, municipality = ''] = renewing.parties;
    expect(
      (await world.act(world.officer, plain.id, 'objections', { partyId: plain.parties[1], reason })).body
        .code,
    ).toBe('agreement-life.no-tacit-renewal');
    await world.on('2027-11-15');
    expect(
      (await world.act(world.officer, renewing.id, 'objections', { partyId: municipality, reason })).body
        .code,
    ).toBe('agreement-life.objection-too-late');
    await world.on('2028-02-01');
    expect(
      (await world.act(world.officer, renewing.id, 'objections', { partyId: municipality, reason })).status,
    ).toBe(200);
    expect(await world.life(renewing.id)).toMatchObject({ standing: 'in-force', endsOn: '2029-12-31' });
    await world.on('2030-01-01');
    expect((await world.life(renewing.id)).standing).toBe('expired');
  });
});
