import { sql } from 'kysely';
import { anyOf } from '#database/any-of.ts';
import type { Transaction } from '#database/connection.ts';
import type { ActionContent, PlanContent, ProgrammeContent } from '#domain/plans/plan-content.ts';
import type { Progress } from '#domain/plans/progress.ts';
import { referenceOf } from '#domain/territories/references.ts';
import type { PlanRow } from './plan-columns.ts';

/** What a plan says now, names beside ids: what its writers see, and what an approval keeps. */
export async function loadContent(tx: Transaction, plan: PlanRow): Promise<PlanContent> {
  return (await loadPlan(tx, plan)).content;
}

/** What a plan says now, and how far each of its actions has got. */
export type LoadedPlan = {
  readonly content: PlanContent;
  readonly progress: ReadonlyMap<string, Progress>;
};

export async function loadPlan(tx: Transaction, plan: PlanRow): Promise<LoadedPlan> {
  const loaded = (await loadPlans(tx, [plan])).get(plan.id);
  if (!loaded) throw new Error(`plan ${plan.id} was not loaded`);
  return loaded;
}

/** What several plans say now, in as many questions as one plan takes. */
export async function loadPlans(
  tx: Transaction,
  plans: readonly PlanRow[],
): Promise<Map<string, LoadedPlan>> {
  const planIds = plans.map(({ id }) => id);
  const strategyIds = [...new Set(plans.flatMap(({ strategyId }) => strategyId ?? []))];
  const [programmes, actions, strategies] = await Promise.all([
    tx
      .selectFrom('plan_programme')
      .select(['id', 'title', 'objective', 'plan_id'])
      .where('plan_id', '=', anyOf(planIds))
      .orderBy('position')
      .orderBy('id')
      .execute(),
    loadActions(tx, { planIds }),
    tx.selectFrom('strategy').select(['id', 'title']).where('id', '=', anyOf(strategyIds)).execute(),
  ]);
  const programmesOf = Map.groupBy(programmes, (row) => row.plan_id);
  const actionsOf = Map.groupBy(actions, (action) => action.planId);
  return new Map(
    plans.map((plan) => {
      const { id, title, summary, periodFrom, periodTo, strategyId } = plan;
      const own = actionsOf.get(id) ?? [];
      const content = {
        title,
        summary,
        periodFrom,
        periodTo,
        strategy: strategies.find((one) => one.id === strategyId) ?? null,
        programmes: (programmesOf.get(id) ?? []).map((one) => ({
          id: one.id,
          title: one.title,
          objective: one.objective,
        })),
        actions: own.map((action) => action.content),
      };
      const progress = new Map(own.map((action) => [action.content.id, action.progress]));
      return [id, { content, progress }];
    }),
  );
}

