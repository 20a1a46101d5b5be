import { getClaimed, type Claimed } from '#database/access/session-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { Context } from '../context.ts';
import { bearAccountAttempt } from './bear-attempts.ts';
import { isPassword } from './secrets.ts';

/** Asks for the password again before something that matters: a device left open is not its owner. */
export async function confirmPassword(
  context: Context,
  accountId: string,
  password: string,
): Promise<Claimed> {
  const attempt = await bearAccountAttempt(context, accountId);
  const claimed = await getClaimed(context.database, accountId);
  if (!(await isPassword(password, claimed.passwordHash))) {
    throw refuse('access.wrong-password', { field: 'body.password' });
  }
  await attempt.succeed();
  return claimed;
}

/** What a password must not be made of. */
export function ownWords(claimed: Claimed): string[] {
  return [claimed.name, claimed.username, claimed.phone ?? '', (claimed.email ?? '').replace(/@.*$/, '')];
}
