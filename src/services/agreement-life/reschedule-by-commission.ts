import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refuseRescheduling } from '#domain/agreements/commission.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { changeAgreement } from '../agreements/move-agreement.ts';
import { rescheduleInstances } from '../commitments/reschedule-instances.ts';
import type { Context } from '../context.ts';
import { getInstanceOf } from './addendum-body.ts';
import { answerOf, openLife, readText } from './open-life.ts';
import { getSession } from './sessions.ts';

type Operation = typeof agreementLifeOperations.rescheduleByCommission;

/** Puts a commitment off by what the commission decided in a session that counts, where the template lets it. */
export async function rescheduleByCommission(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'overseer');
    if (life.agreement.standing !== 'in-force') throw refuse('agreement-life.not-as-it-stands');
    const { held_on: heldOn, seats, quorum, present } = await getSession(tx, agreementId, body.sessionId);
    refuseRescheduling(life.template, { heldOn, seats, quorum, present });
    const { instance } = await getInstanceOf(tx, life, body.instanceId);
    readText({ reason: body.reason }, body);
    await rescheduleInstances(tx, context, {
      changes: [{ instanceId: instance.id, dueOn: body.dueOn }],
      on: life.today,
      reason: body.reason,
      by: 'commission',
      operation: 'rescheduleByCommission',
    });
    const done = { operation: 'rescheduleByCommission', change: {} };
    return answerOf({ agreement: await changeAgreement(tx, context, life.agreement, done) });
  });
}
