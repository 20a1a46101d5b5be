import { makeWorld, type Holder } from '../access-world.ts';

/** A municipality with its officer and committee, its neighbours, and a centre that reviews. */
export async function makePlansWorld() {
  const world = await makeWorld();
  const municipality = await world.organisation('Alcaldía de Santa Fe', '0101');
  const structureId = await world.structure('Comité local de Santa Fe', '0101');
  const ministry = await world.organisation('Ministerio de ejemplo', 'XA');
  const holder = world.holder.bind(world);
  const national = await holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  const second = await holder('nacional2', [{ role: 'national-coordinator', code: 'XA' }]);
  const municipal = await holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  const neighbour = await holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  const auditor = await holder('auditora', [{ role: 'auditor', code: 'XA' }]);
  const secretary = await holder('comite', [{ role: 'committee-secretary', code: '0101', structureId }]);
  const focalPoint = await holder('enlace', [
    { role: 'institutional-focal-point', code: 'XA', organisationId: ministry },
  ]);
  const needBody = {
    territory: 'XA-0101',
    groups: ['young-people'],
    violence: 'youth',
    sourceKind: 'meeting',
    sourceTitle: 'Acta 4 del comité local',
    prioritisedOn: '2026-03-02',
    structureId,
    priority: 'high',
    priorityReason: 'Cada semana hay heridos',
  };
  const need = async (problem: string, more: object = {}, who: Holder = municipal): Promise<string> =>
    (await who.call('POST', '/api/needs', { body: { ...needBody, problem, ...more } })).body.id;
  const plan = async (who: Holder = municipal, more: object = {}): Promise<{ id: string; version: number }> =>
    (await who.call('POST', '/api/plans', { body: { ...head, organisationId: municipality, ...more } })).body;
  const head = { title: 'Plan local de prevención', periodFrom: '2026-01-01', periodTo: '2026-12-31' };
  const harm = Object.fromEntries(
    ['stigma', 'exposure', 'displacement', 'net-widening'].map((one) => [one, { could: false }]),
  );
  /** All that an action has to say before its plan is submitted. */
  const whole = (more: object = {}) => ({
    title: 'Canchas abiertas por la tarde',
    places: ['XA-0101'],
    periodFrom: '2026-02-01',
    periodTo: '2026-11-30',
    noNeedReason: 'Continúa lo que ya funcionaba',
    noLineReason: 'Todavía no hay estrategia',
    responsibleOrganisationId: municipality,
    targetSize: 300,
    targetWomen: 120,
    budget: [
      { year: 2026, sourceKind: 'own', currency: 'XTS', amount: 1000.1 },
      { year: 2026, sourceKind: 'donor', currency: 'XTS', amount: 2000.2 },
    ],
    budgetTotal: 3000.3,
    budgetCurrency: 'XTS',
    harm,
    ...more,
  });
  const action = async (planId: string, more: object = {}, who: Holder = municipal): Promise<string> => {
    const title = 'Canchas abiertas por la tarde';
    const { id } = (await who.call('POST', `/api/plans/${planId}/actions`, { body: { title } })).body;
    await who.call('PUT', `/api/plan-actions/${id}`, { version: 1, body: whole(more) });
    return id;
  };
  // submitPlan is 'submission', returnPlan 'return', approvePlan 'approval', amendPlan 'amendment', endPlan 'ending', annulPlan 'annulment'.
  const act = async (who: Holder, planId: string, deed: string, body?: object, version?: number) => {
    const seen = await national.call('GET', `/api/plans/${planId}`);
    return who.call('POST', `/api/plans/${planId}/${deed}`, {
      version: version ?? seen.body.version,
      ...(body && { body }),
    });
  };
  const approval = { body: 'Dirección nacional', act: 'Resolución 4', on: '2026-03-05' };
  const people = { national, second, municipal, neighbour, auditor, secretary, focalPoint };
  return {
    world,
    municipality,
    structureId,
    ministry,
    ...people,
    need,
    plan,
    head,
    harm,
    whole,
    action,
    act,
    approval,
  };
}

export type PlansWorld = Awaited<ReturnType<typeof makePlansWorld>>;
