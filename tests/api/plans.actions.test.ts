import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlansWorld, type PlansWorld } from './plans.world.ts';

let w: PlansWorld;
let planId: string;
beforeAll(async () => {
  w = await makePlansWorld();
  planId = (await w.plan()).id;
});
afterAll(() => w.world.stop());

const add = async (): Promise<string> =>
  (await w.municipal.call('POST', `/api/plans/${planId}/actions`, { body: { title: 'Una acción' } })).body.id;
const put = async (body: object, version = 1) =>
  w.municipal.call('PUT', `/api/plan-actions/${await add()}`, { version, body: w.whole(body) });
const faults = (answer: { body: { problems?: { field: string }[] } }) =>
  answer.body.problems?.map((one) => one.field);

describe('an action', () => {
  it('is kept half written, and refused where it contradicts itself', async () => {
    const half = await w.municipal.call('PUT', `/api/plan-actions/${await add()}`, {
      version: 1,
      body: { title: 'Solo un título' },
    });
    expect(half.body.version).toBe(2);
    expect(faults(await put({ budgetTotal: 3000 }))).toEqual(['budgetTotal']);
    expect(faults(await put({ periodFrom: '2025-12-31', periodTo: '2027-01-01' }))).toEqual([
      'periodFrom',
      'periodTo',
    ]);
    expect(faults(await put({ periodFrom: '2026-05-01', periodTo: '2026-04-01' }))).toEqual(['periodTo']);
    expect(faults(await put({ targetWomen: 301, targetYouth: 300, targetIndigenous: 999 }))).toEqual([
      'targetWomen',
      'targetIndigenous',
    ]);
    expect(faults(await put({ targetSize: null }))).toEqual(['targetSize']);
    const year = [{ year: 2030, sourceKind: 'own', currency: 'XTS', amount: 3000.3 }];
    expect(faults(await put({ budget: year }))).toEqual(['budget.0.year']);
    expect(faults(await put({ places: ['XA-0201'] }))).toEqual(['places']);
    expect((await put({ places: ['XA-9999'] })).body.code).toBe('actors.territory-not-found');
    const unknown = '00000000-0000-7000-8000-000000000001';
    expect((await put({ responsibleOrganisationId: unknown })).body.field).toBe('responsible');
    expect((await put({ lineIds: [unknown], noLineReason: null })).body.field).toBe('lines');
    expect((await put({ programmeId: unknown })).body.code).toBe('plans.programme-not-found');
    expect((await put({ description: 'Llame al 6123-4567' })).body.code).toBe('actors.personal-in-text');
    expect((await put({}, 7)).status).toBe(412);
  });

  it('answers a current need of its own territory', async () => {
    const here = await w.need('Riñas a la salida de los colegios');
    const there = await w.need(
      'Robos en la terminal',
      { territory: 'XA-0201', structureId: null, office: 'Alcaldía' },
      w.neighbour,
    );
    expect((await put({ needId: here, noNeedReason: null })).status).toBe(200);
    expect((await put({ needId: here })).body.problems).toMatchObject([{ field: 'noNeedReason' }]);
    expect((await put({ needId: there, noNeedReason: null })).body.problems).toMatchObject([
      { code: 'plans.need-elsewhere' },
    ]);
  });

  it('never uses mediation where there is violence at home or by a partner', async () => {
    for (const violence of ['domestic', 'gender-based']) {
      const refused = await put({ usesMediation: true, violence });
      expect(refused).toMatchObject({ status: 422, body: { code: 'plans.mediation-refused' } });
    }
    expect((await put({ usesMediation: true, violence: 'coexistence' })).status).toBe(200);
  });

  it('stands in a programme, and stays when the programme goes', async () => {
    const programme = { title: 'Juventud', objective: 'Que haya donde estar' };
    const made = await w.municipal.call('POST', `/api/plans/${planId}/programmes`, { body: programme });
    const { id } = made.body;
    const renamed = { version: 1, body: { ...programme, title: 'Juventud y deporte' } };
    expect((await w.municipal.call('PUT', `/api/plan-programmes/${id}`, renamed)).body.version).toBe(2);
    const action = await w.action(planId, { programmeId: id });
    const shown = await w.municipal.call('GET', `/api/plan-actions/${action}`);
    expect(shown.body).toMatchObject({
      programme: { title: 'Juventud y deporte' },
      plan: { currency: 'XTS' },
    });
    expect(shown.body.choices.places.map((one: { reference: string }) => one.reference)).toEqual(['XA-0101']);
    expect((await w.neighbour.call('DELETE', `/api/plan-programmes/${id}`, { version: 2 })).status).toBe(404);
    expect((await w.municipal.call('DELETE', `/api/plan-programmes/${id}`, { version: 2 })).status).toBe(200);
    expect((await w.municipal.call('GET', `/api/plan-actions/${action}`)).body.programme).toBe(null);
    expect((await w.municipal.call('DELETE', `/api/plan-actions/${action}`, { version: 2 })).status).toBe(
      200,
    );
  });

  it('is copied from a plan that one may read; need, places, money and the harm check are asked again', async () => {
    const origin = (await w.plan(w.municipal, { title: 'Plan del año pasado' })).id;
    const action = await w.action(origin, { outputs: [{ title: 'Tardes abiertas', quantity: 40 }] });
    const own = (await w.plan()).id;
    const body = { fromPlanId: origin, actionIds: [action] };
    const copied = await w.municipal.call('POST', `/api/plans/${own}/copies`, { body });
    expect([copied.status, copied.body]).toEqual([201, { copied: 1 }]);
    const plan = (await w.municipal.call('GET', `/api/plans/${own}`)).body;
    expect(plan).toMatchObject({
      copiedFrom: { id: origin },
      actions: [{ places: [], need: null, budget: [], harm: null, outputs: [{ quantity: 40 }] }],
    });
    const one = await w.municipal.call('GET', `/api/plan-actions/${plan.actions[0].id}`);
    expect(one.body.copiedFrom).toMatchObject({ id: action, plan: { id: origin } });
    const self = { body: { fromPlanId: own, actionIds: [plan.actions[0].id] } };
    expect((await w.municipal.call('POST', `/api/plans/${own}/copies`, self)).body.code).toBe(
      'plans.copy-self',
    );
    // A draft of somebody else's is no source.
    const theirs = (await w.plan(w.focalPoint, { organisationId: w.ministry })).id;
    const unseen = { body: { fromPlanId: theirs, actionIds: [action] } };
    expect((await w.municipal.call('POST', `/api/plans/${own}/copies`, unseen)).status).toBe(404);
  });
});

