import { anyOf } from '#database/any-of.ts';
import type { Transaction } from '#database/connection.ts';
import { isInsiderOf, isQuietFor } from './told-lateness.ts';

/** Whether nothing that could favour or harm is published in a territory on a day: before an election there or above. */
export async function isQuiet(tx: Transaction, territoryId: number, on: string): Promise<boolean> {
  const row = await tx
    .selectFrom('quiet_period as q')
    .innerJoin('territory as t', 't.id', 'q.territory_id')
    .select('q.id')
    .where('t.id', '<=', territoryId)
    .where('t.last_id', '>=', territoryId)
    .where('q.from_day', '<=', on)
    .where('q.to_day', '>=', on)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Of these commitments, those of which nothing late may be published on a day. */
export async function findQuietCommitments(
  tx: Transaction,
  ids: readonly string[],
  on: string,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('commitment as c')
    .select('c.id')
    .where('c.id', '=', anyOf(ids))
    .where(isQuietFor('c', on))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Of these commitments, those of which whoever asks reads all that is between the parties. */
export async function findInsideCommitments(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('commitment as c')
    .select('c.id')
    .where('c.id', '=', anyOf(ids))
    .where(isInsiderOf('c'))
    .execute();
  return new Set(rows.map(({ id }) => id));
}
