import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';

/** The names of the people behind accounts, as far as the caller may see them. */
export async function findAccountNames(
  tx: Transaction,
  accountIds: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(accountIds.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .selectFrom('account as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.id', 'p.name'])
    .where('a.id', '=', anyOf(wanted))
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
