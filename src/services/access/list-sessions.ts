import { inScope } from '#database/connection.ts';
import { listOwnSessions } from '#database/access/own-session-store.ts';
import type { OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { signedIn } from './own-account.ts';

/** Where whoever asks is signed in, the latest first. */
export async function listSessions(
  context: Context,
): Promise<OutputOf<typeof accessOperations.listSessions>> {
  const actor = signedIn(context);
  const rows = await inScope(context.database, actor.scope, (tx) =>
    listOwnSessions(tx, actor.accountId, context.now),
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      isThis: row.id === actor.sessionId,
      userAgent: row.userAgent,
      address: row.address,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    })),
  };
}
