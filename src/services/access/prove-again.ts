import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/access/refusals.ts';
import { selfScope } from '#domain/access/scope.ts';
import type { Context } from '../context.ts';
import { bearAccountAttempt } from './bear-attempts.ts';
import { proofOf } from './confirm-second-factor.ts';
import { confirmPassword } from './confirm-password.ts';
import { signedInInPerson } from './own-account.ts';

/**
 * Asks somebody who is signed in to prove again who they are, before a deed that binds others: the password, and the code
 * of the authenticator where there is one.
 * @param missingCode what is refused where a code is needed and none was given
 * @throws Refusal `access.session-required`, `access.wrong-password`, `access.wrong-code`, `access.too-many-attempts`
 */
export async function proveAgain(
  context: Context,
  given: { readonly password: string; readonly code: string | null },
  missingCode: () => Error,
): Promise<void> {
  const actor = signedInInPerson(context);
  const claimed = await confirmPassword(context, actor.accountId, given.password);
  if (claimed.totpConfirmedAt === null) return;
  if (given.code === null) throw missingCode();
  const attempt = await bearAccountAttempt(context, actor.accountId);
  const spend = await proofOf(context, claimed, given.code);
  if (!spend) throw refuse('access.wrong-code', { field: 'body.code' });
  await inScope(context.database, selfScope(claimed.accountId, claimed.personId), async (tx) => {
    if (!(await spend(tx))) throw refuse('access.wrong-code', { field: 'body.code' });
  });
  await attempt.succeed();
}
