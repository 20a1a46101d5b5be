import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCommitmentsWorld, type CommitmentsWorld } from './commitments-world.ts';
import type { Holder } from '../access-world.ts';

let world: CommitmentsWorld;
beforeAll(async () => {
  world = await makeCommitmentsWorld();
});
afterAll(() => world.stop());

const organisation = (id: string) => ({ kind: 'organisation', id });
const body = (more: object = {}) => ({
  what: 'Dictar 12 talleres de convivencia',
  obligor: organisation(world.ministry),
  beneficiary: organisation(world.municipality),
  proof: 'Listas de asistencia',
  dueOn: '2026-04-30',
  ...more,
});
const create = (who: Holder, more: object = {}) => who.call('POST', '/api/commitments', { body: body(more) });
// agreeCommitment is 'agreeing', publishCommitment 'publication', cancelCommitment 'cancellation', annulCommitment 'annulment';
// removeDependency deletes a prerequisite.
const on = (who: Holder, id: string, deed: string, version: number, sent: object = {}) =>
  who.call('POST', `/api/commitments/${id}/${deed}`, { version, body: sent });
const unneeded = { noNeedReason: 'Se acordó en la mesa antes del diagnóstico' };
// reviewDelivery is 'review', forecastInstance 'forecast', rescheduleInstance 'rescheduling', waiveInstance 'waiver', cancelInstance
// 'cancellation', noticeInstance 'notice', replyToInstanceNotice 'reply', declareBreach 'breach', publishBreach
// 'breach-publication'; withdrawInstanceNotice is called beside the evidence.
const onInstance = (who: Holder, id: string, deed: string, version: number, sent: object = {}) =>
  who.call('POST', `/api/commitment-instances/${id}/${deed}`, { version, body: sent });
const hand = (who: Holder, id: string, more: object = {}) =>
  who.call('POST', `/api/commitment-instances/${id}/evidence`, {
    body: { kind: 'link', link: 'https://example.org/acta.pdf', ...more },
  });

