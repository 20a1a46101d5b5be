import type { inboxOperations } from '#contract/inbox/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { groupOf } from '#domain/inbox/work.ts';
import { signedIn } from '../access/own-account.ts';
import type { Context } from '../context.ts';
import { workOf } from './work-of.ts';

type Operation = typeof inboxOperations.countInbox;

/** How much waits, without the names of places: what a mark beside the navigation asks for. */
export async function countInbox(context: Context, _input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const actor = signedIn(context);
  return inScope(context.database, actor.scope, async (tx) => {
    const { today, work } = await workOf(tx, { ...context, actor });
    const overdue = work.filter(({ onDay }) => groupOf(onDay, today) === 'overdue').length;
    return { count: work.length, overdue };
  });
}
