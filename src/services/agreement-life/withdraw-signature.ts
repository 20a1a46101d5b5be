import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { reachByRule } from '#database/agreements/rule-reach.ts';
import { updateAgreementPartyRow } from '#database/agreements/party-store.ts';
import { findSignatures, updateSignature } from '#database/agreements/text-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { signedIn } from '../access/own-account.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { findLife, oversees, readText } from './open-life.ts';
import { getSealed } from './signatures.ts';

type Operation = typeof agreementLifeOperations.withdrawSignature;

/** Takes a signature back as long as not everybody has signed: whoever gave or registered it, or whoever oversees. */
export async function withdrawSignature(
  context: Context,
  { agreementId, signatureId, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const actor = signedIn(context);
  return inScope(context.database, actor.scope, async (tx) => {
    const life = await findLife(tx, context, agreementId);
    const text = await getSealed(tx, agreementId);
    const signature = (await findSignatures(tx, text.id)).find(({ id }) => id === signatureId);
    if (!signature) throw refuse('agreement-life.signature-not-found');
    if (signature.accountId !== actor.accountId && !oversees(context, life))
      throw refuseShared('shared.forbidden');
    if (signature.withdrawn) throw refuse('agreement-life.signature-decided');
    if (life.agreement.standing !== 'ready-to-sign') throw refuse('agreement-life.not-as-it-stands');
    readText({ reason: body.reason }, body);
    // It was permitted above; the row may be changed by whoever signed without acting for a party otherwise.
    await reachByRule(tx);
    await updateSignature(tx, signatureId, { withdrawn_at: context.now });
    const party = life.parties.find(({ id }) => id === signature.partyId);
    if (party?.standing === 'signed') await updateAgreementPartyRow(tx, party, { standing: 'approved' });
    await record(tx, context, {
      operation: 'withdrawSignature',
      subjectKind: 'agreement',
      subjectId: agreementId,
      territoryId: life.agreement.territoryId,
      organisationId: null,
      before: { party: signature.partyId, hash: signature.hash },
      after: { reason: body.reason },
      freeText: ['reason'],
    });
    return { done: true };
  });
}
