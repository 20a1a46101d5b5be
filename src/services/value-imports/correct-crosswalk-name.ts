import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { crosswalkOperations } from '#contract/values/crosswalks.ts';
import { inScope } from '#database/connection.ts';
import { withName } from '#domain/values/crosswalk.ts';
import type { Context } from '../context.ts';
import { openCrosswalk, refuseSame, writeVersion } from './crosswalk-deed.ts';

type Operation = typeof crosswalkOperations.correctCrosswalkName;

/** Says what one name stands for, as a new version of the list; all other names stay as they are. */
export async function correctCrosswalkName(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { national, lines: own, reason } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { row, lines: before } = await openCrosswalk(tx, context, input);
    const lines = withName(before, national, own);
    refuseSame(before, lines);
    const number = row.number + 1;
    return writeVersion(tx, context, {
      operation: 'correctCrosswalkName',
      place: { ...row, sourceId: row.source?.id ?? null },
      number,
      before,
      lines,
      said: own.map((line) => ({ national, ...line })),
      reason,
    });
  });
}
