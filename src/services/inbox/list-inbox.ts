import type { inboxOperations } from '#contract/inbox/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { groupOf } from '#domain/inbox/work.ts';
import { signedIn } from '../access/own-account.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { pathOf } from './path-of.ts';
import { pageOfWork, workOf } from './work-of.ts';

type Operation = typeof inboxOperations.listInbox;

export async function listInbox(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const actor = signedIn(context);
  return inScope(context.database, actor.scope, async (tx) => {
    const until = input.page * pageOfWork;
    const { today, work, isCut } = await workOf(tx, { ...context, actor }, until);
    const shown = work.slice(until - pageOfWork, until);
    const places = await lookUp(tx, context, { territories: shown.map(({ territoryId }) => territoryId) });
    return {
      today,
      count: work.length,
      overdue: work.filter(({ onDay }) => groupOf(onDay, today) === 'overdue').length,
      isMore: isCut,
      next: isCut || work.length > until ? input.page + 1 : null,
      items: shown.map((one) => ({
        kind: one.kind,
        subject: one.subject,
        subjectId: one.subjectId,
        partId: one.partId,
        title: one.title,
        onDay: one.onDay,
        group: groupOf(one.onDay, today),
        count: one.count,
        territory: places.place(one.territoryId),
        path: pathOf(one),
        example: one.example,
      })),
      maySeeUnreached: maySomewhere(actor, 'see-accounts'),
    };
  });
}
