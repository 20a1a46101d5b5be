import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuseDecision } from '#domain/planning/inventory.ts';
import { permitDecideLink } from '#domain/planning/permissions.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { changeEntry, openEntry, refuseStale } from './entry-deed.ts';

type Operation = typeof planningOperations.decideInventoryLink;

/** The centre decides how an entry is linked to prevention. Former decisions stay in the trail. */
export async function decideInventoryLink(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { link, criterion, office, reason, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const entry = await openEntry(tx, input);
    permitDecideLink(context.actor, entry.territoryId);
    refuseStale(entry, input.version);
    refuseDecision(entry, { link, criterion, office, reason });
    refusePersonalText({ criterion, office, reason }, confirmText);
    const on = await todayOf(tx, context, entry.territoryId);
    const by = context.actor.kind === 'account' ? context.actor.accountId : null;
    return changeEntry(tx, context, entry, {
      operation: 'decideInventoryLink',
      change: { link: { to: link, criterion, office, on, by } },
      reason,
    });
  });
}
