import { endSession } from '#database/access/own-session-store.ts';
import { findSession } from '#database/access/session-store.ts';
import type { OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { hashSecret } from './secrets.ts';

/** Ends this session, whole or half; done twice, it stays ended. */
export async function signOut(context: Context): Promise<OutputOf<typeof accessOperations.signOut>> {
  await endPresentedSession(context);
  context.session.take();
  return {};
}

/** Ends the session whose cookie came with the request, if there is one. */
export async function endPresentedSession(context: Context): Promise<void> {
  if (context.session.secret === null) return;
  const session = await findSession(context.database, hashSecret(context.session.secret), context.now);
  if (session && session.revokedAt === null) await endSession(context.database, session, context.now);
}
