import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { insertBalance } from '#database/agreements/course-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { addDays } from '#domain/agreements/life-term.ts';
import { changeAgreement } from '../agreements/move-agreement.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { answerOf, openLife, readText, type Life } from './open-life.ts';

type Operation = typeof agreementLifeOperations.addBalance;

/** Enters what one party owes another: money given for what was not done, or done and not yet paid. */
export async function addBalance(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'anyone-working');
    if (life.agreement.standing !== 'settlement') throw refuse('agreement-life.not-as-it-stands');
    // Whoever left owes and is owed for what was before.
    refuseUnknown(life, body.debtorPartyId, 'debtorPartyId');
    refuseUnknown(life, body.creditorPartyId, 'creditorPartyId');
    const problems = [
      ...(body.debtorPartyId === body.creditorPartyId
        ? [{ code: 'agreement-life.owes-itself', field: 'creditorPartyId' }]
        : []),
      ...(Number(body.amount) > 0 ? [] : [{ code: 'agreement-life.no-amount', field: 'amount' }]),
    ];
    if (problems.length > 0) throw refuse('agreement-life.incomplete', { problems });
    readText({ reason: body.reason }, body);
    await insertBalance(tx, {
      id: newId(),
      agreement_id: agreementId,
      territory_id: life.agreement.territoryId,
      debtor_party_id: body.debtorPartyId,
      creditor_party_id: body.creditorPartyId,
      reason: body.reason,
      currency: body.currency,
      amount: body.amount,
      due_on: life.agreement.settleBy ?? addDays(life.today, life.template.settlement.deadlineDays),
    });
    const done = { operation: 'addBalance', change: {} };
    return answerOf({ agreement: await changeAgreement(tx, context, life.agreement, done) });
  });
}

function refuseUnknown(life: Life, partyId: string, field: string): void {
  if (!life.parties.some(({ id }) => id === partyId))
    throw refuse('agreement-life.party-not-found', { field });
}
