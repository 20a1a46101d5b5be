import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertAgreementParties, keepPartyArrays } from '#database/agreements/party-store.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { openText, takeBack } from './change-text.ts';
import { changeAgreement } from './move-agreement.ts';
import { partyRow, readParties } from './read-parties.ts';

type Operation = typeof agreementsOperations.addAgreementParty;

/** Brings another party into a text that is still being worked on. Once it is signed, only an accession does. */
export async function addAgreementParty(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openText(tx, context, { id: input.agreementId, version: input.version });
    const { agreement, parties } = open;
    const [party] = await readParties(tx, agreement.country, [input.body]);
    if (!party) throw refuse('agreements.holder-not-found');
    if (parties.some(({ holderId }) => holderId === party.holder.id))
      throw refuse('agreements.party-twice', { field: 'organisationId' });
    const position = Math.max(-1, ...parties.map((one) => one.position)) + 1;
    const row = partyRow(newId(), agreement.id, party, position);
    await insertAgreementParties(tx, [row]);
    await takeBack(tx, open);
    await keepPartyArrays(tx, agreement.id);
    const after = await changeAgreement(tx, context, agreement, {
      operation: 'addAgreementParty',
      change: {},
    });
    return { id: row.id, version: after.version };
  });
}
