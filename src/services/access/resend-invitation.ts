import { inScope } from '#database/connection.ts';
import { findInvitationRow } from '#database/access/invitation-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { inviteAgain } from './invite-account.ts';

type Operation = typeof accessOperations.resendInvitation;

/** Sends an invitation again, the same way, with a new link and a new term. */
export async function resendInvitation(
  context: Context,
  { id }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const invitation = await findInvitationRow(tx, id);
    if (!invitation) throw refuse('access.invitation-not-found');
    return inviteAgain(tx, context, invitation.accountId, invitation.channel, 'resendInvitation');
  });
}
