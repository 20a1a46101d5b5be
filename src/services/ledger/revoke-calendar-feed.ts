import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { revokeFeed } from '#database/ledger/feed-store.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';

type Operation = typeof ledgerOperations.revokeCalendarFeed;

/** Closes one of one's own calendars; nobody else's is seen. */
export async function revokeCalendarFeed(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { actor } = context;
  if (actor.kind !== 'account') throw refuseShared('shared.signed-out');
  return inScope(context.database, actor.scope, async (tx) => {
    const at = { id: input.feedId, accountId: actor.accountId, now: context.now };
    if (!(await revokeFeed(tx, at))) throw refuse('commitments.feed-not-found');
    await record(tx, context, {
      operation: 'revokeCalendarFeed',
      subjectKind: 'calendar-feed',
      subjectId: input.feedId,
      territoryId: actor.roles[0]?.territoryId ?? 0,
      organisationId: null,
      before: { isOpen: true },
      after: { isOpen: false },
    });
    return { done: true };
  });
}
