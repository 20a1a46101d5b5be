import { inScope } from '#database/connection.ts';
import { setPassword, spendInvitation } from '#database/access/own-account-store.ts';
import { passwordProblems } from '#domain/access/passwords.ts';
import { refuse } from '#domain/access/refusals.ts';
import { selfScope } from '#domain/access/scope.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { ownWords } from './confirm-password.ts';
import { hand, openSession } from './enter.ts';
import { openInvitation } from './get-invitation.ts';
import { hashPassword } from './secrets.ts';
import { endPresentedSession } from './sign-out.ts';

type Operation = typeof accessOperations.acceptInvitation;

/** Chooses a password and enters. The link is used up in the same transaction: of two at once, one enters. */
export async function acceptInvitation(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const invitation = await openInvitation(context, body.secret);
  const problems = passwordProblems(body.password, ownWords(invitation));
  if (problems.length > 0) throw refuse('access.weak-password', { problems });
  const hash = await hashPassword(body.password);
  await endPresentedSession(context);
  const opened = await inScope(
    context.database,
    selfScope(invitation.accountId, invitation.personId),
    async (tx) => {
      if (!(await spendInvitation(tx, invitation.invitationId, context.now)))
        throw refuse('access.invitation-spent');
      await setPassword(tx, invitation.accountId, { hash, activate: true });
      return openSession(tx, context, invitation, { operation: 'acceptInvitation' });
    },
  );
  hand(context, opened);
  return { state: 'signed-in' };
}
