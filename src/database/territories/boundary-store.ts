import { sql } from 'kysely';
import type { Neighbours } from '#domain/territories/neighbours.ts';
import type { Transaction } from '../connection.ts';

/** A boundary layer without its topology, which is large. */
export type BoundaryLayerRow = {
  readonly id: string;
  readonly country: string;
  readonly level: number;
  readonly approximate: boolean;
  readonly title: string;
  readonly licence: string | null;
  readonly note: string | null;
  readonly source: string | null;
  readonly current: boolean;
  readonly loadedAt: Date;
  readonly areas: number;
  readonly bytes: number;
  readonly by: string | null;
};

export type NewBoundaryLayer = {
  readonly id: string;
  readonly country: string;
  readonly level: number;
  readonly approximate: boolean;
  readonly title: string;
  readonly licence: string | null;
  readonly note: string | null;
  readonly topology: object;
  readonly neighbours: Neighbours;
  readonly report: object;
  readonly accountId: string | null;
};

const layers = (tx: Transaction) =>
  tx
    .selectFrom('boundary_layer as layer')
    .leftJoin('source', 'source.id', 'layer.source_id')
    .leftJoin('account', 'account.id', 'layer.account_id')
    .select([
      'layer.id',
      'layer.country',
      'layer.level',
      'layer.approximate',
      'layer.title',
      'layer.licence',
      'layer.note',
      'source.title as source',
      'layer.current',
      'layer.loaded_at as loadedAt',
      'account.username as by',
      sql<number>`jsonb_array_length(layer.topology #> '{objects,areas,geometries}')`.as('areas'),
      sql<number>`pg_column_size(layer.topology)`.as('bytes'),
    ]);

/** The layer that maps of a level are drawn from. */
export async function findCurrentLayer(
  tx: Transaction,
  country: string,
  level: number,
): Promise<BoundaryLayerRow | undefined> {
  return layers(tx)
    .where('layer.country', '=', country)
    .where('layer.level', '=', level)
    .where('layer.current', '=', true)
    .executeTakeFirst();
}

export async function findLayer(tx: Transaction, id: string): Promise<BoundaryLayerRow | undefined> {
  return layers(tx).where('layer.id', '=', id).executeTakeFirst();
}

/** Newest first; ids are in order of time. */
export async function listLayers(
  tx: Transaction,
  country: string,
  page: { readonly after: string | null; readonly limit: number },
): Promise<BoundaryLayerRow[]> {
  const ordered = layers(tx)
    .where('layer.country', '=', country)
    .orderBy('layer.id', 'desc')
    .limit(page.limit + 1);
  return (page.after === null ? ordered : ordered.where('layer.id', '<', page.after)).execute();
}

/** The topology of a layer, as it was stored. */
export async function getTopology(tx: Transaction, id: string): Promise<unknown> {
  const row = await tx
    .selectFrom('boundary_layer')
    .select('topology')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.topology;
}

/** Who borders on whom at a level, by the boundaries in use, and whether those are only approximate; undefined where there are none. */
export async function findNeighbours(tx: Transaction, country: string, level: number) {
  const row = await tx
    .selectFrom('boundary_layer')
    .select(['neighbours', 'approximate'])
    .where('country', '=', country)
    .where('level', '=', level)
    .where('current', '=', true)
    .executeTakeFirst();
  // Written by this store alone, by the same shape.
  return row && { approximate: row.approximate, neighbours: row.neighbours as unknown as Neighbours };
}

/**
 * Adds a layer as the current one of its level and keeps the former.
 * @returns the former current layer's id
 */
export async function addLayer(tx: Transaction, layer: NewBoundaryLayer): Promise<string | null> {
  const former = await retireCurrent(tx, layer.country, layer.level);
  await tx
    .insertInto('boundary_layer')
    .values({
      id: layer.id,
      country: layer.country,
      level: layer.level,
      approximate: layer.approximate,
      title: layer.title,
      licence: layer.licence,
      note: layer.note,
      topology: JSON.stringify(layer.topology),
      neighbours: JSON.stringify(layer.neighbours),
      report: JSON.stringify(layer.report),
      account_id: layer.accountId,
      current: true,
    })
    .execute();
  return former;
}

/** Makes a layer the current one of its level; returns the one that was. */
export async function makeCurrent(tx: Transaction, layer: BoundaryLayerRow): Promise<string | null> {
  const former = await retireCurrent(tx, layer.country, layer.level);
  await tx.updateTable('boundary_layer').set({ current: true }).where('id', '=', layer.id).execute();
  return former;
}

/** Approximate layers are drawn anew from the points: the ones before are of no use to anybody. */
export async function deleteApproximateLayer(tx: Transaction, country: string, level: number): Promise<void> {
  await tx
    .deleteFrom('boundary_layer')
    .where('country', '=', country)
    .where('level', '=', level)
    .where('approximate', '=', true)
    .execute();
}

/** Keeps that a file of boundaries was brought in, among the other imports. */
export async function addBoundaryImport(
  tx: Transaction,
  run: {
    readonly id: string;
    readonly layerId: string;
    readonly formerLayerId: string | null;
    readonly country: string;
    readonly territoryId: number;
    readonly fileName: string;
    readonly report: object;
    readonly accountId: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('import_run')
    .values({
      id: run.id,
      kind: 'boundaries',
      country: run.country,
      territory_id: run.territoryId,
      file_name: run.fileName,
      standing: 'applied',
      report: JSON.stringify(run.report),
      changes: JSON.stringify({ layer: run.layerId, formerLayer: run.formerLayerId }),
      account_id: run.accountId,
      created_at: run.at,
      applied_at: run.at,
    })
    .execute();
}

// Two people loading a layer at once take turns, so that one level never has two current layers.
async function retireCurrent(tx: Transaction, country: string, level: number): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtext(${`boundary ${country} ${level}`}))`.execute(tx);
  const former = await tx
    .updateTable('boundary_layer')
    .set({ current: false })
    .where('country', '=', country)
    .where('level', '=', level)
    .where('current', '=', true)
    .returning('id')
    .executeTakeFirst();
  return former?.id ?? null;
}
