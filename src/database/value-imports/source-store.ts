import type { Transaction } from '#database/connection.ts';

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
