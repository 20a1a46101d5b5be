import type { Transaction } from '#database/connection.ts';

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
