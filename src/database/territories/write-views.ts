import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { TerritoryKind } from '#domain/territories/kinds.ts';
import type { NamedTerritory } from '#domain/territories/names.ts';

/** A territory as a deed needs it. */
export type TerritoryRow = {
  readonly id: number;
  readonly lastId: number;
  readonly country: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly level: number;
  readonly parentId: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly version: number;
};

/** A territory by its code; of several, the one in force, else the one that ended last. No code is the country itself. */
export async function findTerritory(
  tx: Transaction,
  country: string,
  code: string | null,
): Promise<TerritoryRow | undefined> {
  const row = await tx
    .selectFrom('territory')
    .selectAll()
    .where('country', '=', country)
    .where('code', '=', code ?? country)
    .orderBy('valid_to', (order) => order.desc().nullsFirst())
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      lastId: row.last_id,
      country: row.country,
      code: row.code,
      name: row.name,
      kind: row.kind,
      level: row.level,
      parentId: row.parent_id,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      version: row.version,
    }
  );
}

/** The kinds of a country, with the country's widths; undefined when there is no such country. */
export async function findCountryGround(
  tx: Transaction,
  country: string,
): Promise<{ base: number; widths: number[]; kinds: TerritoryKind[] } | undefined> {
  const found = await tx
    .selectFrom('country')
    .select(['base', 'widths'])
    .where('code', '=', country)
    .executeTakeFirst();
  if (!found) return undefined;
  const kinds = await tx
    .selectFrom('territory_kind')
    .selectAll()
    .where('country', '=', country)
    .orderBy('level')
    .execute();
  return {
    ...found,
    kinds: kinds.map((kind) => ({
      kind: kind.kind,
      level: kind.level,
      name: { es: kind.name, en: kind.name_en },
      plural: { es: kind.name_plural, en: kind.name_plural_en },
      codeDigits: kind.code_digits,
      codePattern: kind.code_pattern,
    })),
  };
}

/** Two people who add territories to one country wait for each other, so that no number is given twice. */
export async function lockNumbers(tx: Transaction, base: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${base}::bigint)`.execute(tx);
}

export type MatchableTerritory = NamedTerritory & {
  readonly id: number;
  readonly country: string;
  readonly kind: string;
  readonly kindName: { es: string; en: string };
  readonly isCurrent: boolean;
};

/** Territories with every name they have or had. */
export async function listMatchable(
  tx: Transaction,
  asked: {
    day: string;
    country: string | null;
    within: { id: number; lastId: number } | null;
    level: number | null;
  },
): Promise<MatchableTerritory[]> {
  const result = await sql<MatchableTerritory>`
    select t.id, t.country, t.code, t.name, t.level, t.kind, jsonb_build_object('es', kind.name, 'en', kind.name_en) as "kindName",
      (t.valid_to is null or t.valid_to > ${asked.day}::date) as "isCurrent",
      coalesce(jsonb_agg(jsonb_build_object('name', alias.name, 'kind', alias.kind)) filter (where alias.name is not null), '[]') as aliases
    from territory t
    join territory_kind kind on kind.country = t.country and kind.kind = t.kind
    left join territory_alias alias on alias.territory_id = t.id
    where (${asked.country}::text is null or t.country = ${asked.country})
      and (${asked.level}::int is null or t.level = ${asked.level})
      and (${asked.within?.id ?? null}::int is null or t.id between ${asked.within?.id ?? null}::int and ${asked.within?.lastId ?? null}::int)
    group by t.id, kind.country, kind.kind order by t.id`.execute(tx);
  return result.rows;
}

/** The words for kinds of territory, in both languages, one and many. */
export async function listKindWords(tx: Transaction): Promise<string[]> {
  const rows = await tx
    .selectFrom('territory_kind')
    .select(['name', 'name_plural', 'name_en', 'name_plural_en'])
    .where('level', '>', 0)
    .execute();
  return [...new Set(rows.flatMap((row) => Object.values(row)))];
}

/** Names and references of what lies above each of some territories, from the country down. */
export async function listAncestors(
  tx: Transaction,
  ids: readonly number[],
): Promise<Map<number, { reference: string; name: string }[]>> {
  const result = await sql<{ id: number; ancestors: { reference: string; name: string }[] }>`
    select c.descendant_id as id, jsonb_agg(jsonb_build_object('name', a.name, 'reference',
      case when a.level = 0 then a.country else a.country || '-' || a.code end) order by a.level) as ancestors
    from territory_closure c join territory a on a.id = c.ancestor_id
    where c.depth > 0 and c.descendant_id = any (${ids}::int[]) group by c.descendant_id`.execute(tx);
  return new Map(result.rows.map((row) => [row.id, row.ancestors]));
}

export type ExportRow = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent_code: string | null;
  readonly iso_code: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly population: number | null;
  readonly population_year: number | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
};

/** The territories of a country as they are exported; a joint figure is nobody's own and stays out. */
export async function listExportRows(
  tx: Transaction,
  country: string,
  day: string,
  ended: boolean,
): Promise<ExportRow[]> {
  const result = await sql<ExportRow>`
    select t.code, t.name, t.kind, case when parent.level > 0 then parent.code end as parent_code, t.iso_code,
      t.valid_from::text as valid_from, t.valid_to::text as valid_to, figure.people as population, figure.year as population_year,
      t.longitude, t.latitude
    from territory t join territory parent on parent.id = t.parent_id
    left join lateral (select people, year from territory_population figure
      where figure.territory_id = t.id and figure.people is not null
      order by figure.year desc, array_position(array['census','estimate','derived'], figure.method), figure.source_id limit 1) figure on true
    where t.country = ${country} and (${ended} or t.valid_to is null or t.valid_to > ${day}::date)
    order by t.level, t.code, t.id`.execute(tx);
  return result.rows;
}
