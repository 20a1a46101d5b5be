import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refuseObjection } from '#domain/agreements/life-term.ts';
import type { Context } from '../context.ts';
import { answerOf, move, openLife, readText, refuseUnless } from './open-life.ts';

type Operation = typeof agreementLifeOperations.objectToRenewal;

/** Objects to a tacit renewal: one party is enough, in time. */
export async function objectToRenewal(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const admit = { asParty: body.partyId };
    const life = await openLife(tx, context, { id: agreementId, version }, admit);
    refuseUnless(life, 'objected-to-renewal');
    const renewal = { ...life.agreement, objections: [], runsSince: null };
    refuseObjection(renewal, life.template, life.today);
    readText({ reason: body.reason }, body);
    const after = await move(tx, context, life, {
      operation: 'objectToRenewal',
      act: 'objected-to-renewal',
      on: life.today,
      reason: body.reason,
      partyId: body.partyId,
    });
    return answerOf(after);
  });
}
