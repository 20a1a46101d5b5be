import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import { inSpanish } from '#database/in-spanish.ts';
import { parseReference } from '#domain/territories/references.ts';

/** A territory as the actors' pages name it. */
export type PlaceRow = {
  readonly id: number;
  readonly lastId: number;
  readonly country: string;
  readonly code: string;
  readonly kind: string;
  readonly level: number;
  readonly name: string;
  readonly kindName: string;
  readonly kindNameEn: string;
};

const places = (tx: Transaction) =>
  tx
    .selectFrom('territory as t')
    .innerJoin('territory_kind as k', (join) =>
      join.onRef('k.country', '=', 't.country').onRef('k.kind', '=', 't.kind'),
    )
    .select([
      't.id',
      't.last_id as lastId',
      't.country',
      't.code',
      't.kind',
      't.level',
      't.name',
      'k.name as kindName',
      'k.name_en as kindNameEn',
    ]);

/** The territory that a reference names: the one that stands, or else the last that had the code. */
export async function findPlace(tx: Transaction, reference: string): Promise<PlaceRow | undefined> {
  const parts = parseReference(reference);
  if (parts === null) return undefined;
  let query = places(tx).where('t.country', '=', parts.country);
  query =
    parts.code === null
      ? query.where('t.level', '=', 0)
      : query.where('t.code', '=', parts.code).where('t.level', '>', 0);
  return query
    .orderBy('t.valid_to', (order) => order.desc().nullsFirst())
    .limit(1)
    .executeTakeFirst();
}

/** The places of these numbers. */
export async function findPlaces(tx: Transaction, ids: readonly number[]): Promise<Map<number, PlaceRow>> {
  if (ids.length === 0) return new Map();
  const rows = await places(tx)
    .where('t.id', '=', anyOf([...new Set(ids)]))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The territories above one, nearest first. */
export async function findPlacesAbove(tx: Transaction, id: number): Promise<PlaceRow[]> {
  return places(tx)
    .innerJoin('territory_closure as c', 'c.ancestor_id', 't.id')
    .where('c.descendant_id', '=', id)
    .where('c.depth', '>', 0)
    .orderBy('c.depth')
    .execute();
}

/** The territories that lie over one without being above or below it. */
export async function findPlacesOverlapping(tx: Transaction, id: number): Promise<PlaceRow[]> {
  return places(tx)
    .innerJoin('territory_overlap as o', (join) =>
      join.on((eb) =>
        eb.or([
          eb.and([eb('o.territory_id', '=', id), eb('t.id', '=', eb.ref('o.other_id'))]),
          eb.and([eb('o.other_id', '=', id), eb('t.id', '=', eb.ref('o.territory_id'))]),
        ]),
      ),
    )
    .orderBy(inSpanish('t.name'))
    .execute();
}
