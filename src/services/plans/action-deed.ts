import { loadActions, type LoadedAction } from '#database/plans/content-views.ts';
import type { PlanRow } from '#database/plans/plan-columns.ts';
import { actionFields } from '#domain/plans/plan-content.ts';
import { refuse } from '#domain/plans/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { openToWrite } from './plan-deed.ts';

/** Reads an action to write on it, if its plan may be written on and nobody else has since the version that was seen. */
export async function openAction(
  tx: Transaction,
  context: Context,
  at: { readonly id: string; readonly version: number },
): Promise<{ plan: PlanRow; action: LoadedAction }> {
  const [action] = await loadActions(tx, { actionId: at.id });
  if (!action) throw refuse('plans.action-not-found');
  const plan = await openToWrite(tx, context, { id: action.planId });
  if (action.version !== at.version) throw staleAction(action);
  return { plan, action };
}

/** Somebody else was faster: what stands now is shown beside what was written. */
export function staleAction(action: LoadedAction) {
  return refuseShared('shared.stale', { current: { ...action.content, version: action.version } });
}

/** What the trail keeps of an action. */
export const auditedAction = ({ content }: LoadedAction) =>
  Object.fromEntries(actionFields.map((field) => [field, content[field]]));

/** Texts that somebody wrote freely, as the trail names them. */
export const freeTextOfTrail = [
  'title',
  'description',
  'noNeedReason',
  'noLineReason',
  'targetWords',
  'targetSource',
  'responsibleOffice',
  'harm',
  'partners',
  'outputs',
  'budget',
];
