import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { upsertSearchEntries } from '#database/operations/search-store.ts';
import { fold } from '#domain/shared/fold.ts';
import { referenceOf } from '#domain/territories/references.ts';

type Row = { id: number; country: string; code: string; name: string; aliases: readonly string[] };

/** Makes territories findable by every name they have or had: the whole country, or only some by their numbers. */
export async function indexTerritories(
  tx: Transaction,
  country: string,
  ids?: readonly number[],
): Promise<void> {
  const rows = await sql<Row>`
    select territory.id, territory.country, territory.code, territory.name,
      coalesce(array_agg(alias.name) filter (where alias.name is not null), '{}') as aliases
    from territory left join territory_alias alias on alias.territory_id = territory.id
    where territory.country = ${country} and (${ids ?? null}::int[] is null or territory.id = any (${ids ?? null}::int[]))
      and not exists (select from territory newer where newer.country = territory.country and newer.code = territory.code
        and newer.id <> territory.id and newer.valid_to is null and territory.valid_to is not null)
    group by territory.id`.execute(tx);
  await upsertSearchEntries(
    tx,
    rows.rows.map((row) => ({
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
