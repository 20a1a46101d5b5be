import type { Transaction } from '#database/connection.ts';

/**
 * The rate by population that is made of a count: what territories are compared by, since where more people live more happens. The one
 * of the oldest framework first. @returns undefined where there is none
 */
export async function findRateOf(tx: Transaction, countCode: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('indicator as r')
    .innerJoin('indicator as c', 'c.id', 'r.numerator_id')
    .select('r.code')
    .where('c.code', '=', countCode)
    .where('r.denominator', '=', 'population')
    .where('r.standing', '=', 'current')
    .orderBy('r.id')
    .limit(1)
    .executeTakeFirst();
  return row?.code;
}
