import { upsertSearchEntry } from '#database/operations/search-store.ts';
import { fold } from '#domain/shared/fold.ts';
import type { StrategyRow } from '#database/strategy/strategy-columns.ts';
import type { Transaction } from '../context.ts';

/** A strategy is found by its title from the day on which everybody may read a version of it. */
export async function makeStrategyFindable(
  tx: Transaction,
  strategy: Pick<StrategyRow, 'id' | 'country' | 'territoryId' | 'title'>,
): Promise<void> {
  await upsertSearchEntry(tx, {
    kind: 'strategy',
    id: strategy.id,
    country: strategy.country,
    territoryId: strategy.territoryId,
    organisationId: null,
    title: strategy.title,
    folded: fold(strategy.title),
    visibility: 'public',
  });
}
