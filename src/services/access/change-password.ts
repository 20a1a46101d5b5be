import { inScope } from '#database/connection.ts';
import { setPassword } from '#database/access/own-account-store.ts';
import { endOwnSessions } from '#database/access/own-session-store.ts';
import { passwordProblems } from '#domain/access/passwords.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { confirmPassword, ownWords } from './confirm-password.ts';
import { signedInInPerson } from './own-account.ts';
import { recordOnAccount } from './record-on-account.ts';
import { hashPassword } from './secrets.ts';

type Operation = typeof accessOperations.changePassword;

/** Changes one's own password. Every other device is signed out; this one stays. */
export async function changePassword(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const actor = signedInInPerson(context);
  const claimed = await confirmPassword(context, actor.accountId, body.current);
  const problems = passwordProblems(body.password, ownWords(claimed));
  if (problems.length > 0) throw refuse('access.weak-password', { problems });
  const hash = await hashPassword(body.password);
  await inScope(context.database, actor.scope, async (tx) => {
    await setPassword(tx, actor.accountId, { hash });
    await endOwnSessions(tx, actor.accountId, { allBut: actor.sessionId }, context.now);
    await recordOnAccount(
      tx,
      context,
      { ...claimed, id: claimed.accountId },
      {
        operation: 'changePassword',
        before: null,
        after: null,
      },
    );
  });
  return {};
}
