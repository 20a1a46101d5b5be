import { findOrganisationNames } from '#database/actors/organisation-views.ts';
import { findPlaces } from '#database/actors/place-views.ts';
import { findStructureNames } from '#database/diagnosis/need-views.ts';
import { removeSearchEntry, upsertSearchEntry } from '#database/operations/search-store.ts';
import type { PlanRow } from '#database/plans/plan-columns.ts';
import { insertPlanAct, updatePlanRow } from '#database/plans/plan-store.ts';
import { findPlan } from '#database/plans/plan-views.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { isReadAsItStands, standingAfter, type PlanAct } from '#domain/plans/plan-standing.ts';
import { permitEditPlan } from '#domain/plans/permissions.ts';
import { refuse } from '#domain/plans/refusals.ts';
import { fold } from '#domain/shared/fold.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';

type At = { readonly id: string; readonly version?: number };

/** Reads a plan for a deed, if nobody else has changed it since the version that was seen. */
export async function openPlan(tx: Transaction, at: At): Promise<PlanRow> {
  const plan = await findPlan(tx, at.id);
  if (!plan) throw refuse('plans.not-found');
  return plan;
}

/** @throws Refusal `shared.stale` */
export function refuseStale(plan: PlanRow, at: At): void {
  if (at.version !== undefined && at.version !== plan.version) throw stalePlan(plan);
}

/** Somebody else was faster: what stands now is shown beside what was written. */
export function stalePlan(plan: PlanRow) {
  const { title, summary, periodFrom, periodTo, standing, version } = plan;
  return refuseShared('shared.stale', {
    current: { title, summary, periodFrom, periodTo, standing, version },
  });
}

/** Reads a plan to write on it: its writers may, while it is a draft, was returned or is being amended. */
export async function openToWrite(tx: Transaction, context: Context, at: At): Promise<PlanRow> {
  const plan = await openPlan(tx, at);
  permitEditPlan(context.actor, plan);
  refuseStale(plan, at);
  standingAfter(plan.standing, 'corrected');
  return plan;
}

export type Done = {
  readonly operation: string;
  readonly act: PlanAct;
  readonly on?: string;
  readonly reason?: string | null;
  readonly details?: object;
  readonly change?: Parameters<typeof updatePlanRow>[2];
};

/** Acts that everyone reads; the others are between whoever writes a plan and whoever reviews it. */
const publicActs: readonly PlanAct[] = ['approved', 'progressed', 'ended', 'annulled'];

/** Saves a change where the version is still the one that was seen, keeps the act, and writes both down. */
export async function changePlan(
  tx: Transaction,
  context: Context,
  before: PlanRow,
  done: Done,
): Promise<{ id: string; version: number }> {
  const standing = standingAfter(before.standing, done.act);
  const on = done.on ?? (await todayOf(tx, context, before.territoryId));
  const stands =
    done.act === 'corrected' ? {} : { standing, standing_reason: done.reason ?? null, standing_on: on };
  if (!(await updatePlanRow(tx, before, { ...stands, ...done.change }))) throw stalePlan(before);
  const after = await openPlan(tx, { id: before.id });
  await keepPlanAct(tx, context, after, { ...done, on });
  await makePlanFindable(tx, after);
  await recordPlan(tx, context, done.operation, { before, after });
  return { id: after.id, version: after.version };
}

export async function keepPlanAct(
  tx: Transaction,
  context: Context,
  plan: PlanRow,
  done: Done & { readonly on: string },
): Promise<void> {
  await insertPlanAct(tx, {
    id: newId(),
    plan_id: plan.id,
    territory_id: plan.territoryId,
    act: done.act,
    on_date: done.on,
    reason: done.reason ?? null,
    details: JSON.stringify(done.details ?? {}),
    account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
    is_draft: !publicActs.includes(done.act) || plan.edition === 0,
    done_at: context.now,
  });
}

/** A plan is found once everyone may read it: by its title, whose it is, and where. */
export async function makePlanFindable(tx: Transaction, plan: PlanRow): Promise<void> {
  if (plan.standing === 'annulled') return removeSearchEntry(tx, 'plan', plan.id);
  // While an amendment is written, it is found by what was approved.
  if (!isReadAsItStands(plan.standing)) return;
  await upsertSearchEntry(tx, {
    kind: 'plan',
    id: plan.id,
    country: plan.country,
    territoryId: plan.territoryId,
    organisationId: plan.organisationId,
    title: plan.title,
    folded: await foldedOf(tx, plan),
    visibility: 'public',
  });
}

/** What a list of plans is searched by. */
export async function foldedOf(
  tx: Transaction,
  plan: Pick<PlanRow, 'title' | 'territoryId' | 'organisationId' | 'structureId'>,
): Promise<string> {
  const [organisations, structures, places] = await Promise.all([
    findOrganisationNames(tx, [plan.organisationId]),
    findStructureNames(tx, [plan.structureId]),
    findPlaces(tx, [plan.territoryId]),
  ]);
  const owner = [...organisations.values(), ...structures.values()].map(({ name }) => name);
  return fold([plan.title, ...owner, places.get(plan.territoryId)?.name ?? ''].join(' '));
}

/** Asks before a reason with somebody's data in it is kept. */
export function readReason(body: { readonly reason: string; readonly confirmText: boolean }): string {
  refusePersonalText({ reason: body.reason }, body.confirmText);
  return body.reason;
}

const audited = (plan: PlanRow) => ({
  title: plan.title,
  summary: plan.summary,
  periodFrom: plan.periodFrom,
  periodTo: plan.periodTo,
  strategyId: plan.strategyId,
  standing: plan.standing,
  standingReason: plan.standingReason,
  standingOn: plan.standingOn,
  edition: plan.edition,
});

/** Writes a deed done to a plan down. */
export async function recordPlan(
  tx: Transaction,
  context: Context,
  operation: string,
  rows: { readonly before: PlanRow | null; readonly after: PlanRow | null },
): Promise<void> {
  const plan = rows.after ?? rows.before;
  if (!plan) return;
  await record(tx, context, {
    operation,
    subjectKind: 'plan',
    subjectId: plan.id,
    territoryId: plan.territoryId,
    organisationId: plan.organisationId,
    before: rows.before && audited(rows.before),
    after: rows.after && audited(rows.after),
    freeText: ['title', 'summary', 'standingReason'],
  });
}

/** Writes down what was done to a part of a plan: a programme, an action, a remark. */
export async function recordPart(
  tx: Transaction,
  context: Context,
  plan: PlanRow,
  deed: {
    readonly operation: string;
    readonly kind: 'plan-programme' | 'plan-action' | 'plan-remark';
    readonly id: string;
    readonly before: Readonly<Record<string, unknown>> | null;
    readonly after: Readonly<Record<string, unknown>> | null;
    readonly freeText?: readonly string[];
  },
): Promise<void> {
  await record(tx, context, {
    operation: deed.operation,
    subjectKind: deed.kind,
    subjectId: deed.id,
    territoryId: plan.territoryId,
    organisationId: plan.organisationId,
    before: deed.before,
    after: deed.after,
    freeText: deed.freeText ?? [],
  });
}
