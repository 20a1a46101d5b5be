import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findAgreementActs } from '#database/agreements/agreement-views.ts';
import { isUnanimous, refuseCause } from '#domain/agreements/ending.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import type { Context } from '../context.ts';
import { followDates } from './follow-dates.ts';
import { answerOf, move, openLife, readText, refuseUnless, willingParties } from './open-life.ts';

type Operation = typeof agreementLifeOperations.declareWillToEnd;

/** Records that a party wants to end the agreement. When every party has said so, it ends that day. */
export async function declareWillToEnd(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const admit = { asParty: body.partyId };
    const life = await openLife(tx, context, { id: agreementId, version }, admit);
    refuseUnless(life, 'declared-will-to-end');
    refuseCause(life.template, 'unanimity');
    const willing = willingParties(await findAgreementActs(tx, agreementId));
    if (willing.has(body.partyId)) throw refuse('agreement-life.already-willing');
    readText({ reason: body.reason }, body);
    const { today } = life;
    const { reason, partyId } = body;
    const said = await move(tx, context, life, {
      operation: 'declareWillToEnd',
      act: 'declared-will-to-end',
      on: today,
      reason,
      partyId,
    });
    willing.add(partyId);
    if (!isUnanimous(said.parties, willing)) return answerOf(said);
    const ended = await move(tx, context, said, {
      operation: 'declareWillToEnd',
      act: 'ended-by-unanimity',
      on: today,
      reason,
      details: { cause: 'unanimity', endsOn: today },
      isPublic: true,
    });
    return answerOf(await followDates(tx, context, ended));
  });
}
