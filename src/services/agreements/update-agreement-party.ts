import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateAgreementPartyRow } from '#database/agreements/party-store.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';
import { openText, takeBack } from './change-text.ts';
import { recordAgreement } from './move-agreement.ts';
import { partyIn } from './open-agreement.ts';
import { partyColumns, refuseStranger } from './read-parties.ts';

type Operation = typeof agreementsOperations.updateAgreementParty;

/** Corrects what is said of a party. Who it is stays: another one is another party. */
export async function updateAgreementParty(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openText(tx, context, { id: input.agreementId });
    const party = partyIn(open, input.partyId);
    const { capacity, competence, appointmentAct, powerSource } = body;
    refusePersonalText({ capacity, competence, appointmentAct, powerSource }, body.confirmText);
    await refuseStranger(
      tx,
      { id: party.holderId, kind: party.kind },
      body.representativeId,
      'representativeId',
    );
    await takeBack(tx, open);
    // Taking back has moved the version of a party that had confirmed; what the caller saw is what counts.
    const isSame = party.version === input.version;
    const version = party.confirmedHash === null ? party.version : party.version + 1;
    if (!isSame || !(await updateAgreementPartyRow(tx, { id: party.id, version }, partyColumns(body))))
      throw refuseShared('shared.stale', { current: party });
    await recordAgreement(tx, context, 'updateAgreementParty', {
      before: open.agreement,
      after: open.agreement,
      beside: {
        before: { party: party.id, ...partyColumns(party) },
        after: { party: party.id, ...partyColumns(body) },
      },
    });
    return { id: party.id, version: version + 1 };
  });
}
