import { inScope } from '#database/connection.ts';
import { setPassword, spendCode } from '#database/access/own-account-store.ts';
import { countCodeAttempt, findByName, findCodes, type Claimed } from '#database/access/session-store.ts';
import { readSignInName } from '#domain/access/names-to-sign-in.ts';
import { passwordProblems } from '#domain/access/passwords.ts';
import { refuse } from '#domain/access/refusals.ts';
import { selfScope } from '#domain/access/scope.ts';
import { attemptLimits } from '#domain/access/session-rules.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { bearAttemptFrom } from './bear-attempts.ts';
import { ownWords } from './confirm-password.ts';
import { hand, openSession } from './enter.ts';
import { hashPassword, isPassword, readCode } from './secrets.ts';
import { endPresentedSession } from './sign-out.ts';

type Operation = typeof accessOperations.useAccessCode;

/**
 * Enters with a one-time code and chooses a new password. This way in is not closed by failed sign-ins under the name,
 * so that nobody can be kept out for good; the code itself bears a few wrong tries.
 */
export async function useAccessCode(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const attempt = await bearAttemptFrom(context);
  const claimed = await findByName(context.database, readSignInName(body.name));
  const codeId = await matchingCode(context, claimed, readCode(body.code));
  if (!claimed || codeId === null) throw refuse('access.wrong-code');
  await attempt.succeed();
  if (claimed.standing !== 'active') throw refuse('access.suspended');
  const problems = passwordProblems(body.password, ownWords(claimed));
  if (problems.length > 0) throw refuse('access.weak-password', { problems });
  const hash = await hashPassword(body.password);
  await endPresentedSession(context);
  const opened = await inScope(
    context.database,
    selfScope(claimed.accountId, claimed.personId),
    async (tx) => {
      if (!(await spendCode(tx, codeId, context.now))) throw refuse('access.wrong-code');
      // Everything earlier is signed out; the session that begins now is not.
      await setPassword(tx, claimed.accountId, { hash, signOut: new Date(context.now.getTime() - 1) });
      return openSession(tx, context, claimed, { operation: 'useAccessCode' });
    },
  );
  return hand(context, opened);
}

// Without an account or a code it takes as long as with one.
async function matchingCode(
  context: Context,
  claimed: Claimed | undefined,
  code: string,
): Promise<string | null> {
  const kept = claimed
    ? await findCodes(context.database, claimed.accountId, 'reset', context.now, attemptLimits.accessCode)
    : [];
  const [only] = kept;
  const isRight = await isPassword(code, only?.secretHash ?? null);
  if (isRight && only) return only.id;
  if (claimed) await countCodeAttempt(context.database, claimed.accountId, 'reset');
  return null;
}
