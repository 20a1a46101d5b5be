import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { crosswalkOperations } from '#contract/values/crosswalks.ts';
import { inScope } from '#database/connection.ts';
import {
  countReadBy,
  findCrosswalk,
  listCrosswalkVersions,
} from '#database/value-imports/crosswalk-views.ts';
import { refuse } from '#domain/values/refusals.ts';
import type { Context } from '../context.ts';
import { showCrosswalks, showVersions } from './show-crosswalk.ts';

type Operation = typeof crosswalkOperations.getCrosswalk;

/** One version of a list of names, with all that there are. */
export async function getCrosswalk(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await findCrosswalk(tx, input.crosswalk);
    if (!row) throw refuse('values.crosswalk-not-found');
    const [shown] = await showCrosswalks(tx, context, [row]);
    if (!shown) throw refuse('values.crosswalk-not-found');
    const versions = await showVersions(tx, context, await listCrosswalkVersions(tx, row));
    const read = await countReadBy(tx, [row.id]);
    return { ...shown, versions, batches: read.get(row.id) ?? 0 };
  });
}