describe('a commitment', () => {
  it('is entered by whoever owes it, is owed it, or oversees it, and by nobody else', async () => {
    for (const who of [world.neighbour, world.secretary]) expect((await create(who)).status).toBe(403);
    expect((await world.visitor('POST', '/api/commitments', { body: body() })).status).toBe(401);
    for (const who of [world.officer, world.mayor, world.centre])
      expect((await create(who)).status).toBe(201);
  });

  it('says what it is, what is missing, who verifies, and is seen by nobody else until it is agreed', async () => {
    const { id } = (await create(world.mayor, { what: 'Apoyar la convivencia' })).body;
    expect(await world.shown(id, world.mayor)).toMatchObject({
      standing: 'proposed',
      quality: 4,
      missing: ['verb', 'measure'],
      verifier: { name: 'Municipio de ejemplo' },
      territory: { reference: 'XA-0101' },
      main: { state: 'proposed' },
      acts: [{ act: 'proposed', on: '2026-03-10' }],
    });
    expect((await world.neighbour.call('GET', `/api/commitments/${id}`)).status).toBe(404);
    expect((await world.visitor('GET', `/api/commitments/${id}`)).status).toBe(404);
    const changed = body({ what: 'Robado' });
    expect(
      (await world.neighbour.call('PUT', `/api/commitments/${id}`, { version: 1, body: changed })).status,
    ).toBe(404);
  });

  it('is corrected while it is proposed, at the version that was seen, and not after it was agreed', async () => {
    const { id } = await world.propose();
    const put = (version: number, more: object) =>
      world.officer.call('PUT', `/api/commitments/${id}`, { version, body: body(more) });
    expect((await put(1, { dueOn: '2026-05-31' })).body).toEqual({ id, version: 2 });
    expect((await put(1, { dueOn: '2026-06-30' })).status).toBe(412);
    expect((await put(2, { dueOn: '2026-05-31' })).body).toEqual({ id, version: 2 });
    expect((await on(world.officer, id, 'agreeing', 2, unneeded)).status).toBe(200);
    expect((await put(3, { dueOn: '2026-07-31' })).body.code).toBe('commitments.not-as-it-stands');
    const seen = await world.shown(id);
    expect(seen).toMatchObject({
      standing: 'agreed',
      dueOn: '2026-05-31',
      instances: [{ dueOn: '2026-05-31' }],
    });
    expect(seen.acts.map((act: { act: string }) => act.act)).toEqual(['agreed', 'corrected', 'proposed']);
    expect(seen.acts[1].fields).toContain('dueOn');
  });

  it('is agreed by whoever owes it or oversees it, never only by whoever is owed it', async () => {
    const { id } = await world.propose({ what: 'Instalar 10 cámaras' });
    expect((await on(world.mayor, id, 'agreeing', 1, unneeded)).status).toBe(403);
    expect((await on(world.officer, id, 'agreeing', 1, unneeded)).status).toBe(200);
    expect((await world.visitor('GET', `/api/commitments/${id}`)).body).toMatchObject({
      standing: 'agreed',
      isPublic: true,
    });
    const found = await world.visitor('GET', '/api/search?text=instalar%20camaras');
    expect(found.body.items).toMatchObject([{ kind: 'commitment', id }]);
  });

  it('is agreed outside an agreement only when it says which need it answers, or why none', async () => {
    const { id } = await world.propose({ what: 'Abrir 3 canchas' });
    const agree = (sent: object) => on(world.officer, id, 'agreeing', 1, sent);
    const unknown = '00000000-0000-7000-8000-000000000000';
    for (const sent of [{}, { needId: unknown, noNeedReason: 'Ninguna' }])
      expect((await agree(sent)).body).toMatchObject({ code: 'commitments.need-or-reason' });
    expect((await agree({ needId: unknown })).body.code).toBe('commitments.need-not-found');
    expect((await world.shown(id)).standing).toBe('proposed');
    expect((await agree(unneeded)).status).toBe(200);
    expect(await world.shown(id)).toMatchObject({ standing: 'agreed', ...unneeded });
    // What the proposal says already is not asked again.
    const said = await world.propose({ what: 'Abrir 4 canchas', ...unneeded });
    expect((await on(world.officer, said.id, 'agreeing', 1)).status).toBe(200);
  });

  it('is kept from everyone where that was said, until it is published', async () => {
    const { id } = await world.propose({ what: 'Financiar 3 becas' });
    await on(world.officer, id, 'agreeing', 1, { ...unneeded, isPublic: false });
    expect((await world.visitor('GET', `/api/commitments/${id}`)).status).toBe(404);
    expect((await on(world.officer, id, 'publication', 2)).status).toBe(403);
    expect((await on(world.centre, id, 'publication', 2)).status).toBe(200);
    expect((await world.visitor('GET', `/api/commitments/${id}`)).status).toBe(200);
  });

  it('is cancelled by whoever oversees, with a reason; a wrong proposal is annulled by whoever entered it', async () => {
    const { id } = await world.agreed({ what: 'Pintar 5 canchas' });
    const reason = { reason: 'El presupuesto se recortó' };
    expect((await on(world.officer, id, 'cancellation', 2, reason)).status).toBe(403);
    expect((await on(world.officer, id, 'annulment', 2, reason)).status).toBe(403);
    expect((await on(world.centre, id, 'cancellation', 2, reason)).status).toBe(200);
    expect(await world.shown(id)).toMatchObject({ standing: 'cancelled', main: { state: 'cancelled' } });
    const wrong = await world.propose({ what: 'Pintar 6 canchas' });
    expect((await on(world.mayor, wrong.id, 'annulment', 1, reason)).status).toBe(200);
  });

  it('says every fault at once, each with its field', async () => {
    const refused = await create(world.officer, {
      startsOn: '2026-12-31',
      cash: 10,
      beneficiary: organisation(world.ministry),
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'commitments.incomplete' } });
    expect(refused.body.problems.map((one: { field: string }) => one.field)).toEqual([
      'startsOn',
      'currency',
      'beneficiary',
    ]);
    const personal = await create(world.officer, { what: 'Atender a la cédula 8-123-4567' });
    expect(personal.body.code).toBe('actors.personal-in-text');
  });
});

