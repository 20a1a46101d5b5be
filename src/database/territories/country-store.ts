import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { TerritoryKind } from '#domain/territories/kinds.ts';
import type { MapFrame, PackManifest, PackSource } from '#domain/territories/pack.ts';
import { asRows } from './rows.ts';

export type CountryRow = {
  readonly code: string;
  readonly base: number;
  readonly widths: readonly number[];
  readonly packVersion: string;
  readonly mapFrame: MapFrame | null;
};

/** The country with a code, locked for whoever loads it. */
export async function findCountryForLoading(tx: Transaction, code: string): Promise<CountryRow | undefined> {
  const row = await tx
    .selectFrom('country')
    .select(['code', 'base', 'widths', 'pack_version', 'map_frame'])
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      code: row.code,
      base: row.base,
      widths: row.widths,
      packVersion: row.pack_version,
      mapFrame: row.map_frame as MapFrame | null,
    }
  );
}

/** Which country has a first number already. */
export async function findCountryAt(tx: Transaction, base: number): Promise<string | undefined> {
  const row = await tx.selectFrom('country').select('code').where('base', '=', base).executeTakeFirst();
  return row?.code;
}

/** Writes what a pack says of the country as a whole. Its numbers stay as they were first given. */
export async function saveCountry(
  tx: Transaction,
  manifest: PackManifest,
  widths: readonly number[],
): Promise<void> {
  const told = {
    name: manifest.name.es,
    name_en: manifest.name.en,
    currency: manifest.currency,
    locale: manifest.locale,
    time_zone: manifest.timeZone,
    paper: manifest.paper,
    phone_prefix: manifest.phonePrefix,
    changeovers: JSON.stringify(manifest.changeovers),
    map_frame: JSON.stringify(manifest.mapFrame),
    pack_version: manifest.packVersion,
  };
  await tx
    .insertInto('country')
    .values({ code: manifest.code, base: manifest.numberBase, widths: [...widths], ...told })
    .onConflict((conflict) => conflict.column('code').doUpdateSet({ ...told, loaded_at: sql<string>`now()` }))
    .execute();
}

export async function saveKinds(
  tx: Transaction,
  country: string,
  kinds: readonly TerritoryKind[],
): Promise<void> {
  const rows = kinds.map((kind) => ({
    kind: kind.kind,
    level: kind.level,
    name: kind.name.es,
    name_plural: kind.plural.es,
    name_en: kind.name.en,
    name_plural_en: kind.plural.en,
    code_digits: kind.codeDigits,
    code_pattern: kind.codePattern,
  }));
  await sql`
    insert into territory_kind (country, kind, level, name, name_plural, name_en, name_plural_en, code_digits, code_pattern)
    select ${country}, kind, level, name, name_plural, name_en, name_plural_en, code_digits, code_pattern
    from jsonb_to_recordset(${asRows(rows)}) as r(kind text, level smallint, name text, name_plural text,
      name_en text, name_plural_en text, code_digits smallint, code_pattern text)
    on conflict (country, kind) do update set level = excluded.level, name = excluded.name,
      name_plural = excluded.name_plural, name_en = excluded.name_en, name_plural_en = excluded.name_plural_en,
      code_digits = excluded.code_digits, code_pattern = excluded.code_pattern`.execute(tx);
}

/** Those of some sources that another country has already under the same id. */
export async function listForeignSources(
  tx: Transaction,
  country: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('source')
    .select('id')
    .where('id', 'in', ids)
    .where('country', '!=', country)
    .execute();
  return rows.map((row) => row.id);
}

/** Writes where facts come from. A source of the same id is told anew. */
export async function saveSources(
  tx: Transaction,
  country: string,
  sources: readonly PackSource[],
): Promise<void> {
  await sql`
    insert into source (id, country, title, publisher, address, published, licence, note, verified)
    select id, ${country}, title, publisher, address, published, licence, note, verified
    from jsonb_to_recordset(${asRows(sources)}) as r(id text, title text, publisher text, address text, published text,
      licence text, note text, verified boolean)
    on conflict (id) do update set title = excluded.title, publisher = excluded.publisher, address = excluded.address,
      published = excluded.published, licence = excluded.licence, note = excluded.note, verified = excluded.verified`.execute(
    tx,
  );
}

export async function hasSource(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.selectFrom('source').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}
