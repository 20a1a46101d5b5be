import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { updateBalance } from '#database/agreements/course-store.ts';
import { permitAsParty } from '#domain/agreements/permissions.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { changeAgreement } from '../agreements/move-agreement.ts';
import { partyOf } from '../agreements/open-agreement.ts';
import type { Context } from '../context.ts';
import { getOpenBalance } from './balances.ts';
import { answerOf, openLife, readText } from './open-life.ts';

type Operation = typeof agreementLifeOperations.waiveBalance;

/** Waives a balance: only whoever it is owed to may, and says why. */
export async function waiveBalance(
  context: Context,
  { agreementId, balanceId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'anyone-working');
    const balance = await getOpenBalance(tx, life, balanceId);
    const creditor = life.parties.find(({ id }) => id === balance.creditor_party_id);
    if (!creditor) throw refuse('agreement-life.party-not-found');
    permitAsParty(context.actor, partyOf(creditor));
    readText({ reason: body.reason }, body);
    await updateBalance(tx, balance, { waived_on: life.today, waiver_reason: body.reason });
    const done = { operation: 'waiveBalance', change: {} };
    return answerOf({ agreement: await changeAgreement(tx, context, life.agreement, done) });
  });
}
