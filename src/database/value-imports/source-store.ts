import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

/** A source by its id, or by what it is called. */
export async function findSourceCalled(tx: Transaction, text: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from source where id = ${text} or lower(title) = lower(${text}) order by id = ${text} desc, id limit 1`.execute(
    tx,
  );
  return rows[0]?.id;
}

/** Keeps a source that somebody names while bringing in figures; one that is there already stays as it is. */
export async function ensureSource(
  tx: Transaction,
  source: { readonly id: string; readonly title: string; readonly publisher: string | null },
): Promise<void> {
  await tx
    .insertInto('source')
    .values({ id: source.id, title: source.title, publisher: source.publisher })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
