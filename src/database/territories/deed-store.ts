import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { SuccessionKind } from '#domain/territories/successions.ts';

/** Changes a territory that somebody read in this version; false when it is another by now. What a person changed is theirs. */
export async function renameTerritoryRow(
  tx: Transaction,
  id: number,
  version: number,
  name: string,
): Promise<boolean> {
  const result = await tx
    .updateTable('territory')
    .set((eb) => ({ name, origin: 'person', version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Ends a territory that somebody read in this version; false when it is another by now. */
export async function endTerritoryRow(
  tx: Transaction,
  id: number,
  version: number,
  on: string,
): Promise<boolean> {
  const result = await tx
    .updateTable('territory')
    .set((eb) => ({ valid_to: on, origin: 'person', version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Adds another name; false when the territory has it already. */
export async function addAliasRow(
  tx: Transaction,
  alias: { id: number; name: string; kind: string; sourceId: string | null },
): Promise<boolean> {
  const result = await tx
    .insertInto('territory_alias')
    .values({ territory_id: alias.id, name: alias.name, kind: alias.kind, source_id: alias.sourceId })
    .onConflict((conflict) => conflict.columns(['territory_id', 'name']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** A name that is the name again is no other name. */
export async function removeAliasRow(tx: Transaction, id: number, name: string): Promise<void> {
  await tx.deleteFrom('territory_alias').where('territory_id', '=', id).where('name', '=', name).execute();
}

export async function addSuccessions(
  tx: Transaction,
  steps: readonly {
    predecessorId: number;
    successorId: number;
    on: string | null;
    kind: SuccessionKind;
    note: string | null;
  }[],
): Promise<void> {
  if (steps.length === 0) return;
  await tx
    .insertInto('territory_succession')
    .values(
      steps.map((step) => ({
        predecessor_id: step.predecessorId,
        successor_id: step.successorId,
        on_date: step.on,
        kind: step.kind,
        note: step.note,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['predecessor_id', 'successor_id']).doUpdateSet((eb) => ({
        on_date: eb.ref('excluded.on_date'),
        kind: eb.ref('excluded.kind'),
        note: eb.ref('excluded.note'),
      })),
    )
    .execute();
}

export async function saveFigure(
  tx: Transaction,
  figure: {
    id: number;
    year: number;
    people: number | null;
    sharedWith: string | null;
    sharedPeople: number | null;
    method: string;
    sourceId: string;
    note: string | null;
    origin: 'person' | 'import';
  },
): Promise<void> {
  const told = {
    people: figure.people,
    shared_with: figure.sharedWith,
    shared_people: figure.sharedPeople,
    method: figure.method,
    note: figure.note,
    origin: figure.origin,
    counted_elsewhere: false,
  };
  await tx
    .insertInto('territory_population')
    .values({ territory_id: figure.id, year: figure.year, source_id: figure.sourceId, ...told })
    .onConflict((conflict) => conflict.columns(['territory_id', 'year', 'source_id']).doUpdateSet(told))
    .execute();
}

/** Adds a source that somebody told; the same words are the same source. */
export async function addSource(
  tx: Transaction,
  source: {
    id: string;
    country: string;
    title: string;
    publisher: string | null;
    address: string | null;
    published: string | null;
  },
): Promise<string> {
  const known = await tx
    .selectFrom('source')
    .select('id')
    .where('country', '=', source.country)
    .where('title', '=', source.title)
    .where(sql<boolean>`publisher is not distinct from ${source.publisher}`)
    .where(sql<boolean>`published is not distinct from ${source.published}`)
    .executeTakeFirst();
  if (known) return known.id;
  await tx
    .insertInto('source')
    .values({ ...source, verified: false })
    .execute();
  return source.id;
}

/** How many territories below one are still in force on a day. */
export async function countPartsInForce(tx: Transaction, id: number, on: string): Promise<number> {
  const row = await tx
    .selectFrom('territory')
    .select((eb) => eb.fn.countAll<string>().as('parts'))
    .where('parent_id', '=', id)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', on)]))
    .executeTakeFirstOrThrow();
  return Number(row.parts);
}
