import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findCurrentDefinitions, listIndicatorRows } from '#database/indicators/indicator-views.ts';
import { writeIndicatorsFile } from '#formats/indicators/write-indicators-file.ts';
import { spanOf } from '../actors/look-up.ts';
import type { Context } from '../context.ts';

type Operation = typeof indicatorsOperations.exportIndicators;

/** Exactly the indicators that the list shows, with their definitions, in the form that is imported. */
export async function exportIndicators(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const written = await inScope(context.database, context.actor.scope, async (tx) => {
    const at = await spanOf(tx, input.territory);
    const rows = await listIndicatorRows(tx, { ...input, at }, null);
    const definitions = await findCurrentDefinitions(tx, rows);
    return rows.flatMap((fields) => {
      const definition = definitions.get(fields.id);
      return definition ? [{ fields, definition, sourceId: fields.sourceId }] : [];
    });
  });
  return writeIndicatorsFile(written, input.format, context.language);
}
