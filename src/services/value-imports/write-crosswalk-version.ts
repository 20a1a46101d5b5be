import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { crosswalkOperations } from '#contract/values/crosswalks.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { openCrosswalk, refuseSame, writeVersion } from './crosswalk-deed.ts';

type Operation = typeof crosswalkOperations.writeCrosswalkVersion;

/** Writes a new version of a list of names. The former stays, and with it what was read by it. */
export async function writeCrosswalkVersion(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { lines, reason } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { row, lines: before } = await openCrosswalk(tx, context, input);
    refuseSame(before, lines);
    const number = row.number + 1;
    return writeVersion(tx, context, {
      operation: 'writeCrosswalkVersion',
      place: { ...row, sourceId: row.source?.id ?? null },
      number,
      before,
      lines,
      said: lines,
      reason,
    });
  });
}
