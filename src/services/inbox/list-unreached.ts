import type { inboxOperations } from '#contract/inbox/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { listUnreachedRows, type UnreachedRow } from '#database/inbox/unreached-views.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';

type Operation = typeof inboxOperations.listUnreached;

const most = 200;
const days = 30;

/** Who was not reached, for whoever sees their accounts: they may call instead. */
export async function listUnreached(
  context: Context,
  _input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'see-accounts');
  const since = new Date(context.now.getTime() - days * 86_400_000);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const rows = await listUnreachedRows(tx, { since, limit: most + 1 });
    const shown = rows.slice(0, most);
    const places = await lookUp(tx, context, { territories: shown.map((row) => row.territory_id) });
    return {
      items: shown.map((row) => ({
        accountId: row.account_id,
        name: row.name,
        username: row.username,
        territory: places.place(row.territory_id),
        ...reasonOf(row),
        at: row.at.toISOString(),
      })),
      isMore: rows.length > most,
    };
  });
}

function reasonOf({ standing, problem }: UnreachedRow) {
  if (standing === 'refused') return { reason: 'refused', detail: problem } as const;
  return { reason: problem === 'no-address' ? 'no-address' : 'no-mail-here', detail: null } as const;
}