describe('who verifies', () => {
  it('is never of the side that owes, above it or below it', async () => {
    for (const id of [world.ministry, world.directorate]) {
      const refused = await create(world.officer, { verifier: organisation(id) });
      expect(refused.body).toMatchObject({ code: 'commitments.verifier-of-own-side', field: 'verifier' });
    }
    const { id } = (await create(world.officer, { beneficiary: organisation(world.directorate) })).body;
    expect((await world.shown(id)).verifier).toBeNull();
  });

  it('accepts what was handed in; who owes, its offices, and who handed it in do not', async () => {
    const { id, instanceId } = await world.agreed({ what: 'Reparar 2 parques' });
    expect((await onInstance(world.officer, instanceId, 'review', 1, { result: 'accepted' })).status).toBe(
      403,
    );
    expect((await onInstance(world.mayor, instanceId, 'review', 1, { result: 'accepted' })).body.code).toBe(
      'commitments.not-as-it-stands',
    );
    expect((await hand(world.officer, instanceId)).status).toBe(201);
    const review = (who: Holder, sent: object) => onInstance(who, instanceId, 'review', 2, sent);
    expect((await review(world.officer, { result: 'accepted' })).status).toBe(403);
    expect((await review(world.colleague, { result: 'accepted' })).status).toBe(403);
    expect((await review(world.centre, { result: 'accepted' })).status).toBe(403);
    expect((await review(world.mayor, { result: 'accepted' })).status).toBe(200);
    expect(await world.shown(id)).toMatchObject({ main: { state: 'verified', tone: 'fulfilled' } });
  });

  it('rejects with a reason, and what is handed in again counts from that day', async () => {
    const { id, instanceId } = await world.agreed({ what: 'Capacitar a 30 docentes' });
    await hand(world.officer, instanceId, { takenOn: '2026-03-01' });
    const bare = await onInstance(world.mayor, instanceId, 'review', 2, { result: 'rejected' });
    expect(bare.body).toMatchObject({ code: 'commitments.reason-missing', field: 'reason' });
    const reason = 'La lista no dice en qué escuela';
    expect(
      (await onInstance(world.mayor, instanceId, 'review', 2, { result: 'rejected', reason })).status,
    ).toBe(200);
    expect(await world.shown(id)).toMatchObject({
      main: { state: 'sent-back' },
      instances: [{ deliveredOn: null }],
    });
    await world.day('2026-05-04');
    await hand(world.officer, instanceId);
    await onInstance(world.mayor, instanceId, 'review', 4, { result: 'accepted' });
    await world.day('2026-03-10');
    expect(await world.shown(id)).toMatchObject({
      main: { state: 'verified-late', days: 4 },
      instances: [{ deliveredOn: '2026-05-04', evidence: [{ review: 'rejected' }, { review: 'accepted' }] }],
    });
    const visible = (await world.visitor('GET', `/api/commitments/${id}`)).body;
    expect(visible.instances[0].evidence).toEqual([]);
  });

  it('that keeps silent for fifteen days is stood for by the centre, and the silence stays written', async () => {
    const { id, instanceId } = await world.agreed({
      what: 'Construir 1 cancha',
      verifier: { kind: 'structure', id: world.committee },
    });
    await hand(world.officer, instanceId);
    const byCentre = () => onInstance(world.commission, instanceId, 'review', 2, { result: 'accepted' });
    await world.day('2026-03-26');
    expect((await world.shown(id)).instances[0]).toMatchObject({ verifyBy: '2026-03-25', hasPassed: true });
    expect((await onInstance(world.centre, instanceId, 'review', 2, { result: 'accepted' })).status).toBe(
      200,
    );
    await world.day('2026-03-10');
    expect((await byCentre()).status).toBe(412);
  });
});

