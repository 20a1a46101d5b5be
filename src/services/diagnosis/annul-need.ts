import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { actOnNeed } from './need-deed.ts';

type Operation = typeof diagnosisOperations.annulNeed;

/** Annuls a wrong entry; it stays readable with the reason. */
export async function annulNeed(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnNeed(tx, context, input, { operation: 'annulNeed', act: 'annulled' }),
  );
}
