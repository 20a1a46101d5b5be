import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { countUsesOfParty } from '#database/agreements/negotiation-views.ts';
import { deleteAgreementPartyRow, keepPartyArrays } from '#database/agreements/party-store.ts';
import { inScope } from '#database/connection.ts';
import { mayWorkOn } from '#domain/agreements/permissions.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';
import { openText, takeBack } from './change-text.ts';
import { changeAgreement } from './move-agreement.ts';
import { inQuestion, partyIn } from './open-agreement.ts';

type Operation = typeof agreementsOperations.removeAgreementParty;

/** Takes a party out of a text that is still being worked on, where nothing hangs from it. */
export async function removeAgreementParty(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openText(tx, context, { id: input.agreementId });
    const party = partyIn(open, input.partyId);
    if (party.version !== input.version) throw refuseShared('shared.stale', { current: party });
    if ((await countUsesOfParty(tx, party.id)) > 0) throw refuse('agreements.party-is-used');
    const rest = open.parties.filter(({ id }) => id !== party.id);
    // Nobody shuts themselves, or the last one who works on it, out.
    if (!mayWorkOn(context.actor, inQuestion({ ...open, parties: rest })))
      throw refuse('agreements.still-yours');
    await takeBack(tx, open);
    await deleteAgreementPartyRow(tx, party.id);
    await keepPartyArrays(tx, open.agreement.id);
    await changeAgreement(tx, context, open.agreement, { operation: 'removeAgreementParty', change: {} });
    return { done: true };
  });
}
