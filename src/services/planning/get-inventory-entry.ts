import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import { findEntry } from '#database/planning/inventory-store.ts';
import { suggestLink } from '#domain/planning/link-suggestion.ts';
import { mayEditEntry, mayFollowPath } from '#domain/planning/permissions.ts';
import { refuse } from '#domain/planning/refusals.ts';
import type { Context } from '../context.ts';
import { lineOf, lookUpForInventory, showLine } from './show-inventory.ts';

type Operation = typeof planningOperations.getInventoryEntry;

export async function getInventoryEntry(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const entry = await findEntry(tx, input.entryId);
    if (!entry) throw refuse('planning.entry-not-found');
    const line = lineOf(entry);
    const names = await lookUpForInventory(tx, context, [line], [entry.sourceId]);
    const { link, words } = suggestLink([entry.title, entry.description]);
    return {
      ...showLine(line, names),
      description: entry.description,
      officialReference: entry.officialReference,
      sourceWords: entry.sourceWords,
      source: names.source(entry.sourceId),
      standingReason: entry.standingReason,
      suggestion: { link, words: [...words] },
      mayDecide: entry.standing !== 'annulled' && mayFollowPath(context.actor, entry.territoryId),
      mayEdit: mayEditEntry(context.actor, entry),
      version: entry.version,
    };
  });
}
