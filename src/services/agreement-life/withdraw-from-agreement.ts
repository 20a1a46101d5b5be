import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { keepPartyArrays, updateAgreementPartyRow } from '#database/agreements/party-store.ts';
import { reachByRule } from '#database/agreements/rule-reach.ts';
import { goesOnWithout, refuseCause } from '#domain/agreements/ending.ts';
import { addDays } from '#domain/agreements/life-term.ts';
import { refreshPartiesOf } from '../commitments/refresh-parties-of.ts';
import type { Context, Transaction } from '../context.ts';
import { followDates } from './follow-dates.ts';
import { answerOf, move, openLife, partyAt, readText, refuseUnless, type Life } from './open-life.ts';

type Operation = typeof agreementLifeOperations.withdrawFromAgreement;
type Body = InputOf<Operation>['body'];

/**
 * Withdraws a party. Where enough others stay it leaves and the agreement goes on; otherwise the agreement ends when the days
 * of notice are over.
 */
export async function withdrawFromAgreement(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const admit = { asParty: body.partyId };
    const life = await openLife(tx, context, { id: agreementId, version }, admit);
    const goesOn = goesOnWithout(life.parties, body.partyId, life.template);
    refuseUnless(life, goesOn ? 'party-left' : 'withdrew-from');
    refuseCause(life.template, 'withdrawal');
    readText({ reason: body.reason }, body);
    if (goesOn) return answerOf(await leave(tx, context, life, body));
    const { today, agreement, template } = life;
    const noticed = addDays(today, agreement.withdrawalDays ?? template.termination.withdrawalDays);
    // The term may end before the notice does.
    const endsOn = agreement.endsOn !== null && agreement.endsOn < noticed ? agreement.endsOn : noticed;
    const after = await move(tx, context, life, {
      operation: 'withdrawFromAgreement',
      act: 'withdrew-from',
      on: today,
      reason: body.reason,
      partyId: body.partyId,
      details: { cause: 'withdrawal', endsOn },
      isPublic: true,
    });
    return answerOf(await followDates(tx, context, after));
  });
}

async function leave(tx: Transaction, context: Context, life: Life, body: Body): Promise<Life> {
  const party = partyAt(life, body.partyId, 'partyId');
  const after = await move(tx, context, life, {
    operation: 'withdrawFromAgreement',
    act: 'party-left',
    on: life.today,
    reason: body.reason,
    partyId: party.id,
    details: { cause: 'withdrawal' },
    isPublic: true,
  });
  // Whoever left may not change the agreement any more, not even to say that it left.
  await reachByRule(tx);
  await updateAgreementPartyRow(tx, party, { standing: 'withdrawn', left_on: life.today });
  await keepPartyArrays(tx, life.agreement.id);
  await refreshPartiesOf(tx, life.agreement.id);
  return after;
}
