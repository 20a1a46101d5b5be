import { inScope, type Transaction } from '#database/connection.ts';
import type { Channel } from '#database/access/invitation-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { getAccountFor, invitedOf, placeOfAccount } from './judge-account.ts';
import { makeInvitation, type Delivery } from './make-invitation.ts';
import { recordOnAccount } from './record-on-account.ts';

type Operation = typeof accessOperations.inviteAccount;

/** Invites who has not entered yet. Earlier invitations end: only the last link opens. */
export async function inviteAccount(
  context: Context,
  { id, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    inviteAgain(tx, context, id, body.channel, 'inviteAccount'),
  );
}

/** Makes a new invitation for an account, in the transaction at hand. */
export async function inviteAgain(
  tx: Transaction,
  context: Context,
  accountId: string,
  channel: Channel,
  operation: string,
): Promise<Delivery> {
  const view = await getAccountFor(tx, context, 'invite', accountId);
  if (view.firstEnteredAt !== null) throw refuse('access.already-entered');
  if (view.standing !== 'invited')
    throw refuse('access.not-in-this-standing', { values: { standing: view.standing } });
  const delivery = await makeInvitation(tx, context, invitedOf(view), { channel, batchId: null });
  await recordOnAccount(tx, context, placeOfAccount(view), {
    operation,
    before: null,
    after: { invitation: delivery.invitationId, channel, expiresAt: delivery.expiresAt },
  });
  return delivery;
}
