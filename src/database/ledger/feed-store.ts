import type { Transaction } from '#database/connection.ts';

/** The open calendars of whoever asks, the newest first. */
export async function listFeeds(tx: Transaction) {
  return tx
    .selectFrom('calendar_feed')
    .select(['id', 'created_at', 'last_read_at'])
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
}

export async function insertFeed(
  tx: Transaction,
  feed: { readonly id: string; readonly accountId: string; readonly hash: Buffer },
): Promise<void> {
  await tx
    .insertInto('calendar_feed')
    .values({ id: feed.id, account_id: feed.accountId, kind: 'ledger', secret_hash: feed.hash })
    .execute();
}

/** Closes a calendar of an account; false where there is none that is open. */
export async function revokeFeed(
  tx: Transaction,
  at: { readonly id: string; readonly accountId: string; readonly now: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('calendar_feed')
    .set({ revoked_at: at.now })
    .where('id', '=', at.id)
    .where('account_id', '=', at.accountId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

// Programs ask every few minutes; once an hour is as exact as anybody needs to know.
const seenEvery = 3_600_000;

/** Writes down that a calendar was read, at most once an hour. */
export async function markFeedRead(
  tx: Transaction,
  feed: { readonly id: string; readonly lastReadAt: Date | null; readonly now: Date },
): Promise<void> {
  if (feed.lastReadAt !== null && feed.now.getTime() - feed.lastReadAt.getTime() < seenEvery) return;
  await tx.updateTable('calendar_feed').set({ last_read_at: feed.now }).where('id', '=', feed.id).execute();
}
