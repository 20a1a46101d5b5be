import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { crosswalkOperations } from '#contract/values/crosswalks.ts';
import { inScope } from '#database/connection.ts';
import { findCrosswalk } from '#database/value-imports/crosswalk-views.ts';
import { refuse } from '#domain/values/refusals.ts';
import { writeCrosswalkFile } from '#formats/values/write-crosswalk-file.ts';
import type { Context } from '../context.ts';
import { showCrosswalks } from './show-crosswalk.ts';

type Operation = typeof crosswalkOperations.exportCrosswalk;

/** One version of a list of names as a file. */
export async function exportCrosswalk(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const shown = await inScope(context.database, context.actor.scope, async (tx) => {
    const row = await findCrosswalk(tx, input.crosswalk);
    if (!row) throw refuse('values.crosswalk-not-found');
    const [crosswalk] = await showCrosswalks(tx, context, [row]);
    return crosswalk;
  });
  if (!shown) throw refuse('values.crosswalk-not-found');
  return writeCrosswalkFile(shown, input.format, context.language);
}
