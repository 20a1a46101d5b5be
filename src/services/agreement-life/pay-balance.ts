import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { updateBalance } from '#database/agreements/course-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { changeAgreement } from '../agreements/move-agreement.ts';
import type { Context } from '../context.ts';
import { getOpenBalance } from './balances.ts';
import { answerOf, openLife } from './open-life.ts';

type Operation = typeof agreementLifeOperations.payBalance;

/** Records that a balance was paid. */
export async function payBalance(
  context: Context,
  { agreementId, balanceId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'anyone-working');
    const balance = await getOpenBalance(tx, life, balanceId);
    if (body.on > life.today) {
      const problems = [{ code: 'agreement-life.day-to-come', field: 'on' }];
      throw refuse('agreement-life.incomplete', { problems });
    }
    await updateBalance(tx, balance, { paid_on: body.on, paid_reference: body.reference });
    const done = { operation: 'payBalance', change: {} };
    return answerOf({ agreement: await changeAgreement(tx, context, life.agreement, done) });
  });
}
