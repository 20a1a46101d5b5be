import { insertAction, saveAction } from '#database/plans/action-store.ts';
import { loadContent } from '#database/plans/content-views.ts';
import { findThreads } from '#database/plans/orphan-views.ts';
import { insertPlan, insertPlanEdition, insertProgramme, updatePlanRow } from '#database/plans/plan-store.ts';
import { hasExamplePlans } from '#database/plans/plan-views.ts';
import { findStrategyOf } from '#database/plans/choice-views.ts';
import { sumOf } from '#domain/plans/budget.ts';
import type { WrittenAction } from '#domain/plans/action.ts';
import type { PlanAct } from '#domain/plans/plan-standing.ts';
import { readExamplePlans, type ExampleAction, type ExamplePlan } from '#formats/plans/read-example-plans.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { foldedOf, keepPlanAct, makePlanFindable, openPlan, recordPlan } from './plan-deed.ts';

type Names = {
  readonly country: string;
  readonly idOf: (kind: string, key: string) => string;
  readonly territoryOf: (code: string | null) => number;
  readonly organisationOf: (key: string | null) => string | null;
};

/** Registers the example's plans of a country, dated around this year, unless it was done before. */
export async function loadExamplePlans(
  tx: Transaction,
  context: Context,
  text: string,
  names: Names,
): Promise<void> {
  const plans = readExamplePlans(text);
  if (plans.length === 0 || (await hasExamplePlans(tx, names.country))) return;
  const today = await todayOf(tx, context, names.territoryOf(null));
  for (const plan of plans) await loadOne(tx, context, plan, { names, year: Number(today.slice(0, 4)) });
}

type At = { readonly names: Names; readonly year: number };

const actsOf = { draft: [], submitted: ['submitted'], approved: ['submitted', 'approved'] } as const;

async function loadOne(tx: Transaction, context: Context, plan: ExamplePlan, at: At): Promise<void> {
  const { names, year } = at;
  const id = names.idOf('plan', plan.key);
  const home = { id, territoryId: names.territoryOf(plan.territory) };
  const owner = {
    organisationId: names.organisationOf(plan.organisation),
    structureId: plan.structure && names.idOf('structure', plan.structure),
  };
  const from = `${year + plan.fromYear}-01-01`;
  const strategyId = plan.strategy && names.idOf('strategy', plan.strategy);
  const strategy = strategyId ? await findStrategyOf(tx, names.country, strategyId) : undefined;
  await insertPlan(tx, {
    id,
    country: names.country,
    territory_id: home.territoryId,
    organisation_id: owner.organisationId,
    structure_id: owner.structureId,
    kind: plan.structure === null ? 'municipal' : 'committee',
    title: plan.title,
    summary: plan.summary,
    folded: await foldedOf(tx, { ...home, ...owner, title: plan.title }),
    period_from: from,
    period_to: `${year + plan.toYear}-12-31`,
    strategy_id: strategy?.id ?? null,
    standing: plan.standing,
    standing_on: from,
    origin: 'pack',
    example: true,
  });
  for (const [position, programme] of plan.programmes.entries())
    await insertProgramme(tx, {
      id: names.idOf('plan-programme', programme.key),
      plan_id: id,
      territory_id: home.territoryId,
      title: programme.title,
      objective: programme.objective,
      position,
    });
  for (const [position, action] of plan.actions.entries())
    await loadAction(tx, action, { ...at, home, position, on: from });
  await loadActs(tx, context, plan, id, from);
}

/** What was done to it so far; an approved one has its edition. */
async function loadActs(
  tx: Transaction,
  context: Context,
  plan: ExamplePlan,
  id: string,
  on: string,
): Promise<void> {
  const operation = 'loadExample';
  const approval = [plan.approvingBody, plan.approvingAct].filter(Boolean).join(': ');
  const acts: readonly PlanAct[] = ['drafted', ...actsOf[plan.standing]];
  for (const act of acts) {
    const row = await openPlan(tx, { id });
    const isApproval = act === 'approved';
    const kept = isApproval ? { ...row, edition: 1 } : row;
    await keepPlanAct(tx, context, kept, { operation, act, on, reason: isApproval ? approval : null });
  }
  if (plan.standing === 'approved') {
    const row = await openPlan(tx, { id });
    await insertPlanEdition(tx, {
      id: newId(),
      plan_id: id,
      territory_id: row.territoryId,
      number: 1,
      content: JSON.stringify(await loadContent(tx, row)),
      approving_body: plan.approvingBody ?? '',
      approving_act: plan.approvingAct,
      approved_on: on,
    });
    await updatePlanRow(tx, row, { edition: 1 });
  }
  const after = await openPlan(tx, { id });
  await makePlanFindable(tx, after);
  await recordPlan(tx, context, operation, { before: null, after });
}

type Place = At & {
  readonly home: { readonly id: string; readonly territoryId: number };
  readonly position: number;
  readonly on: string;
};

async function loadAction(tx: Transaction, action: ExampleAction, place: Place): Promise<void> {
  const { names, home, position, on } = place;
  const id = names.idOf('plan-action', action.key);
  const at = { id, planId: home.id, territoryId: home.territoryId };
  await insertAction(tx, { ...at, title: action.title, programmeId: null, position, example: true });
  const wanted = action.lines.map((key) => names.idOf('strategy-thread', key));
  const lineIds = (await findThreads(tx, names.country, wanted)).map((thread) => thread.id);
  await saveAction(tx, { ...at, version: 1 }, writtenOf(action, lineIds, place), on, newId);
}

/** Said where the example has no strategy to follow. */
const noStrategy = 'Todavía no hay una estrategia registrada (ejemplo)';

function writtenOf(action: ExampleAction, lineIds: readonly string[], { names, year }: Place): WrittenAction {
  const { key: _key, programme, places, from, to, need, lines, budget, partners, ...said } = action;
  const { responsibleOrganisation, responsibleStructure, ...rest } = said;
  const dayOf = (day: ExampleAction['from']) => day && `${year + day[0]}-${day[1]}`;
  const currency = budget[0]?.currency ?? null;
  const own = budget.filter((line) => line.currency === currency).map((line) => line.amount);
  return {
    ...rest,
    programmeId: programme && names.idOf('plan-programme', programme),
    placeIds: places.map((code) => names.territoryOf(code)),
    periodFrom: dayOf(from),
    periodTo: dayOf(to),
    needId: need && names.idOf('need', need),
    lineIds,
    noLineReason: lines.length > 0 && lineIds.length === 0 ? noStrategy : said.noLineReason,
    responsibleOrganisationId: names.organisationOf(responsibleOrganisation),
    responsibleStructureId: responsibleStructure && names.idOf('structure', responsibleStructure),
    partners: partners.flatMap((partner) => {
      const organisationId = names.organisationOf(partner);
      return organisationId === null ? [] : [{ organisationId, contribution: null }];
    }),
    budget: budget.map((line) => ({ ...line, year: year + line.year, sourceOrganisationId: null })),
    budgetTotal: currency === null ? null : sumOf(own),
    budgetCurrency: currency,
  };
}