describe('a day', () => {
  it('may lie in an endless rule only where something bounds it', async () => {
    expect((await create(world.officer, { recurrence: 'FREQ=MONTHLY' })).body.code).toBe(
      'commitments.rule-endless',
    );
    expect((await create(world.officer, { recurrence: 'cada mes' })).body.code).toBe(
      'commitments.rule-invalid',
    );
    expect((await create(world.officer, { recurrence: 'FREQ=DAILY;COUNT=400' })).body.code).toBe(
      'commitments.rule-too-many',
    );
    const { id } = (await create(world.officer, { recurrence: 'FREQ=MONTHLY;COUNT=3' })).body;
    expect((await world.shown(id)).instances.map((one: { dueOn: string }) => one.dueOn)).toEqual([
      '2026-04-30',
      '2026-05-30',
      '2026-06-30',
    ]);
  });

  it('is over at midnight where the commitment is owed, and everyone hears of it only after notice and reply', async () => {
    const { id, instanceId } = await world.agreed({ what: 'Sembrar 100 árboles', dueOn: '2026-03-20' });
    await world.day('2026-03-21', '03:00');
    expect((await world.shown(id)).main).toMatchObject({ state: 'at-risk' });
    await world.day('2026-04-01');
    expect((await world.shown(id)).main).toMatchObject({ state: 'overdue', days: 12 });
    expect((await world.visitor('GET', `/api/commitments/${id}`)).body.main).toMatchObject({
      state: 'in-review',
      days: null,
    });
    const say = { reason: 'No llegó ningún árbol' };
    expect((await onInstance(world.officer, instanceId, 'notice', 1, say)).status).toBe(403);
    expect((await onInstance(world.centre, instanceId, 'breach', 1, say)).body.code).toBe(
      'commitments.not-noticed',
    );
    expect(
      (await onInstance(world.centre, instanceId, 'notice', 1, { ...say, cureBy: '2026-04-05' })).status,
    ).toBe(200);
    expect((await world.shown(id)).main.state).toBe('noticed');
    expect((await world.shown(id)).instances[0].ladder).toEqual({
      rung: 'formal-notice',
      next: { rung: 'cure', from: 'obligor', onDay: '2026-04-05' },
    });
    const outside = (await world.visitor('GET', `/api/commitments/${id}`)).body;
    expect(outside.instances[0].ladder).toBeNull();
    expect((await onInstance(world.centre, instanceId, 'breach', 2, say)).body.code).toBe(
      'commitments.still-to-cure',
    );
    await world.day('2026-04-06');
    expect((await onInstance(world.mayor, instanceId, 'breach', 2, say)).status).toBe(403);
    expect((await onInstance(world.centre, instanceId, 'breach', 2, say)).status).toBe(200);
    const publish = (version: number) =>
      world.centre.call('POST', `/api/commitment-instances/${instanceId}/breach-publication`, { version });
    expect((await publish(3)).body.code).toBe('commitments.reply-period');
    expect((await world.visitor('GET', `/api/commitments/${id}`)).body.main.state).toBe('in-review');
    const reply = { reply: 'El vivero se inundó' };
    expect((await onInstance(world.mayor, instanceId, 'reply', 3, reply)).status).toBe(403);
    expect((await onInstance(world.officer, instanceId, 'reply', 3, reply)).status).toBe(200);
    expect((await publish(4)).status).toBe(200);
    expect((await world.visitor('GET', `/api/commitments/${id}`)).body).toMatchObject({
      main: { state: 'breached' },
      instances: [{ reply: 'El vivero se inundó' }],
    });
    await world.day('2026-03-10');
  });

  it('is cured when what was noticed is accepted in time', async () => {
    const { id, instanceId } = await world.agreed({ what: 'Donar 20 bicicletas', dueOn: '2026-03-11' });
    await world.day('2026-03-15');
    await onInstance(world.centre, instanceId, 'notice', 1, { reason: 'No llegaron' });
    await hand(world.officer, instanceId);
    await onInstance(world.mayor, instanceId, 'review', 3, { result: 'accepted' });
    expect(await world.shown(id)).toMatchObject({
      main: { state: 'cured' },
      acts: [{ act: 'cured' }, { act: 'accepted' }, { act: 'delivered' }, { act: 'noticed' }, {}, {}],
    });
    await world.day('2026-03-10');
  });

  it('is moved with a reason by whoever oversees, and is forecast by whoever owes', async () => {
    const { id, instanceId } = await world.agreed({ what: 'Editar 500 guías' });
    const moved = { dueOn: '2026-06-30', reason: 'La imprenta cerró' };
    expect((await onInstance(world.officer, instanceId, 'rescheduling', 1, moved)).status).toBe(403);
    expect(
      (
        await onInstance(world.officer, instanceId, 'forecast', 1, {
          forecastOn: '2026-05-30',
          reason: 'La imprenta cerró',
        })
      ).status,
    ).toBe(200);
    expect((await world.shown(id)).main.state).toBe('at-risk');
    expect((await onInstance(world.centre, instanceId, 'rescheduling', 2, moved)).status).toBe(200);
    expect(await world.shown(id)).toMatchObject({
      main: { state: 'not-started', isRescheduled: true, dueOn: '2026-06-30' },
      acts: [{ act: 'rescheduled', from: '2026-04-30', to: '2026-06-30' }, {}, {}, {}],
    });
    expect(
      (await world.officer.call('POST', `/api/commitment-instances/${instanceId}/start`, { version: 3 }))
        .status,
    ).toBe(200);
    expect(
      (await onInstance(world.centre, instanceId, 'waiver', 4, { reason: 'Ya no hace falta' })).status,
    ).toBe(200);
    expect((await world.shown(id)).main.state).toBe('waived');
    expect(
      (await onInstance(world.centre, instanceId, 'cancellation', 5, { reason: 'Otra vez' })).status,
    ).toBe(409);
  });
});

