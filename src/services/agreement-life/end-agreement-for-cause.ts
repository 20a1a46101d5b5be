import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refuseCause } from '#domain/agreements/ending.ts';
import type { Context } from '../context.ts';
import { followDates } from './follow-dates.ts';
import { answerOf, move, openLife, readText, refuseUnless } from './open-life.ts';

type Operation = typeof agreementLifeOperations.endAgreementForCause;

/** Ends an agreement because a judgment declared it null, or for another cause that its template knows. */
export async function endAgreementForCause(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'overseer');
    const act = body.cause === 'nullity' ? 'declared-null' : 'ended-for-other-cause';
    refuseUnless(life, act);
    refuseCause(life.template, body.cause);
    readText({ reason: body.reason }, body);
    const after = await move(tx, context, life, {
      operation: 'endAgreementForCause',
      act,
      on: life.today,
      reason: body.reason,
      details: { cause: body.cause, reference: body.reference, endsOn: life.today },
      change: { cure_by: null },
      isPublic: true,
    });
    return answerOf(await followDates(tx, context, after));
  });
}
