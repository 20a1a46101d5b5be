import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import { inSpanish } from '#database/in-spanish.ts';
import { strategyOf, versionOf, type StrategyRow, type VersionRow } from './strategy-columns.ts';

/** The strategies that the caller may know of, the latest first. */
export async function listStrategyRows(tx: Transaction, country: string | null): Promise<StrategyRow[]> {
  let query = tx
    .selectFrom('strategy')
    .selectAll()
    .orderBy('country')
    .orderBy('period_to', 'desc')
    .orderBy(inSpanish('title'));
  if (country !== null) query = query.where('country', '=', country);
  return (await query.execute()).map(strategyOf);
}

export async function findStrategy(tx: Transaction, id: string): Promise<StrategyRow | undefined> {
  const row = await tx.selectFrom('strategy').selectAll().where('id', '=', id).executeTakeFirst();
  return row && strategyOf(row);
}

/** The versions of strategies that the caller may see, newest first. */
export async function findVersions(tx: Transaction, strategyIds: readonly string[]): Promise<VersionRow[]> {
  if (strategyIds.length === 0) return [];
  const rows = await tx
    .selectFrom('strategy_version')
    .selectAll()
    .where('strategy_id', '=', anyOf(strategyIds))
    .orderBy('number', 'desc')
    .execute();
  return rows.map(versionOf);
}

export async function findVersion(tx: Transaction, id: string): Promise<VersionRow | undefined> {
  const row = await tx.selectFrom('strategy_version').selectAll().where('id', '=', id).executeTakeFirst();
  return row && versionOf(row);
}

/** Which of these are organisations of a country that was not annulled. */
export async function findOrganisationsOf(
  tx: Transaction,
  country: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', anyOf(ids))
    .where('country', '=', country)
    .where('standing', '<>', 'annulled')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** What was done to a strategy and its versions, newest first. */
export async function findStrategyActs(tx: Transaction, strategyId: string) {
  return tx
    .selectFrom('strategy_act')
    .selectAll()
    .where('strategy_id', '=', strategyId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}
