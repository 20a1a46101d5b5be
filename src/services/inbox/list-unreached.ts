import type { inboxOperations } from '#contract/inbox/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { listUnreachedRows, type UnreachedRow } from '#database/inbox/unreached-views.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';

type Operation = typeof inboxOperations.listUnreached;

const atOnce = 200;
const days = 30;

/** Who was not reached, for whoever sees their accounts: they may call instead. */
export async function listUnreached(
  context: Context,
  { page }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'see-accounts');
  const since = new Date(context.now.getTime() - days * 86_400_000);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const shown = await listUnreachedRows(tx, { since, limit: atOnce, offset: (page - 1) * atOnce });
    const [first] = shown;
    const places = await lookUp(tx, context, { territories: shown.map((row) => row.territory_id) });
    return {
      items: shown.map((row) => ({
        accountId: row.account_id,
        name: row.name,
        username: row.username,
        territory: places.place(row.territory_id),
        ...reasonOf(row),
        at: row.at.toISOString(),
        reminders: row.reminders,
      })),
      people: first?.people ?? 0,
      reminders: first?.all_reminders ?? 0,
      next: (first?.people ?? 0) > page * atOnce ? page + 1 : null,
    };
  });
}

function reasonOf({ standing, problem }: UnreachedRow) {
  if (standing === 'refused') return { reason: 'refused', detail: problem } as const;
  return { reason: problem === 'no-address' ? 'no-address' : 'no-mail-here', detail: null } as const;
}
