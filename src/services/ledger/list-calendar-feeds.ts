import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { listFeeds } from '#database/ledger/feed-store.ts';
import type { Context } from '../context.ts';

type Operation = typeof ledgerOperations.listCalendarFeeds;

/** My own calendars: row security shows no other. */
export async function listCalendarFeeds(
  context: Context,
  _input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const rows = await listFeeds(tx);
    return {
      items: rows.map((row) => ({
        id: row.id,
        createdAt: row.created_at.toISOString(),
        lastReadAt: row.last_read_at?.toISOString() ?? null,
      })),
    };
  });
}
