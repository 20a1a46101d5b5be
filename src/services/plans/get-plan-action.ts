import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import {
  findActorChoices,
  findCurrency,
  findNeedChoices,
  findPlaceChoices,
} from '#database/plans/choice-views.ts';
import { findProgrammes, loadActions, type LoadedAction } from '#database/plans/content-views.ts';
import { findStrategyLines } from '#database/plans/orphan-views.ts';
import type { PlanRow } from '#database/plans/plan-columns.ts';
import { findActionInEditions, findEditionContent, findRemarks } from '#database/plans/plan-views.ts';
import { mayEditPlan, mayReviewPlan } from '#domain/plans/permissions.ts';
import { isPossible } from '#domain/plans/plan-standing.ts';
import { refuse } from '#domain/plans/refusals.ts';
import { lacksOfAction } from '#domain/plans/submission.ts';
import type { Context, Transaction } from '../context.ts';
import { spanOfPlan } from './action-body.ts';
import { abilitiesOn } from './get-plan.ts';
import { openPlan } from './plan-deed.ts';
import { asReadBy, lookUpForPlans, showLacks, showRemark } from './show-plans.ts';

type Operation = typeof plansOperations.getPlanAction;
type Answer = OutputOf<Operation>;

export async function getPlanAction(context: Context, input: InputOf<Operation>): Promise<Answer> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const found = await findAction(tx, input.actionId);
    if (!found) throw refuse('plans.action-not-found');
    const row = await openPlan(tx, { id: found.planId });
    const { plan, edition } = await asReadBy(tx, context, row);
    const action = edition === null ? found.content : edition.actions.find(({ id }) => id === input.actionId);
    if (!action) throw refuse('plans.action-not-found');
    const programmes = edition?.programmes ?? (await findProgrammes(tx, row.id));
    const programme = programmes.find(({ id }) => id === action.programmeId);
    const names = await lookUpForPlans(tx, context, [plan]);
    const { id, title, periodFrom, periodTo, standing } = plan;
    const takesPart = mayEditPlan(context.actor, row) || mayReviewPlan(context.actor, row);
    const remarks = takesPart ? await findRemarks(tx, row.id) : [];
    const titles = new Map([[action.id, action.title]]);
    return {
      action: action as Answer['action'],
      progress: edition === null ? found.progress : null,
      mayProgress: await mayProgressNow(tx, context, row, action.id),
      plan: {
        id,
        title,
        periodFrom,
        periodTo,
        standing,
        territory: names.place(plan.territoryId),
        currency: await findCurrency(tx, row.country),
        isLastEdition: edition !== null,
      },
      programme: programme ? { id: programme.id, title: programme.title } : null,
      copiedFrom: await copiedFrom(tx, found),
      lacks: takesPart ? showLacks(context, lacksOfAction(action, plan)) : null,
      remarks: takesPart
        ? remarks.filter((one) => one.action_id === action.id).map((one) => showRemark(one, titles))
        : null,
      choices: mayWriteNow(context, row) ? await choicesFor(tx, row) : null,
      abilities: abilitiesOn(context, row),
      version: found.version,
      example: found.example,
    };
  });
}

function mayWriteNow(context: Context, row: PlanRow): boolean {
  return mayEditPlan(context.actor, row) && isPossible('corrected', row.standing);
}

async function mayProgressNow(tx: Transaction, context: Context, row: PlanRow, id: string): Promise<boolean> {
  if (!mayEditPlan(context.actor, row) || !isPossible('progressed', row.standing)) return false;
  const edition = await findEditionContent(tx, row.id, row.edition);
  return edition?.actions.some((one) => one.id === id) ?? false;
}

type Found = Omit<LoadedAction, 'progress'> & { readonly progress: LoadedAction['progress'] | null };

/** An action as its plan has it, or, where that may not be seen, as its last edition has it. */
async function findAction(tx: Transaction, id: string): Promise<Found | undefined> {
  const [action] = await loadActions(tx, { actionId: id });
  if (action) return action;
  const kept = await findActionInEditions(tx, id);
  return kept && { ...kept, version: 0, copiedFromId: null };
}

async function copiedFrom(tx: Transaction, { copiedFromId }: Found): Promise<Answer['copiedFrom']> {
  if (copiedFromId === null) return null;
  const origin = await findAction(tx, copiedFromId);
  if (!origin) return null;
  const plan = await openPlan(tx, { id: origin.planId });
  return { id: copiedFromId, title: origin.content.title, plan: { id: plan.id, title: plan.title } };
}

/** What may be chosen in the form of an action: one reading for its screen. */
async function choicesFor(tx: Transaction, plan: PlanRow): Promise<Answer['choices']> {
  const span = await spanOfPlan(tx, plan);
  const [programmes, needs, lines, places, actors] = await Promise.all([
    findProgrammes(tx, plan.id),
    findNeedChoices(tx, span),
    findStrategyLines(tx, plan.country),
    findPlaceChoices(tx, span),
    findActorChoices(tx, span),
  ]);
  const isFollowed = ({ strategyId }: (typeof lines)[number]) => strategyId === plan.strategyId;
  const named = ({ id, name }: { id: string; name: string }) => ({ id, label: name });
  return {
    programmes: programmes.map(({ id, title }) => ({ id, label: title })),
    needs: needs.map(({ id, problem }) => ({ id, label: problem })),
    // The lines of the strategy that the plan follows come first.
    lines: lines
      .toSorted((one, two) => Number(isFollowed(two)) - Number(isFollowed(one)))
      .map(({ id, code, title, strategy }) => ({
        id,
        label: code === null ? title : `${code} ${title}`,
        group: strategy,
      })),
    places: places.map(({ reference, name }) => ({ reference, name })),
    organisations: actors.organisations.map(named),
    structures: actors.structures.map(named),
  };
}
