import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { updateSession } from '#database/agreements/course-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { changeAgreement } from '../agreements/move-agreement.ts';
import type { Context } from '../context.ts';
import { answerOf, openLife, readText } from './open-life.ts';
import { getSession } from './sessions.ts';

type Operation = typeof agreementLifeOperations.holdSession;

/** Records a session that was held. Without its quorum it is recorded all the same; what it decided then counts for nothing. */
export async function holdSession(
  context: Context,
  { agreementId, sessionId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'overseer');
    const session = await getSession(tx, agreementId, sessionId);
    if (session.held_on !== null) throw refuse('agreement-life.session-held');
    const problems = [
      ...(body.heldOn > life.today ? [{ code: 'agreement-life.day-to-come', field: 'heldOn' }] : []),
      ...(body.present > session.seats
        ? [{ code: 'agreement-life.present-above-seats', field: 'present' }]
        : []),
    ];
    if (problems.length > 0) throw refuse('agreement-life.incomplete', { problems });
    readText({ decisions: body.decisions }, body);
    await updateSession(tx, session, {
      held_on: body.heldOn,
      present: body.present,
      decisions: body.decisions,
    });
    const done = { operation: 'holdSession', change: {} };
    return answerOf({ agreement: await changeAgreement(tx, context, life.agreement, done) });
  });
}
