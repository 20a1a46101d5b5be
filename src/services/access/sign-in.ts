import { inScope } from '#database/connection.ts';
import { findByName } from '#database/access/session-store.ts';
import { readSignInName } from '#domain/access/names-to-sign-in.ts';
import { refuse } from '#domain/access/refusals.ts';
import { selfScope } from '#domain/access/scope.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { bearNamedAttempt } from './bear-attempts.ts';
import { hand, openSession } from './enter.ts';
import { isPassword } from './secrets.ts';
import { endPresentedSession } from './sign-out.ts';

type Operation = typeof accessOperations.signIn;

/**
 * Signs in with a name and a password. A name that nobody has takes as long as a wrong password, and is told the same.
 * @throws Refusal `access.wrong-credentials`, `access.too-many-attempts`, `access.suspended`
 */
export async function signIn(context: Context, { body }: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const attempt = await bearNamedAttempt(context, body.name);
  const claimed = await findByName(context.database, readSignInName(body.name));
  const isRight = await isPassword(body.password, claimed?.passwordHash ?? null);
  if (!claimed || !isRight) throw refuse('access.wrong-credentials');
  // Whether an account is suspended is told only to who knows its password.
  if (claimed.standing === 'suspended') throw refuse('access.suspended');
  if (claimed.standing !== 'active') throw refuse('access.wrong-credentials');
  await attempt.succeed();
  await endPresentedSession(context);
  const opened = await inScope(context.database, selfScope(claimed.accountId, claimed.personId), (tx) =>
    openSession(tx, context, claimed, { operation: 'signIn' }),
  );
  return hand(context, opened);
}
