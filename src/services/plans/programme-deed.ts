import { findProgramme } from '#database/plans/plan-views.ts';
import { refuse } from '#domain/plans/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { openToWrite } from './plan-deed.ts';

/** Reads a programme to write on it, if its plan may be written on and nobody else has since. */
export async function openProgramme(
  tx: Transaction,
  context: Context,
  at: { readonly id: string; readonly version: number },
) {
  const programme = await findProgramme(tx, at.id);
  if (!programme) throw refuse('plans.programme-not-found');
  const plan = await openToWrite(tx, context, { id: programme.plan_id });
  if (programme.version !== at.version) throw refuseShared('shared.stale', { current: programme });
  const { title, objective } = programme;
  return { plan, programme, said: { title, objective } };
}
