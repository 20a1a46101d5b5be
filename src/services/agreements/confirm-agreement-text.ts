import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateAgreementRow } from '#database/agreements/agreement-store.ts';
import { updateAgreementPartyRow } from '#database/agreements/party-store.ts';
import { inScope } from '#database/connection.ts';
import { permitAsParty } from '#domain/agreements/permissions.ts';
import { refuse as refuseLife } from '#domain/agreements/life-refusals.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { Context } from '../context.ts';
import { assembleContent, hashOf } from './assemble-content.ts';
import { recordAgreement } from './move-agreement.ts';
import { openAgreement, partyIn, partyOf, staleAgreement } from './open-agreement.ts';
import { answerOf } from './take-step.ts';

type Operation = typeof agreementsOperations.confirmAgreementText;

/** Says for a party that it agrees with the very text that it has read. */
export async function confirmAgreementText(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { partyId, hash } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openAgreement(tx, context, { id: input.agreementId, version: input.version });
    const { agreement } = open;
    const party = partyIn(open, partyId);
    permitAsParty(context.actor, partyOf(party));
    if (agreement.standing !== 'negotiation') throw refuseLife('agreement-life.not-as-it-stands');
    if (hashOf(await assembleContent(tx, agreement.id)) !== hash) throw refuse('agreements.text-changed');
    const change = { standing: 'confirmed', confirmed_hash: hash };
    if (!(await updateAgreementPartyRow(tx, party, change))) throw staleAgreement(agreement);
    if (!(await updateAgreementRow(tx, agreement, {}))) throw staleAgreement(agreement);
    await recordAgreement(tx, context, 'confirmAgreementText', {
      before: agreement,
      after: agreement,
      beside: {
        before: { party: party.id, confirmed: party.confirmedHash },
        after: { party: party.id, confirmed: hash },
      },
    });
    return answerOf({ ...agreement, version: agreement.version + 1 });
  });
}
