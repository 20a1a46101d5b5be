import type { Database } from '#database/connection.ts';
import { inScope } from '#database/connection.ts';
import type { Scope } from '#domain/access/scope.ts';

export type KeyClaim =
  | { readonly standing: 'claimed' }
  | { readonly standing: 'in-progress' }
  | { readonly standing: 'other-request' }
  | { readonly standing: 'done' }
  | { readonly standing: 'answered'; readonly response: string };

type Claim = {
  readonly accountId: string;
  readonly key: string;
  readonly operation: string;
  readonly requestHash: string;
  /** A mark of what the person may see: an answer is only for who sees as much. */
  readonly seenUnder: string;
  /** When it was claimed; who is no longer the last to have claimed the key may not finish. */
  readonly at: Date;
};

/** Claims a key for one request of one person. An unfinished claim older than the process's patience is taken over. */
export function claimKey(
  database: Database,
  scope: Scope,
  claim: Claim,
  abandonedBefore: Date,
): Promise<KeyClaim> {
  return inScope(database, scope, async (tx) => {
    const inserted = await tx
      .insertInto('idempotency_record')
      .values({
        account_id: claim.accountId,
        key: claim.key,
        operation: claim.operation,
        request_hash: claim.requestHash,
        seen_under: claim.seenUnder,
        created_at: claim.at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst();
    if (inserted) return { standing: 'claimed' };
    const there = await tx
      .selectFrom('idempotency_record')
      .select(['operation', 'request_hash', 'response', 'seen_under', 'done_at', 'created_at'])
      .where('account_id', '=', claim.accountId)
      .where('key', '=', claim.key)
      .forUpdate()
      .executeTakeFirst();
    if (!there || there.operation !== claim.operation || there.request_hash !== claim.requestHash) {
      return { standing: 'other-request' };
    }
    if (there.response !== null && there.seen_under === claim.seenUnder)
      return { standing: 'answered', response: there.response };
    if (there.response !== null || there.done_at !== null) return { standing: 'done' };
    if (there.created_at > abandonedBefore) return { standing: 'in-progress' };
    await tx
      .updateTable('idempotency_record')
      .set({ created_at: claim.at, seen_under: claim.seenUnder })
      .where('account_id', '=', claim.accountId)
      .where('key', '=', claim.key)
      .execute();
    return { standing: 'claimed' };
  });
}

export function keepAnswer(database: Database, scope: Scope, claim: Claim, response: string): Promise<void> {
  return inScope(database, scope, async (tx) => {
    await tx
      .updateTable('idempotency_record')
      .set({ response })
      .where('account_id', '=', claim.accountId)
      .where('key', '=', claim.key)
      .where('created_at', '=', claim.at)
      .execute();
  });
}

/** A request that was refused did nothing: its key may be used again. */
export function releaseKey(database: Database, scope: Scope, claim: Claim): Promise<void> {
  return inScope(database, scope, async (tx) => {
    await tx
      .deleteFrom('idempotency_record')
      .where('account_id', '=', claim.accountId)
      .where('key', '=', claim.key)
      .where('created_at', '=', claim.at)
      .where('done_at', 'is', null)
      .execute();
  });
}
