import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findSignatures, updateSignature, type SignatureRow } from '#database/agreements/text-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { mayWorkOn, partiesActedFor } from '#domain/agreements/permissions.ts';
import { refuseConfirmation } from '#domain/agreements/signing.ts';
import { signedIn } from '../access/own-account.ts';
import { inQuestion } from '../agreements/open-agreement.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { findLife, openLife, oversees, type Life } from './open-life.ts';
import { followSignature, getSealed } from './signatures.ts';

type Operation = typeof agreementLifeOperations.confirmSignature;

/** Says, as a second person of another side, that a scan or PDF is of this very text. */
export async function confirmSignature(
  context: Context,
  { agreementId, signatureId, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const actor = signedIn(context);
  return inScope(context.database, actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId }, 'anyone-working');
    const signature = await openSignature(tx, life, signatureId);
    refuseConfirmation({
      registeredBy: signature.accountId,
      accountId: actor.accountId,
      actsForAnother: actsForAnother(context, life, signature.partyId),
      oversees: oversees(context, life),
    });
    if (signature.hash !== body.hash) throw refuse('agreement-life.text-differs', { field: 'hash' });
    await updateSignature(tx, signatureId, { confirmed_by: actor.accountId, confirmed_at: context.now });
    await followSignature(tx, context, {
      agreementId,
      partyId: signature.partyId,
      operation: 'confirmSignature',
      on: life.today,
    });
    return { done: true };
  });
}

/** A signature that waits for its second person, while the text is still being signed. */
async function openSignature(tx: Transaction, life: Life, id: string): Promise<SignatureRow> {
  const text = await getSealed(tx, life.agreement.id);
  const signature = (await findSignatures(tx, text.id)).find((one) => one.id === id);
  if (!signature) throw refuse('agreement-life.signature-not-found');
  if (signature.method === 'application' || signature.confirmed || signature.withdrawn)
    throw refuse('agreement-life.signature-decided');
  if (life.agreement.standing !== 'ready-to-sign') throw refuse('agreement-life.not-as-it-stands');
  return signature;
}

/** Whether somebody acts for another party than the one that signed. */
export function actsForAnother(context: Context, life: Life, partyId: string): boolean {
  const signed = life.parties.find(({ id }) => id === partyId);
  return partiesActedFor(context.actor, inQuestion(life)).some(({ id }) => id !== signed?.holderId);
}

/** Opens what waits for a second person only to those who may work on the agreement. */
export async function getSignatureOf(
  tx: Transaction,
  context: Context,
  asked: { readonly agreementId: string; readonly signatureId: string },
): Promise<{ life: Life; signature: SignatureRow }> {
  const life = await findLife(tx, context, asked.agreementId);
  if (!mayWorkOn(context.actor, inQuestion(life))) throw refuseShared('shared.forbidden');
  const text = await getSealed(tx, life.agreement.id);
  const signature = (await findSignatures(tx, text.id)).find(({ id }) => id === asked.signatureId);
  if (!signature) throw refuse('agreement-life.signature-not-found');
  return { life, signature };
}
