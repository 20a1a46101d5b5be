import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import type { Context } from '../context.ts';
import { answerOf, move, openLife, readText } from './open-life.ts';

type Operation = typeof agreementLifeOperations.abandonAddendum;

/** Gives an addendum up before it is signed. */
export async function abandonAddendum(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'anyone-working');
    if (life.agreement.kind !== 'addendum') throw refuse('agreement-life.not-an-addendum');
    readText({ reason: body.reason }, body);
    const done = {
      operation: 'abandonAddendum',
      act: 'abandoned',
      on: life.today,
      reason: body.reason,
    } as const;
    return answerOf(await move(tx, context, life, done));
  });
}