describe('what a commitment depends on', () => {
  it('holds it back when it is late, and is never itself', async () => {
    const first = await world.agreed({ what: 'Ceder 1 terreno', dueOn: '2026-03-12' });
    const second = await world.agreed({ what: 'Construir 1 centro', dueOn: '2026-06-30' });
    const third = await world.agreed({ what: 'Equipar 1 centro', dueOn: '2026-07-30' });
    const link = (who: Holder, id: string, prerequisiteId: string) =>
      who.call('POST', `/api/commitments/${id}/prerequisites`, {
        body: { prerequisiteId, reason: 'Sin eso no se puede' },
      });
    expect((await link(world.neighbour, second.id, first.id)).status).toBe(403);
    expect((await link(world.mayor, second.id, first.id)).status).toBe(201);
    expect((await link(world.mayor, third.id, second.id)).status).toBe(201);
    const circle = await link(world.officer, first.id, third.id);
    expect(circle).toMatchObject({ status: 409, body: { code: 'commitments.circle' } });
    expect(circle.body.title).toContain('Equipar 1 centro');
    expect((await link(world.officer, first.id, first.id)).body.code).toBe('commitments.circle');
    await world.day('2026-03-20');
    expect(await world.shown(second.id)).toMatchObject({
      main: { state: 'at-risk' },
      dependsOn: [{ id: first.id, holdsBack: true, state: { state: 'overdue', days: 8 } }],
      holdsBack: [{ id: third.id, holdsBack: false }],
    });
    expect((await world.shown(first.id)).holdsBack).toMatchObject([{ id: second.id, holdsBack: true }]);
    const cut = `/api/commitments/${second.id}/prerequisites/${first.id}`;
    expect((await world.mayor.call('DELETE', cut)).status).toBe(200);
    expect((await world.mayor.call('DELETE', cut)).body.code).toBe('commitments.dependency-not-found');
    expect((await world.shown(second.id)).main.state).toBe('not-started');
    await world.day('2026-03-10');
  });
});
