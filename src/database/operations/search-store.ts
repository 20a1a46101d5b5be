import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

/** The kinds of things that have a page and are found by search. */
export type SearchKind =
  | 'territory'
  | 'organisation'
  | 'structure'
  | 'person'
  | 'need'
  | 'strategy'
  | 'plan'
  | 'agreement'
  | 'commitment'
  | 'inventory'
  | 'indicator';

/** What a thing is found by. `folded` is made with domain `fold()`: every name it has or had. */
export type SearchEntry = {
  readonly kind: SearchKind;
  readonly id: string;
  readonly country: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly title: string;
  readonly folded: string;
  readonly visibility: 'territory' | 'network' | 'public';
};

/** Makes things findable, or findable by what they are called now. */
export async function upsertSearchEntries(tx: Transaction, entries: readonly SearchEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .insertInto('search_entry')
    .columns(['kind', 'id', 'country', 'territory_id', 'organisation_id', 'title', 'folded', 'visibility'])
    .expression(
      sql`select kind, id, country, "territoryId", "organisationId", title, folded, visibility
          from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry(kind text, id text, country text,
          "territoryId" int, "organisationId" uuid, title text, folded text, visibility text)`,
    )
    .onConflict((conflict) =>
      conflict.columns(['kind', 'id']).doUpdateSet((eb) => ({
        territory_id: eb.ref('excluded.territory_id'),
        organisation_id: eb.ref('excluded.organisation_id'),
        title: eb.ref('excluded.title'),
        folded: eb.ref('excluded.folded'),
        visibility: eb.ref('excluded.visibility'),
      })),
    )
    .execute();
}

/** Makes one thing findable, or findable by what it is called now. */
export async function upsertSearchEntry(tx: Transaction, entry: SearchEntry): Promise<void> {
  await upsertSearchEntries(tx, [entry]);
}

/** Takes a thing out of the search. */
export async function removeSearchEntry(
  tx: Transaction,
  kind: SearchEntry['kind'],
  id: string,
): Promise<void> {
  await tx.deleteFrom('search_entry').where('kind', '=', kind).where('id', '=', id).execute();
}
