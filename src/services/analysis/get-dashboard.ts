import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findAccount } from '#database/access/account-views.ts';
import { findDashboard, unchanged } from '#database/analysis/dashboard-store.ts';
import { inScope } from '#database/connection.ts';
import { deeds } from '#domain/access/deeds.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { blocksOfRole } from '#domain/analysis/dashboard.ts';
import { signedIn } from '../access/own-account.ts';
import type { Context } from '../context.ts';

type Operation = typeof analysisOperations.getDashboard;

/** What somebody put on their dashboard; else what stands there for their role, of their own territory. */
export async function getDashboard(
  context: Context,
  _input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const actor = signedIn(context);
  return inScope(context.database, actor.scope, async (tx) => {
    const account = await findAccount(tx, actor.accountId);
    const own = deeds.filter((deed) => maySomewhere(actor, deed));
    const ofRole = account ? blocksOfRole(own, account.reference) : [];
    const kept = await findDashboard(tx, actor.accountId);
    return {
      blocks: [...(kept?.blocks ?? ofRole)],
      ofRole,
      isOwn: kept !== undefined,
      version: kept?.version ?? unchanged,
    };
  });
}
