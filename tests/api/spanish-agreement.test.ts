import { afterAll, beforeAll, expect, it } from 'vitest';
import { courseIn, type Side } from '../agreement-course.ts';
import { makeLifeWorld, type LifeWorld } from '../agreement-life-world.ts';

let world: LifeWorld;
beforeAll(async () => {
  world = await makeLifeWorld();
});
afterAll(() => world.stop());

it('leads from the first draft through notice and termination to a settlement with a refund, and is closed', async () => {
  const course = courseIn(world);
  const ministry: Side = { organisationId: world.ministryId, acts: world.minister, heads: world.minister };
  const town: Side = { organisationId: world.municipalityId, acts: world.officer, heads: world.mayor };
  const sides = [ministry, town];
  await world.on('2026-03-10');
  const id = await course.draft('es-convenio', sides, {
    title: 'Convenio para abrir un centro juvenil',
    object: 'abrir un centro juvenil por las tardes',
    territories: ['XA-0101'],
    currency: 'EUR',
    termMonths: 48,
  });
  const owed = {
    what: 'Abrir 1 centro juvenil por las tardes',
    obligor: { kind: 'organisation', id: world.municipalityId },
    beneficiary: { kind: 'organisation', id: world.ministryId },
    proof: 'Acta de apertura',
    dueOn: '2026-06-30',
    agreementId: id,
  };
  const made = await world.officer.call('POST', '/api/commitments', { body: owed });
  expect(made.status, made.text).toBe(201);
  await course.agree(id, sides, '2026-03-10');
  await course.signInInk(id, sides, '2026-03-10');

  // Spain's instrument waits for the register and the gazette, in whatever order.
  expect(await world.life(id)).toMatchObject({
    standing: 'signed',
    gatesMissing: ['registration', 'publication'],
  });
  await world.on('2026-03-20');
  for (const kind of ['publication', 'registration']) {
    const gate = { kind, body: 'Registro de ejemplo', reference: 'R-1', on: '2026-03-20', result: 'done' };
    await course.step(world.officer, id, 'effect-gates', gate);
  }
  expect(await world.life(id)).toMatchObject({ standing: 'in-force', effectiveOn: '2026-03-20' });

  // The centre is not opened: the ministry gives notice, the days to cure pass, and it persists.
  await world.on('2026-07-05');
  const commitment = (await world.officer.call('GET', `/api/commitments/${made.body.id}`)).body;
  const [instance] = commitment.instances;
  expect(commitment.main.state).toBe('overdue');
  const [byPartyId, toPartyId] = [await course.partyOf(id, ministry), await course.partyOf(id, town)];
  const facts = 'El centro no se abrió';
  await course.step(world.minister, id, 'notices', { byPartyId, toPartyId, facts, instances: [instance.id] });
  const { standing, notices } = await world.life(id);
  expect(standing).toBe('under-notice');
  const [{ id: noticeId, cureBy }] = notices;
  await course.step(world.officer, id, `notices/${noticeId}/reply`, { reply: 'La obra se detuvo' });
  await world.on('2026-09-01');
  expect(cureBy < '2026-09-01').toBe(true);
  const persists = { outcome: 'persists', reason: 'Sigue sin abrirse' };
  await course.step(world.minister, id, `notices/${noticeId}/outcome`, persists);
  expect(await world.life(id)).toMatchObject({ standing: 'settlement', settleBy: '2026-10-01' });

  // What was paid and not used goes back within the month.
  const refund = {
    debtorPartyId: toPartyId,
    creditorPartyId: byPartyId,
    currency: 'EUR',
    amount: '5000.00',
    reason: 'Lo que no se usó',
  };
  await course.step(world.officer, id, 'balances', refund);
  const report = { report: 'Se devolvió lo que no se usó.', lessons: 'Fijar antes las fechas de la obra.' };
  const early = await world.act(world.centre, id, 'closing', report);
  expect(early.body.code).toBe('agreement-life.unsettled');
  const [{ id: balanceId, dueOn }] = (await world.life(id)).balances;
  expect(dueOn).toBe('2026-10-01');
  await world.on('2026-09-20');
  const paid = { on: '2026-09-20', reference: 'Transferencia 88' };
  await course.step(world.minister, id, `balances/${balanceId}/payment`, paid);
  for (const open of (await world.life(id)).openCommitments) {
    const decision = { instanceId: open.instanceId, decision: 'close', reason: 'Terminó el convenio' };
    await course.step(world.officer, id, 'commitment-decisions', decision);
  }
  await course.step(world.centre, id, 'closing', report);
  expect((await world.life(id)).standing).toBe('closed');
  const ended = (await world.officer.call('GET', `/api/commitments/${made.body.id}`)).body;
  expect(ended.main.isOpen).toBe(false);
  // The signed text is still the one that was signed, and everybody can read what came of it.
  const document = await world.centre.call('GET', `/api/agreements/${id}/document?text=sealed&format=docx`);
  expect(document.status).toBe(200);
});
