import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { resumeCommitmentsOf } from '../commitments/resume-commitments-of.ts';
import type { Context } from '../context.ts';
import { answerOf, move, openLife, readText, refuseUnless } from './open-life.ts';

type Operation = typeof agreementLifeOperations.resumeAgreement;

/** Resumes a suspended agreement; the clocks of its commitments go on from where they stood. Its own term went on running. */
export async function resumeAgreement(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'overseer');
    refuseUnless(life, 'resumed');
    readText({ reason: body.reason }, body);
    const after = await move(tx, context, life, {
      operation: 'resumeAgreement',
      act: 'resumed',
      on: life.today,
      reason: body.reason,
      change: { suspended_on: null, review_on: null },
      isPublic: true,
    });
    await resumeCommitmentsOf(tx, context, { agreementId, on: life.today, operation: 'resumeAgreement' });
    return answerOf(after);
  });
}
