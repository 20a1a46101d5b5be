import type { Database } from '#database/connection.ts';

/** How many example accounts there are: a real installation refuses to be served with any. */
export async function countExampleAccounts(database: Database): Promise<number> {
  const row = await database.owner
    .selectFrom('account')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('example', '=', true)
    .where('standing', '!=', 'closed')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
