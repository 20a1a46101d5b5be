import type { valueImportOperations } from '#contract/values/imports.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { listValueImportRows } from '#database/value-imports/import-store.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import type { ImportStage } from '#domain/values/import/stages.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';

type Operation = typeof valueImportOperations.listValueImports;

/** Files of figures of the places where whoever asks may import, newest first. */
export async function listValueImports(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'import');
  return inScope(context.database, context.actor.scope, async (tx) => {
    const rows = await listValueImportRows(tx, input.limit);
    const names = await lookUp(tx, context, { territories: rows.map((row) => row.territory_id) });
    return {
      items: rows.map((row) => ({
        id: row.id,
        fileName: row.file_name,
        territory: names.place(row.territory_id),
        stage: row.stage as ImportStage,
        createdAt: row.created_at.toISOString(),
      })),
    };
  });
}
