import { inScope } from '#database/connection.ts';
import { findInvitationRow, revokeInvitationRow } from '#database/access/invitation-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { getAccountFor, placeOfAccount } from './judge-account.ts';
import { recordOnAccount } from './record-on-account.ts';

type Operation = typeof accessOperations.revokeInvitation;

/** Takes an invitation back: its link opens nothing any more. */
export async function revokeInvitation(
  context: Context,
  { id }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  await inScope(context.database, context.actor.scope, async (tx) => {
    const invitation = await findInvitationRow(tx, id);
    if (!invitation) throw refuse('access.invitation-not-found');
    const view = await getAccountFor(tx, context, 'invite', invitation.accountId);
    if (invitation.usedAt !== null || invitation.revokedAt !== null) throw refuse('access.invitation-spent');
    await revokeInvitationRow(tx, id, context.now);
    await recordOnAccount(tx, context, placeOfAccount(view), {
      operation: 'revokeInvitation',
      before: null,
      after: { invitation: id },
    });
  });
  return {};
}
