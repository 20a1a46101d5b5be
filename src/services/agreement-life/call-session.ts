import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { insertSession } from '#database/agreements/course-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { changeAgreement } from '../agreements/move-agreement.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { answerOf, openLife } from './open-life.ts';

type Operation = typeof agreementLifeOperations.callSession;

const whileFollowed = new Set([
  'signed',
  'in-force',
  'suspended',
  'under-notice',
  'terminating',
  'settlement',
]);

/** Calls a session of the monitoring commission. */
export async function callSession(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'overseer');
    if (!whileFollowed.has(life.agreement.standing)) throw refuse('agreement-life.not-as-it-stands');
    if (body.quorum > body.seats) {
      const problems = [{ code: 'agreement-life.quorum-above-seats', field: 'quorum' }];
      throw refuse('agreement-life.incomplete', { problems });
    }
    await insertSession(tx, {
      id: newId(),
      agreement_id: agreementId,
      structure_id: life.agreement.commissionStructureId,
      territory_id: life.agreement.territoryId,
      called_on: body.calledOn,
      seats: body.seats,
      quorum: body.quorum,
      created_at: context.now,
    });
    const done = { operation: 'callSession', change: {} };
    return answerOf({ agreement: await changeAgreement(tx, context, life.agreement, done) });
  });
}