describe('what stands alone', () => {
  it('is told in both directions, with the arithmetic of both shares', async () => {
    const answered = await w.need('Consumo de alcohol en parques');
    const alone = await w.need('Violencia en el hogar que no se denuncia');
    const { id } = await w.plan();
    await w.action(id, { needId: answered, noNeedReason: null, title: 'Parques vivos' });
    await w.action(id, { title: 'Sin necesidad' });
    const before = await w.world.visitor('GET', '/api/plan-orphans?territory=XA-0101');
    expect(before.body.alignment.actions).toEqual({ numerator: 0, denominator: 0, share: null });
    await w.act(w.municipal, id, 'submission');
    expect((await w.act(w.national, id, 'approval', w.approval)).status).toBe(200);
    const { body } = await w.world.visitor('GET', '/api/plan-orphans?territory=XA-0101');
    expect(body.actionsWithoutNeed).toMatchObject([{ title: 'Sin necesidad', plan: { id } }]);
    expect(body.needsWithoutAction.map((one: { id: string }) => one.id)).toContain(alone);
    expect(body.needsWithoutAction.map((one: { id: string }) => one.id)).not.toContain(answered);
    expect(body.alignment).toMatchObject({
      actions: { numerator: 0, denominator: 2, share: 0 },
      budget: [{ currency: 'XTS', numerator: 0, denominator: 6000.6 }],
      lines: null,
    });
    expect(body.needResponse).toMatchObject({ numerator: 1 });
    const country = await w.world.visitor('GET', '/api/plan-orphans?territory=XA');
    expect(country.body.alignment.lines).toEqual({ numerator: 0, denominator: 0, share: null });
    const picked = await w.world.visitor(
      'GET',
      `/api/plan-actions?territory=XA-01&need=${answered}&text=PARQUES`,
    );
    expect(picked.body.items).toMatchObject([
      { title: 'Parques vivos', territory: { reference: 'XA-0101' } },
    ]);
  });
});

describe('what a plan names', () => {
  it('holds back a need and an organisation from being deleted, and moves with needs that are merged', async () => {
    const kept = await w.need('Peleas de perros en el barrio');
    const absorbed = await w.need('Apuestas con perros');
    const action = await w.action(planId, { needId: absorbed, noNeedReason: null });
    const version = (await w.municipal.call('GET', `/api/needs/${absorbed}`)).body.version;
    const deletion = await w.municipal.call('DELETE', `/api/needs/${absorbed}`, { version });
    expect(deletion.body.code).toBe('diagnosis.has-consequences');
    // Whoever merges need not see the plans that name what is merged.
    const body = { keptId: kept, absorbedId: absorbed };
    const merge = await w.secretary.call('POST', '/api/need-merges', { body });
    const need = async () =>
      (await w.municipal.call('GET', `/api/plan-actions/${action}`)).body.action.need.id;
    expect(await need()).toBe(kept);
    expect((await w.secretary.call('POST', `/api/need-merges/${merge.body.id}/undoing`)).status).toBe(200);
    expect(await need()).toBe(absorbed);
    const { body: owner } = await w.municipal.call('GET', `/api/organisations/${w.municipality}`);
    expect(owner.dependents.plans).toBeGreaterThan(0);
  });

  it('moves with organisations that are merged, and back', async () => {
    const twin = await w.world.organisation('Alcaldia Santa Fe', '0101');
    const partner = await w.world.organisation('Asociación de barrio', '0101');
    const action = await w.action(planId, {
      responsibleOrganisationId: twin,
      partners: [{ organisationId: twin, contribution: 'Local' }, { organisationId: partner }],
    });
    const body = { kind: 'organisation', keptId: w.municipality, absorbedId: twin };
    const merge = await w.national.call('POST', '/api/merges', { body });
    expect(merge.status).toBe(201);
    const shown = async () => (await w.municipal.call('GET', `/api/plan-actions/${action}`)).body.action;
    expect(await shown()).toMatchObject({ responsibleOrganisation: { id: w.municipality } });
    expect(
      (await shown()).partners.map((one: { organisation: { id: string } }) => one.organisation.id),
    ).toContain(w.municipality);
    const undo = await w.national.call('POST', `/api/merges/${merge.body.id}/undoing`);
    expect(undo.status).toBe(200);
    expect(await shown()).toMatchObject({ responsibleOrganisation: { id: twin } });
  });
});
