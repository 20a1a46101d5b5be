import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { pauseCommitmentsOf } from '../commitments/pause-commitments-of.ts';
import type { Context } from '../context.ts';
import { answerOf, move, openLife, readText, refuseUnless } from './open-life.ts';

type Operation = typeof agreementLifeOperations.suspendAgreement;

/** Suspends an agreement until a day on which it is looked at again; the clocks of its commitments stop. */
export async function suspendAgreement(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'overseer');
    refuseUnless(life, 'suspended');
    readText({ reason: body.reason }, body);
    const { today, agreement } = life;
    if (body.reviewOn <= today || (agreement.endsOn !== null && body.reviewOn > agreement.endsOn)) {
      const problems = [{ code: 'agreement-life.review-day', field: 'reviewOn' }];
      throw refuse('agreement-life.incomplete', { problems });
    }
    const after = await move(tx, context, life, {
      operation: 'suspendAgreement',
      act: 'suspended',
      on: today,
      reason: body.reason,
      details: { reviewOn: body.reviewOn },
      change: { suspended_on: today, review_on: body.reviewOn },
      isPublic: true,
    });
    await pauseCommitmentsOf(tx, context, {
      agreementId,
      on: today,
      reason: body.reason,
      operation: 'suspendAgreement',
    });
    return answerOf(after);
  });
}
