import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { actOnNeed } from './need-deed.ts';

type Operation = typeof diagnosisOperations.withdrawNeed;

/** Withdraws a need that is no longer a priority. */
export async function withdrawNeed(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnNeed(tx, context, input, { operation: 'withdrawNeed', act: 'withdrawn' }),
  );
}
