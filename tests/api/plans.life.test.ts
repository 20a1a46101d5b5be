import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standingOf, type PlanAct } from '#domain/plans/plan-standing.ts';
import { makePlansWorld, type PlansWorld } from './plans.world.ts';

let w: PlansWorld;
beforeAll(async () => {
  w = await makePlansWorld();
});
afterAll(() => w.world.stop());

// submitPlan is 'submission', returnPlan 'return', approvePlan 'approval', amendPlan 'amendment', endPlan 'ending';
// answerPlanRemark is 'answer', settlePlanRemark 'settlement', abandonPlanAmendment 'amendment-abandonment', setPlanActionProgress 'progress'.
const read = async (id: string, call = w.world.visitor) => call('GET', `/api/plans/${id}`);

describe('a plan', () => {
  it('is begun by whoever its organisation or committee is, or coordinates there, and by nobody else', async () => {
    const made = await w.municipal.call('POST', '/api/plans', {
      body: { ...w.head, organisationId: w.municipality },
    });
    expect([made.status, made.body]).toMatchObject([201, { version: 1 }]);
    const committee = { ...w.head, structureId: w.structureId };
    expect((await w.secretary.call('POST', '/api/plans', { body: committee })).status).toBe(201);
    const ministry = { ...w.head, organisationId: w.ministry, territory: 'XA-0101' };
    expect((await w.focalPoint.call('POST', '/api/plans', { body: ministry })).status).toBe(201);
    const municipal = { ...w.head, organisationId: w.municipality };
    for (const who of [w.neighbour, w.secretary, w.focalPoint, w.auditor])
      expect((await who.call('POST', '/api/plans', { body: municipal })).status).toBe(403);
    expect((await w.world.visitor('POST', '/api/plans', { body: municipal })).status).toBe(401);
    const both = { ...municipal, structureId: w.structureId };
    expect((await w.municipal.call('POST', '/api/plans', { body: both })).body).toMatchObject({
      code: 'plans.owner-not-found',
      field: 'owner',
    });
    const elsewhere = { ...municipal, territory: 'XA-0201' };
    expect((await w.municipal.call('POST', '/api/plans', { body: elsewhere })).body.code).toBe(
      'plans.owner-not-found',
    );
    const backwards = { ...municipal, periodTo: '2025-01-01' };
    expect((await w.municipal.call('POST', '/api/plans', { body: backwards })).body.problems).toMatchObject([
      { field: 'periodTo' },
    ]);
  });

  it('is a draft that others neither see nor change', async () => {
    const { id } = await w.plan();
    const action = await w.action(id);
    for (const call of [w.world.visitor, w.neighbour.call, w.focalPoint.call, w.secretary.call]) {
      expect((await read(id, call)).status).toBe(404);
      expect((await call('GET', `/api/plan-actions/${action}`)).status).toBe(404);
      expect((await call('GET', '/api/plans?standing=draft&owner=' + w.municipality)).body.items).toEqual([]);
      expect((await call('GET', `/api/plan-actions?plan=${id}`)).body.items).toEqual([]);
    }
    expect((await read(id, w.auditor.call)).status).toBe(200);
    expect((await w.neighbour.call('DELETE', `/api/plans/${id}`, { version: 1 })).status).toBe(404);
    expect((await w.auditor.call('DELETE', `/api/plans/${id}`, { version: 1 })).status).toBe(403);
    const put = await w.auditor.call('PUT', `/api/plan-actions/${action}`, { version: 2, body: w.whole() });
    expect(put.status).toBe(403);
    expect((await w.municipal.call('DELETE', `/api/plans/${id}`, { version: 1 })).status).toBe(200);
    expect((await read(id, w.municipal.call)).status).toBe(404);
  });

  it('says all that it lacks, each with its action and field, and is not sent before', async () => {
    const { id } = await w.plan();
    expect((await w.act(w.municipal, id, 'submission')).body.problems).toMatchObject([
      { code: 'plans.no-actions' },
    ]);
    const body = { title: 'Talleres en colegios' };
    await w.municipal.call('POST', `/api/plans/${id}/actions`, { body });
    const refused = await w.act(w.municipal, id, 'submission');
    expect(refused).toMatchObject({ status: 422, body: { code: 'plans.not-ready' } });
    const fields = refused.body.problems.map((one: { field: string }) => one.field);
    expect(fields).toEqual([
      'places',
      'periodFrom',
      'periodTo',
      'needId',
      'lines',
      'responsible',
      'harm-stigma',
      'harm-exposure',
      'harm-displacement',
      'harm-net-widening',
    ]);
    expect(refused.body.problems[0].message).toContain('Talleres en colegios');
    const { lacks } = (await read(id, w.municipal.call)).body;
    expect(lacks.map((one: { field: string }) => one.field)).toEqual(fields);
  });

  it('goes through review, mending, approval, amendment and a second edition; strangers read only what was approved', async () => {
    const { id } = await w.plan();
    const action = await w.action(id);
    expect((await w.act(w.neighbour, id, 'submission')).status).toBe(404);
    expect((await w.act(w.municipal, id, 'submission')).status).toBe(200);
    // What was sent is not written on.
    const late = await w.municipal.call('PUT', `/api/plan-actions/${action}`, {
      version: 2,
      body: w.whole(),
    });
    expect(late.body.code).toBe('plans.not-as-it-stands');

    const remark = { actionId: action, field: 'budget', body: 'Falta el aporte de la comunidad' };
    expect((await w.municipal.call('POST', `/api/plans/${id}/remarks`, { body: remark })).status).toBe(403);
    const remarked = await w.national.call('POST', `/api/plans/${id}/remarks`, { body: remark });
    expect(remarked.status).toBe(201);
    expect((await w.act(w.national, id, 'approval', w.approval)).body.code).toBe('plans.open-remarks');
    expect((await w.act(w.municipal, id, 'return', { reason: 'No' })).status).toBe(422);
    expect((await w.act(w.municipal, id, 'return', { reason: 'Otra vez' })).status).toBe(403);
    expect((await w.act(w.national, id, 'return', { reason: 'Vea la observación' })).status).toBe(200);
    expect((await read(id, w.municipal.call)).body).toMatchObject({
      standing: 'returned',
      remarks: [{ action: { id: action }, field: 'budget', standing: 'open' }],
    });

    const extra = { year: 2026, sourceKind: 'community', kind: 'in-kind', currency: 'XTS', amount: 500 };
    const budget = [...w.whole().budget, extra];
    const mended = w.whole({ budget, budgetTotal: 3500.3 });
    await w.municipal.call('PUT', `/api/plan-actions/${action}`, { version: 2, body: mended });
    const answer = `/api/plan-remarks/${remarked.body.id}/answer`;
    const said = { version: 1, body: { answer: 'Se agregó' } };
    expect((await w.municipal.call('POST', answer, said)).status).toBe(200);
    expect((await w.act(w.municipal, id, 'submission')).status).toBe(200);
    const settle = `/api/plan-remarks/${remarked.body.id}/settlement`;
    expect((await w.national.call('POST', settle, { version: 2 })).status).toBe(200);
    const toCome = { ...w.approval, on: '2999-01-01' };
    expect((await w.act(w.national, id, 'approval', toCome)).body.problems[0].field).toBe('on');
    expect((await w.act(w.national, id, 'approval', w.approval)).status).toBe(200);
    const approved = (await read(id)).body;
    expect(approved).toMatchObject({
      standing: 'approved',
      edition: 1,
      lacks: null,
      remarks: null,
      actions: [{ title: 'Canchas abiertas por la tarde', budgetTotal: 3500.3 }],
      currencies: [{ currency: 'XTS', cash: 3000.3, inKind: 500 }],
      acts: [{ act: 'approved', reason: 'Dirección nacional: Resolución 4' }],
    });
    const search = await w.world.visitor('GET', '/api/search?text=plan%20local%20alcaldia');
    expect(search.body.items).toContainEqual(expect.objectContaining({ kind: 'plan', id }));

    expect((await w.act(w.neighbour, id, 'amendment', { reason: 'Otra cosa' })).status).toBe(403);
    expect((await w.act(w.municipal, id, 'amendment', { reason: 'Entra un socio' })).status).toBe(200);
    expect((await w.act(w.municipal, id, 'submission')).body.code).toBe('plans.nothing-amended');
    const secret = w.whole({ title: 'Canchas y clubes de tarea', budget, budgetTotal: 3500.3 });
    await w.municipal.call('PUT', `/api/plan-actions/${action}`, { version: 3, body: secret });
    await w.action(id, { title: 'Acción que se está escribiendo' });
    for (const call of [w.world.visitor, w.neighbour.call]) {
      const seen = await read(id, call);
      expect(seen.body).toMatchObject({ standing: 'approved', isLastEdition: true });
      expect(seen.text).not.toMatch(/clubes|escribiendo/);
      const one = await call('GET', `/api/plan-actions/${action}`);
      expect(one.body.action.title).toBe('Canchas abiertas por la tarde');
      const picked = await call('GET', `/api/plan-actions?plan=${id}&text=canchas`);
      expect(picked.body.items).toMatchObject([{ id: action, title: 'Canchas abiertas por la tarde' }]);
      expect((await call('GET', `/api/plans/${id}/difference?from=1`)).text).not.toMatch(
        /clubes|escribiendo/,
      );
      expect((await call('GET', `/api/plans/export?format=csv`)).text).not.toMatch(/clubes|escribiendo/);
    }
    expect((await w.act(w.municipal, id, 'submission')).status).toBe(200);
    expect((await w.act(w.national, id, 'approval', w.approval)).status).toBe(200);
    expect((await read(id)).body).toMatchObject({ edition: 2, standing: 'approved' });
    const { body: difference } = await w.world.visitor('GET', `/api/plans/${id}/difference?from=1&to=2`);
    expect(difference).toMatchObject({
      head: [],
      actions: {
        added: [{ title: 'Acción que se está escribiendo' }],
        removed: [],
        changed: [{ id: action, fields: [{ field: 'title', from: 'Canchas abiertas por la tarde' }] }],
      },
    });
    expect((await read(id + '?edition=1')).body.actions).toHaveLength(1);
    expect((await read(id + '?edition=9')).body.code).toBe('plans.edition-not-found');

    const { version } = (await read(id, w.municipal.call)).body;
    const deletion = await w.municipal.call('DELETE', `/api/plans/${id}`, { version });
    expect(deletion.body.code).toBe('plans.not-as-it-stands');
    expect((await w.act(w.municipal, id, 'annulment', { reason: 'Se duplicó' })).status).toBe(200);
    expect((await read(id)).body).toMatchObject({ standing: 'annulled', standingReason: 'Se duplicó' });
    const { acts, standing } = (await read(id, w.municipal.call)).body;
    expect(standingOf(acts.map((one: { act: PlanAct }) => one.act).toReversed())).toBe(standing);
    const trail = await w.national.call('GET', `/api/history/plan/${id}`);
    expect(trail.body.items[0].operation).toBe('annulPlan');
  });

  it('says again what its last edition says when its amendment is given up', async () => {
    const { id } = await w.plan();
    const kept = await w.action(id);
    const removed = await w.action(id, { title: 'Taller de oficios' });
    const programme = { title: 'Espacios', objective: 'Que se usen' };
    const { id: programmeId } = (
      await w.municipal.call('POST', `/api/plans/${id}/programmes`, { body: programme })
    ).body;
    await w.municipal.call('PUT', `/api/plan-actions/${kept}`, {
      version: 2,
      body: w.whole({ programmeId }),
    });
    await w.act(w.municipal, id, 'submission');
    expect((await w.act(w.national, id, 'approval', w.approval)).status).toBe(200);
    const before = (await read(id)).body;
    const reason = { reason: 'Ya no hace falta' };
    expect((await w.act(w.municipal, id, 'amendment-abandonment', reason)).body.code).toBe(
      'plans.not-as-it-stands',
    );
    await w.act(w.municipal, id, 'amendment', { reason: 'Cambió el presupuesto' });
    const added = await w.action(id, { title: 'Otra cosa' });
    const other = { ...w.whole(), title: 'Canchas cerradas', partners: [{ organisationId: w.ministry }] };
    await w.municipal.call('PUT', `/api/plan-actions/${kept}`, { version: 3, body: other });
    await w.municipal.call('DELETE', `/api/plan-actions/${removed}`, { version: 2 });
    await w.municipal.call('DELETE', `/api/plan-programmes/${programmeId}`, { version: 1 });
    const { version } = (await read(id, w.municipal.call)).body;
    const head = { ...w.head, title: 'Otro título' };
    await w.municipal.call('PUT', `/api/plans/${id}`, { version, body: head });
    for (const who of [w.neighbour, w.auditor, w.national])
      expect((await w.act(who, id, 'amendment-abandonment', reason)).status, 'not theirs').toBe(
        who === w.national ? 200 : 403,
      );
    const after = (await read(id)).body;
    const told = ({
      title,
      summary,
      strategy,
      programmes,
      actions,
      standing,
      standingOn,
      edition,
    }: typeof after) => ({
      title,
      summary,
      strategy,
      programmes,
      actions,
      standing,
      standingOn,
      edition,
    });
    const byId = (one: { id: string }, two: { id: string }) => (one.id < two.id ? -1 : 1);
    expect({ ...told(after), actions: after.actions.toSorted(byId) }).toEqual({
      ...told(before),
      actions: before.actions.toSorted(byId),
    });
    expect((await w.world.visitor('GET', `/api/plan-actions/${added}`)).status).toBe(404);
    expect((await read(id, w.national.call)).body.acts[0]).toMatchObject({
      act: 'amendment-abandoned',
      reason: 'Ya no hace falta',
    });
    expect((await w.act(w.municipal, id, 'amendment', { reason: 'Otra vez' })).status).toBe(200);
  });

  it('says how far each of its actions has got once it is approved; what is dropped says why', async () => {
    const { id } = await w.plan();
    const action = await w.action(id);
    const say = (version: number, body: object, who = w.municipal) =>
      who.call('POST', `/api/plan-actions/${action}/progress`, { version, body });
    expect((await say(2, { standing: 'done' })).body.code).toBe('plans.not-as-it-stands');
    await w.act(w.municipal, id, 'submission');
    await w.act(w.national, id, 'approval', w.approval);
    for (const who of [w.neighbour, w.auditor])
      expect((await say(2, { standing: 'done' }, who)).status).toBe(403);
    expect((await say(2, { standing: 'planned' })).body.code).toBe('plans.same-progress');
    expect((await say(2, { standing: 'dropped' })).body.problems).toMatchObject([{ field: 'reason' }]);
    expect((await say(1, { standing: 'in-progress' })).status).toBe(412);
    expect((await say(2, { standing: 'in-progress' })).status).toBe(200);
    expect((await say(3, { standing: 'dropped', reason: 'No hubo fondos' })).status).toBe(200);
    const shown = (await read(id)).body;
    expect(shown.actions[0].progress).toEqual({
      standing: 'dropped',
      reason: 'No hubo fondos',
      on: '2026-03-10',
    });
    expect(shown.acts[0]).toMatchObject({ act: 'progressed', action: { id: action, standing: 'dropped' } });
    expect((await w.world.visitor('GET', `/api/plan-actions/${action}`)).body).toMatchObject({
      progress: { standing: 'dropped' },
      mayProgress: false,
    });
    const file = await w.world.visitor('GET', `/api/plans/export?format=csv&owner=${w.municipality}`);
    expect(file.text).toContain('No hubo fondos');
    // An amendment says what will be; how far things have got is said meanwhile, of what was approved.
    await w.act(w.municipal, id, 'amendment', { reason: 'Más tiempo' });
    const added = await w.action(id, { title: 'Otra cosa' });
    expect((await say(4, { standing: 'in-progress' })).status).toBe(200);
    const early = await w.municipal.call('POST', `/api/plan-actions/${added}/progress`, {
      version: 2,
      body: { standing: 'done' },
    });
    expect(early.body.code).toBe('plans.not-in-edition');
  });

  it('is never decided on by the account that sent it', async () => {
    const { id } = await w.plan(w.national);
    await w.action(id, {}, w.national);
    expect((await w.act(w.national, id, 'submission')).status).toBe(200);
    const refused = [
      await w.act(w.national, id, 'approval', w.approval),
      await w.act(w.national, id, 'return', { reason: 'Lo pienso mejor' }),
      await w.national.call('POST', `/api/plans/${id}/remarks`, { body: { body: 'Muy bien' } }),
    ];
    expect(refused.map(({ body }) => body.code)).toEqual(Array(3).fill('plans.own-submission'));
    expect((await w.act(w.second, id, 'approval', w.approval)).status).toBe(200);
    expect((await w.act(w.municipal, id, 'ending', { reason: 'Se cumplió' })).status).toBe(200);
    expect((await read(id)).body).toMatchObject({ standing: 'ended', possible: [] });
  });

  it('is written at the version that was seen', async () => {
    const { id } = await w.plan();
    const body = { ...w.head, title: 'Plan local de convivencia' };
    const put = (version: number) => w.municipal.call('PUT', `/api/plans/${id}`, { version, body });
    expect((await put(1)).body).toEqual({ id, version: 2 });
    expect((await put(1)).status).toBe(412);
    const list = await w.municipal.call('GET', '/api/plans?territory=XA-0101&text=convivencia&limit=1');
    expect(list.body).toMatchObject({ count: 1, items: [{ id, kind: 'institutional' }] });
  });
});
