import { sql } from 'kysely';
import { anyOf } from '#database/any-of.ts';
import type { Transaction } from '#database/connection.ts';
import type { CrosswalkLine, CrosswalkSource } from '#domain/values/crosswalk.ts';

/** One version of a crosswalk. */
export type CrosswalkRow = {
  readonly id: string;
  readonly title: string;
  readonly country: string | null;
  readonly territoryId: number | null;
  readonly source: CrosswalkSource | null;
  readonly number: number;
  readonly validFrom: string | null;
  readonly reason: string | null;
  readonly origin: 'pack' | 'person';
  readonly accountId: string | null;
  readonly writtenAt: Date;
  readonly newest: number;
  readonly names: number;
};

const columns = sql`c.id, c.title, c.country, c.territory_id as "territoryId", c.number,
  (select jsonb_build_object('id', s.id, 'title', s.title) from source s where s.id = c.source_id) as source, c.valid_from as "validFrom", c.reason, c.origin,
  c.account_id as "accountId", c.written_at as "writtenAt",
  (select max(o.number) from crosswalk o where o.title = c.title and o.country is not distinct from c.country) as newest,
  (select count(distinct e.folded)::int from crosswalk_entry e where e.crosswalk_id = c.id) as names`;

/** The newest version of each crosswalk: those of a country first, of all its sources before those of one; then those of every country. */
export async function listCrosswalkRows(tx: Transaction, country: string | null): Promise<CrosswalkRow[]> {
  const { rows } = await sql<CrosswalkRow>`
    select * from (select distinct on (c.country, c.title) ${columns} from crosswalk c
    where c.country is null or ${country}::text is null or c.country = ${country}
    order by c.country, c.title, c.number desc) newest
    order by country is null, country, source is not null, title`.execute(tx);
  return rows;
}

/** One version by its id. */
export async function findCrosswalk(tx: Transaction, id: string): Promise<CrosswalkRow | undefined> {
  const { rows } = await sql<CrosswalkRow>`select ${columns} from crosswalk c where c.id = ${id}`.execute(tx);
  return rows[0];
}

/** Every version of a crosswalk, newest first. */
export async function listCrosswalkVersions(
  tx: Transaction,
  { country, title }: Pick<CrosswalkRow, 'country' | 'title'>,
): Promise<CrosswalkRow[]> {
  const { rows } = await sql<CrosswalkRow>`select ${columns} from crosswalk c
    where c.title = ${title} and c.country is not distinct from ${country} order by c.number desc`.execute(
    tx,
  );
  return rows;
}

/** The lines of versions, in their order, by the version's id. */
export async function findCrosswalkLines(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, CrosswalkLine[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('crosswalk_entry')
    .select(['crosswalk_id', 'national', 'indicator_code', 'iccs_code', 'weight', 'note'])
    .where('crosswalk_id', '=', anyOf([...ids]))
    .orderBy('crosswalk_id')
    .orderBy('position')
    .execute();
  const lines = new Map<string, CrosswalkLine[]>(ids.map((id) => [id, []]));
  for (const { crosswalk_id, national, indicator_code, iccs_code, weight, note } of rows)
    lines
      .get(crosswalk_id)
      ?.push({ national, indicator: indicator_code, iccs: iccs_code, weight: Number(weight), note });
  return lines;
}

/** How many batches of figures were read by each version, as far as the caller may know of them. */
export async function countReadBy(tx: Transaction, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('value_batch_crosswalk')
    .select(({ fn }) => ['crosswalk_id as id', fn.countAll<string>().as('batches')])
    .where('crosswalk_id', '=', anyOf([...ids]))
    .groupBy('crosswalk_id')
    .execute();
  return new Map(rows.map((row) => [row.id, Number(row.batches)]));
}

/** By which versions the figures of an import were read. */
export async function findVersionsOfRun(tx: Transaction, runId: string) {
  return tx
    .selectFrom('value_batch as v')
    .innerJoin('value_batch_crosswalk as b', 'b.batch_id', 'v.id')
    .innerJoin('crosswalk as c', 'c.id', 'b.crosswalk_id')
    .select(['c.id', 'c.title', 'c.number'])
    .distinct()
    .where('v.import_run_id', '=', runId)
    .orderBy('c.title')
    .execute();
}

/** Versions by their ids: how they are called. */
export async function findCrosswalkTitles(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('crosswalk')
    .select(['id', 'title', 'number'])
    .where('id', '=', anyOf([...ids]))
    .orderBy('title')
    .execute();
}

/** The sources from which figures of a country come, as far as the caller may know of them. */
export async function listSourcesOfCountry(tx: Transaction, country: string): Promise<CrosswalkSource[]> {
  return tx
    .selectFrom('series as s')
    .innerJoin('source', 'source.id', 's.source_id')
    .select(['source.id', 'source.title'])
    .distinct()
    .where('s.country', '=', country)
    .where('s.standing', '=', 'current')
    .orderBy('source.title')
    .execute();
}