/** The programmes of a plan in their order, with their versions. */
export async function findProgrammes(
  tx: Transaction,
  planId: string,
): Promise<(ProgrammeContent & { version: number; position: number })[]> {
  return tx
    .selectFrom('plan_programme')
    .select(['id', 'title', 'objective', 'version', 'position'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export type LoadedAction = {
  readonly planId: string;
  readonly version: number;
  readonly copiedFromId: string | null;
  readonly example: boolean;
  readonly progress: Progress;
  readonly content: ActionContent;
};

type Place = { country: string; code: string; level: number; name: string };

// One statement for a plan's actions with all that belongs to them: a screen is one reading.
const actionSql = sql`
  select a.*, to_char(a.period_from, 'YYYY-MM-DD') as from_day, to_char(a.period_to, 'YYYY-MM-DD') as to_day,
    to_char(a.standing_on, 'YYYY-MM-DD') as standing_day,
    (select jsonb_build_object('id', n.id, 'problem', n.problem) from need n where n.id = a.need_id) as need,
    (select jsonb_build_object('id', o.id, 'name', o.name) from organisation o where o.id = a.responsible_organisation_id) as organisation,
    (select jsonb_build_object('id', s.id, 'name', s.name) from structure s where s.id = a.responsible_structure_id) as structure,
    (select coalesce(jsonb_agg(jsonb_build_object('country', t.country, 'code', t.code, 'level', t.level, 'name', t.name) order by t.id), '[]')
      from plan_action_place x join territory t on t.id = x.place_id where x.action_id = a.id) as places,
    (select coalesce(jsonb_agg(jsonb_build_object('id', x.thread_id, 'code', e.code, 'title', coalesce(e.title, '')) order by e.code, x.thread_id), '[]')
      from plan_action_line x left join lateral (select e.code, e.title from strategy_element e join strategy_version v on v.id = e.version_id
        where e.thread_id = x.thread_id and v.standing in ('approved', 'superseded') order by v.number desc limit 1) e on true
      where x.action_id = a.id) as lines,
    (select coalesce(jsonb_agg(jsonb_build_object('organisation', jsonb_build_object('id', o.id, 'name', o.name), 'contribution', x.contribution) order by o.name, o.id), '[]')
      from plan_action_partner x join organisation o on o.id = x.organisation_id where x.action_id = a.id) as partners,
    (select coalesce(jsonb_agg(jsonb_build_object('title', x.title, 'unit', x.unit, 'quantity', x.quantity) order by x.position, x.id), '[]')
      from plan_output x where x.action_id = a.id) as outputs,
    (select coalesce(jsonb_agg(jsonb_build_object('year', x.year, 'sourceKind', x.source_kind,
        'sourceOrganisation', case when o.id is null then null else jsonb_build_object('id', o.id, 'name', o.name) end,
        'sourceWords', x.source_words, 'kind', x.kind, 'currency', x.currency, 'amount', x.amount) order by x.position, x.id), '[]')
      from plan_budget x left join organisation o on o.id = x.source_organisation_id where x.action_id = a.id) as budget
  from plan_action a`;

type Raw = {
  id: string;
  plan_id: string;
  programme_id: string | null;
  title: string;
  description: string | null;
  from_day: string | null;
  to_day: string | null;
  no_need_reason: string | null;
  no_line_reason: string | null;
  violence: string | null;
  prevention_level: string | null;
  prevention_types: string[];
  inspire: string[];
  ecological_levels: string[];
  target_groups: string[];
  target_words: string | null;
  target_size: number | null;
  target_women: number | null;
  target_youth: number | null;
  target_indigenous: number | null;
  target_source: string | null;
  responsible_office: string | null;
  uses_mediation: boolean;
  budget_total: string | null;
  budget_currency: string | null;
  harm_check: unknown;
  poa_code: string | null;
  copied_from_id: string | null;
  example: boolean;
  version: number;
  standing: string;
  standing_reason: string | null;
  standing_day: string | null;
  need: ActionContent['need'];
  organisation: ActionContent['responsibleOrganisation'];
  structure: ActionContent['responsibleStructure'];
  places: Place[];
  lines: ActionContent['lines'];
  partners: ActionContent['partners'];
  outputs: ActionContent['outputs'];
  budget: ActionContent['budget'];
};

/** The actions of plans in their order, or one action. */
export async function loadActions(
  tx: Transaction,
  which:
    { readonly planId: string } | { readonly planIds: readonly string[] } | { readonly actionId: string },
): Promise<LoadedAction[]> {
  const where =
    'actionId' in which
      ? sql`a.id = ${which.actionId}::uuid`
      : sql`a.plan_id = ${anyOf('planId' in which ? [which.planId] : which.planIds)}`;
  const { rows } = await sql<Raw>`${actionSql} where ${where} order by a.plan_id, a.position, a.id`.execute(
    tx,
  );
  return rows.map((row) => ({
    planId: row.plan_id,
    version: row.version,
    copiedFromId: row.copied_from_id,
    example: row.example,
    progress: {
      standing: row.standing as Progress['standing'],
      reason: row.standing_reason,
      on: row.standing_day,
    },
    content: contentOf(row),
  }));
}

// The database checks the lists that it keeps; they get their types back here.
function contentOf(row: Raw): ActionContent {
  return {
    id: row.id,
    programmeId: row.programme_id,
    title: row.title,
    description: row.description,
    places: row.places.map(({ country, code, level, name }) => ({
      reference: referenceOf(country, level === 0 ? country : code),
      name,
    })),
    periodFrom: row.from_day,
    periodTo: row.to_day,
    need: row.need,
    noNeedReason: row.no_need_reason,
    lines: row.lines,
    noLineReason: row.no_line_reason,
    violence: row.violence as ActionContent['violence'],
    preventionLevel: row.prevention_level as ActionContent['preventionLevel'],
    preventionTypes: row.prevention_types as unknown as ActionContent['preventionTypes'],
    inspire: row.inspire as unknown as ActionContent['inspire'],
    ecologicalLevels: row.ecological_levels as unknown as ActionContent['ecologicalLevels'],
    targetGroups: row.target_groups as unknown as ActionContent['targetGroups'],
    targetWords: row.target_words,
    targetSize: row.target_size,
    targetWomen: row.target_women,
    targetYouth: row.target_youth,
    targetIndigenous: row.target_indigenous,
    targetSource: row.target_source,
    responsibleOrganisation: row.organisation,
    responsibleStructure: row.structure,
    responsibleOffice: row.responsible_office,
    partners: row.partners,
    outputs: row.outputs,
    budget: row.budget,
    budgetTotal: row.budget_total === null ? null : Number(row.budget_total),
    budgetCurrency: row.budget_currency,
    usesMediation: row.uses_mediation,
    harm: row.harm_check as ActionContent['harm'],
    poaCode: row.poa_code,
  };
}
