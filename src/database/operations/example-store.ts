import type { Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

/** The tables that example operations are put into. */
export type ExampleTable =
  | 'person'
  | 'contact_point'
  | 'post'
  | 'structure'
  | 'seat'
  | 'seat_term'
  | 'prevention_work'
  | 'actor_absence';

/** Puts in what is not there yet; what people changed since is left alone. */
export async function insertMissing<Table extends ExampleTable>(
  tx: Transaction,
  table: Table,
  rows: readonly Insertable<DB[Table]>[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto<ExampleTable>(table)
    .values(rows as never)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Which organisations of a pack have which id. */
export async function organisationsByKey(tx: Transaction, country: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'pack_key'])
    .where('country', '=', country)
    .where('pack_key', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.pack_key ?? '', row.id]));
}

/** Which territory of a country has which number; the country itself under the empty code. */
export async function territoriesByCode(tx: Transaction, country: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('territory')
    .select(['id', 'code', 'level'])
    .where('country', '=', country)
    .where('valid_to', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.level === 0 ? '' : row.code, row.id]));
}

export async function hasExample(tx: Transaction, country: string): Promise<boolean> {
  const row = await tx
    .selectFrom('person')
    .select('id')
    .where('country', '=', country)
    .where('example', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
