import { sql, type Insertable, type Updateable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

export type ImportRow = NonNullable<Awaited<ReturnType<typeof findValueImport>>>;

export async function insertValueImport(tx: Transaction, row: Insertable<DB['value_import']>): Promise<void> {
  await tx.insertInto('value_import').values(row).execute();
}

export async function findValueImport(tx: Transaction, id: string) {
  return tx.selectFrom('value_import').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listValueImportRows(tx: Transaction, limit: number) {
  return tx
    .selectFrom('value_import')
    .select(['id', 'file_name', 'territory_id', 'stage', 'created_at'])
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
}

/** Changes an import where nobody else has since the version that was seen. @returns whether it was changed */
export async function updateValueImport(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  change: Updateable<DB['value_import']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('value_import')
    .set({ ...change, version: sql`version + 1`, updated_at: sql`now()` })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Keeps which places of a file are left out; the version stays, for it is read anew at once. */
export async function keepLeftOut(
  tx: Transaction,
  id: string,
  places: readonly { readonly key: string; readonly text: string; readonly rows: number }[],
): Promise<void> {
  await tx
    .updateTable('value_import')
    .set({ left_out: JSON.stringify(places) })
    .where('id', '=', id)
    .execute();
}

/** Says how many rows were read, for whoever looks meanwhile; the version stays. */
export async function noteRowsRead(tx: Transaction, id: string, rows: number): Promise<void> {
  await tx
    .updateTable('value_import')
    .set({ rows_read: rows, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}

/** Files that wait to be read, and those whose reading was cut off: nobody has said anything of them for two minutes. */
export async function listWaitingImports(
  tx: Transaction,
): Promise<{ id: string; account_id: string | null }[]> {
  return tx
    .selectFrom('value_import')
    .select(['id', 'account_id'])
    .where((where) =>
      where.or([
        where('stage', '=', 'waiting'),
        where.and([
          where('stage', 'in', ['reading', 'writing']),
          where('updated_at', '<', sql<Date>`now() - interval '2 minutes'`),
        ]),
      ]),
    )
    .orderBy('created_at')
    .execute();
}

/** Remembers which territory a place of files is. */
export async function upsertPlaceAlias(
  tx: Transaction,
  alias: Insertable<DB['value_place_alias']>,
): Promise<void> {
  await tx
    .insertInto('value_place_alias')
    .values(alias)
    .onConflict((conflict) =>
      conflict.columns(['country', 'key']).doUpdateSet((set) => ({
        place_id: set.ref('excluded.place_id'),
        territory_id: set.ref('excluded.territory_id'),
        account_id: set.ref('excluded.account_id'),
        kept_at: sql`now()`,
      })),
    )
    .execute();
}

/** Remembers a layout for the next file with the same headers. */
export async function upsertValueLayout(
  tx: Transaction,
  layout: Insertable<DB['value_layout']>,
): Promise<void> {
  await tx
    .insertInto('value_layout')
    .values(layout)
    .onConflict((conflict) =>
      conflict.columns(['country', 'signature', 'territory_id']).doUpdateSet((set) => ({
        layout: set.ref('excluded.layout'),
        elements: set.ref('excluded.elements'),
        kept_at: sql`now()`,
        settings: set.ref('excluded.settings'),
        account_id: set.ref('excluded.account_id'),
      })),
    )
    .execute();
}

/** The layout remembered of files with these headers, there or in a wider territory. */
export async function findValueLayout(
  tx: Transaction,
  wanted: { readonly country: string; readonly signature: string; readonly territoryId: number },
) {
  return tx
    .selectFrom('value_layout as l')
    .innerJoin('territory_closure as c', 'c.ancestor_id', 'l.territory_id')
    .select(['l.layout', 'l.settings'])
    .where('l.country', '=', wanted.country)
    .where('l.signature', '=', wanted.signature)
    .where('c.descendant_id', '=', wanted.territoryId)
    .orderBy('c.depth')
    .limit(1)
    .executeTakeFirst();
}

/** The layouts remembered of files of other systems that told some of these elements, the nearest territory and the newest first. */
export async function listFormLayouts(
  tx: Transaction,
  wanted: { readonly country: string; readonly territoryId: number; readonly elements: readonly string[] },
) {
  if (wanted.elements.length === 0) return [];
  return tx
    .selectFrom('value_layout as l')
    .innerJoin('territory_closure as c', 'c.ancestor_id', 'l.territory_id')
    .select(['l.layout', 'l.settings', 'l.elements'])
    .where('l.country', '=', wanted.country)
    .where('c.descendant_id', '=', wanted.territoryId)
    .where(sql<boolean>`l.elements && ${[...wanted.elements]}::text[]`)
    .orderBy('c.depth')
    .orderBy('l.kept_at', 'desc')
    .limit(20)
    .execute();
}

/** The batches that an import wrote. */
export async function findBatchesOfRun(tx: Transaction, runId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('value_batch')
    .select('id')
    .where('import_run_id', '=', runId)
    .where('revoked_at', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}

/** Keeps with an import what came of it. */
export async function noteOutcome(
  tx: Transaction,
  runId: string,
  report: Readonly<Record<string, unknown>>,
): Promise<void> {
  await tx
    .updateTable('import_run')
    .set({ report: JSON.stringify(report) })
    .where('id', '=', runId)
    .execute();
}
