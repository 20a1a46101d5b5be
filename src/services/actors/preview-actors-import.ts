import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import type { Context } from '../context.ts';
import { prepareImport, readActorsFile } from './prepare-import.ts';

type Operation = typeof actorsOperations.previewActorsImport;

export async function previewActorsImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'import');
  const file = await readActorsFile(context, input);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { report } = await prepareImport(tx, context, input, file);
    return report;
  });
}
