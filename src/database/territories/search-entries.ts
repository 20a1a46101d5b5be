import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { upsertSearchEntries } from '#database/operations/search-store.ts';
import { fold } from '#domain/shared/fold.ts';
import { referenceOf } from '#domain/territories/references.ts';

type Row = {
  id: number;
  country: string;
  code: string;
  name: string;
  aliases: readonly string[];
  isHidden: boolean;
};

/**
 * Makes territories findable by every name they have or had: the whole country, or only some by their numbers.
 * One that ended is not found where another took its code or, after it, its name: whoever looks for it means that one.
 */
export async function indexTerritories(
  tx: Transaction,
  country: string,
  ids?: readonly number[],
): Promise<void> {
  const rows = await sql<Row>`
    select territory.id, territory.country, territory.code, territory.name,
      (select coalesce(jsonb_agg(alias.name), '[]') from territory_alias alias where alias.territory_id = territory.id) as aliases,
      territory.valid_to is not null and (
        exists (select from territory newer where newer.country = territory.country and newer.code = territory.code
          and newer.valid_to is null)
        or exists (select from territory_succession step join territory heir on heir.id = step.successor_id
          where step.predecessor_id = territory.id and heir.name = territory.name)) as "isHidden"
    from territory
    where territory.country = ${country} and (${ids ?? null}::int[] is null or territory.id = any (${ids ?? null}::int[]))`.execute(
    tx,
  );
  const hidden = rows.rows.filter((row) => row.isHidden).map((row) => row.id);
  await sql`delete from search_entry where kind = 'territory' and territory_id = any (${hidden}::int[])`.execute(
    tx,
  );
  await upsertSearchEntries(
    tx,
    rows.rows
      .filter((row) => !row.isHidden)
      .map((row) => ({
        kind: 'territory' as const,
        id: referenceOf(row.country, row.code),
        country: row.country,
        territoryId: row.id,
        organisationId: null,
        title: row.name,
        folded: [...new Set([row.name, ...row.aliases].map(fold))].join(' '),
        visibility: 'public' as const,
      })),
  );
}
