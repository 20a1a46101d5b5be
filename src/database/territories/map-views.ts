import type { Transaction } from '../connection.ts';
import { inSpanish } from '#database/in-spanish.ts';

export type MapCountry = {
  readonly code: string;
  readonly name: string;
  readonly base: number;
  readonly frame: unknown;
  readonly packVersion: string;
};

/** A territory as maps and joins need it; only those that exist on the day. */
export type MapTerritory = {
  readonly id: number;
  readonly lastId: number;
  readonly parentId: number | null;
  readonly code: string;
  readonly kind: string;
  readonly level: number;
  readonly name: string;
  readonly isoCode: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
};

export async function findMapCountry(tx: Transaction, code: string): Promise<MapCountry | undefined> {
  return tx
    .selectFrom('country')
    .select(['code', 'name', 'base', 'map_frame as frame', 'pack_version as packVersion'])
    .where('code', '=', code)
    .executeTakeFirst();
}

const territories = (tx: Transaction, country: string, today: string) =>
  tx
    .selectFrom('territory')
    .select([
      'id',
      'last_id as lastId',
      'parent_id as parentId',
      'code',
      'kind',
      'level',
      'name',
      'iso_code as isoCode',
      'longitude',
      'latitude',
    ])
    .where('country', '=', country)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', today)]))
    .orderBy('id');

/** Every territory of a country. */
export async function listMapTerritories(
  tx: Transaction,
  country: string,
  today: string,
): Promise<MapTerritory[]> {
  return territories(tx, country, today).execute();
}

/** A territory by its code, even one that has ended: its map may still be asked for. */
export async function findMapTerritory(
  tx: Transaction,
  country: string,
  code: string,
): Promise<MapTerritory | undefined> {
  return tx
    .selectFrom('territory')
    .select([
      'id',
      'last_id as lastId',
      'parent_id as parentId',
      'code',
      'kind',
      'level',
      'name',
      'iso_code as isoCode',
      'longitude',
      'latitude',
    ])
    .where('country', '=', country)
    .where('code', '=', code)
    .orderBy('valid_to', (order) => order.desc().nullsFirst())
    .executeTakeFirst();
}

/** The territories of a level within a span of numbers. */
export async function listTerritoriesWithin(
  tx: Transaction,
  country: string,
  today: string,
  span: { readonly level: number; readonly first: number; readonly last: number },
): Promise<MapTerritory[]> {
  return territories(tx, country, today)
    .where('level', '=', span.level)
    .where('id', '>=', span.first)
    .where('id', '<=', span.last)
    .execute();
}

export async function findTerritoryById(tx: Transaction, country: string, today: string, id: number) {
  return territories(tx, country, today).where('id', '=', id).executeTakeFirst();
}

/** Where the known points below each territory lie on average; a territory with none is not in the answer. */
export async function averagePoints(
  tx: Transaction,
  ids: readonly number[],
): Promise<{ id: number; longitude: number; latitude: number }[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('territory')
    .innerJoin('territory as below', (join) =>
      join
        .onRef('below.id', '>=', 'territory.id')
        .onRef('below.id', '<=', 'territory.last_id')
        .on('below.longitude', 'is not', null)
        .on('below.latitude', 'is not', null),
    )
    .select((select) => [
      'territory.id',
      select.fn.avg<number>('below.longitude').as('longitude'),
      select.fn.avg<number>('below.latitude').as('latitude'),
    ])
    .where('territory.id', 'in', ids)
    .groupBy('territory.id')
    .orderBy('territory.id')
    .execute();
}

/** Other names of every territory of a country. */
export async function listAliases(
  tx: Transaction,
  country: string,
): Promise<{ territoryId: number; name: string }[]> {
  return tx
    .selectFrom('territory_alias as alias')
    .innerJoin('territory', 'territory.id', 'alias.territory_id')
    .select(['alias.territory_id as territoryId', 'alias.name'])
    .where('territory.country', '=', country)
    .orderBy('alias.territory_id')
    .orderBy(inSpanish('alias.name'))
    .execute();
}

/** The words for the kinds of territory of a country, in both languages, singular and plural. */
export async function listKindWords(tx: Transaction, country: string): Promise<string[]> {
  const kinds = await tx
    .selectFrom('territory_kind')
    .select(['name', 'name_plural', 'name_en', 'name_plural_en'])
    .where('country', '=', country)
    .execute();
  return kinds.flatMap((kind) => [kind.name, kind.name_plural, kind.name_en, kind.name_plural_en]);
}
