import { inScope } from '#database/connection.ts';
import { listOwnTokens } from '#database/access/own-session-store.ts';
import type { OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { signedIn } from './own-account.ts';

/** One's own personal access tokens, without their secrets. */
export async function listTokens(context: Context): Promise<OutputOf<typeof accessOperations.listTokens>> {
  const actor = signedIn(context);
  const rows = await inScope(context.database, actor.scope, (tx) =>
    listOwnTokens(tx, actor.accountId, context.now),
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      mayWrite: row.mayWrite,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    })),
  };
}
