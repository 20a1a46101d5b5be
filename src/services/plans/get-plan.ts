import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findProgrammes, loadPlan, type LoadedPlan } from '#database/plans/content-views.ts';
import type { PlanRow } from '#database/plans/plan-columns.ts';
import {
  findEditionContent,
  findPlanActs,
  findPlanEditions,
  findPlanTitles,
  findRemarks,
} from '#database/plans/plan-views.ts';
import { budgetTotals, currencyTotals } from '#domain/plans/budget.ts';
import { mayEditPlan, mayReviewPlan, maySeeInWork } from '#domain/plans/permissions.ts';
import type { PlanContent } from '#domain/plans/plan-content.ts';
import { possibleActs, type PlanAct } from '#domain/plans/plan-standing.ts';
import { refuse } from '#domain/plans/refusals.ts';
import { lacksOf } from '#domain/plans/submission.ts';
import type { ActionStanding } from '#domain/plans/vocabulary.ts';
import type { Context, Transaction } from '../context.ts';
import { openPlan } from './plan-deed.ts';
import { asReadBy, lookUpForPlans, showLacks, showPlan, showRemark } from './show-plans.ts';

type Operation = typeof plansOperations.getPlan;

export async function getPlan(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await openPlan(tx, { id: input.planId });
    const read = await contentFor(tx, context, row, input.edition);
    const { plan, content } = read;
    const names = await lookUpForPlans(tx, context, [plan]);
    const lines = content.actions.flatMap((action) => action.budget);
    const isOwn = context.actor.kind === 'account' && context.actor.accountId === row.submittedBy;
    const inWork = maySeeInWork(context.actor, row);
    const copied = await findPlanTitles(tx, [row.copiedFromId]);
    return {
      ...showPlan(plan, names),
      summary: content.summary,
      strategy: content.strategy,
      standingReason: plan.standingReason,
      isLastEdition: read.isEdition,
      programmes: await showProgrammes(tx, row, read),
      actions: content.actions.map((action) => ({
        ...action,
        progress: read.progress.get(action.id) ?? null,
      })) as OutputOf<Operation>['actions'],
      totals: budgetTotals(lines),
      currencies: currencyTotals(lines),
      ...(await forItsWriters(tx, context, row, content)),
      ...(await historyOf(tx, row)),
      copiedFrom: copied.get(row.copiedFromId ?? '') ?? null,
      possible: inWork ? possibleActs(row.standing) : [],
      isOwnSubmission: isOwn,
      abilities: abilitiesOn(context, row),
      version: row.version,
    };
  });
}

/** The deeds that whoever asks may do to a plan. */
export function abilitiesOn(context: Context, plan: PlanRow): string[] {
  return [
    ...(mayEditPlan(context.actor, plan) ? ['edit-plan'] : []),
    ...(mayReviewPlan(context.actor, plan) ? ['review-plan'] : []),
  ];
}

type Read = LoadedPlan & { readonly plan: PlanRow; readonly isEdition: boolean };

// Of an edition nobody says how far its actions have got.
const unknown: LoadedPlan['progress'] = new Map();

async function contentFor(
  tx: Transaction,
  context: Context,
  row: PlanRow,
  edition: number | undefined,
): Promise<Read> {
  const { plan, edition: last } = await asReadBy(tx, context, row);
  if (edition !== undefined) {
    const content = await findEditionContent(tx, row.id, edition);
    if (!content) throw refuse('plans.edition-not-found');
    const { title, periodFrom, periodTo } = content;
    return { plan: { ...plan, title, periodFrom, periodTo }, content, progress: unknown, isEdition: true };
  }
  if (last) return { plan, content: last, progress: unknown, isEdition: true };
  return { plan, ...(await loadPlan(tx, row)), isEdition: false };
}

async function showProgrammes(tx: Transaction, row: PlanRow, { content, isEdition }: Read) {
  if (isEdition) return content.programmes.map((programme) => ({ ...programme, version: null }));
  const programmes = await findProgrammes(tx, row.id);
  return programmes.map(({ id, title, objective, version }) => ({ id, title, objective, version }));
}

async function forItsWriters(tx: Transaction, context: Context, row: PlanRow, content: PlanContent) {
  const takesPart = mayEditPlan(context.actor, row) || mayReviewPlan(context.actor, row);
  if (!takesPart) return { lacks: null, remarks: null };
  const titles = new Map(content.actions.map((action) => [action.id, action.title]));
  const remarks = await findRemarks(tx, row.id);
  return {
    lacks: showLacks(context, lacksOf(content)),
    remarks: remarks.map((remark) => showRemark(remark, titles)),
  };
}

async function historyOf(tx: Transaction, row: PlanRow) {
  const [editions, acts] = await Promise.all([findPlanEditions(tx, row.id), findPlanActs(tx, row.id)]);
  return {
    editions: editions.map((edition) => ({
      number: edition.number,
      approvingBody: edition.approving_body,
      approvingAct: edition.approving_act,
      approvedOn: edition.approved_on,
    })),
    acts: acts.map((act) => ({
      act: act.act as PlanAct,
      on: act.on_date,
      at: act.done_at.toISOString(),
      reason: act.reason,
      action: actionOf(act.details),
    })),
  };
}

/** The action that an act was about, as the act named it. */
function actionOf(details: unknown) {
  const { actionId, title, standing } = (details ?? {}) as Readonly<Record<string, unknown>>;
  return typeof actionId === 'string' && typeof title === 'string'
    ? { id: actionId, title, standing: standing as ActionStanding }
    : null;
}
