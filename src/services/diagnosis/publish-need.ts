import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { actOnNeed } from './need-deed.ts';

type Operation = typeof diagnosisOperations.publishNeed;

/** From here on everyone reads it. What was done to the draft stays with those who wrote it. */
export async function publishNeed(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnNeed(tx, context, input, { operation: 'publishNeed', act: 'published' }),
  );
}
