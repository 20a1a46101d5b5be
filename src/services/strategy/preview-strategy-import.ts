import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import type { Context } from '../context.ts';
import { prepareStrategyImport, readElementsFile } from './prepare-strategy-import.ts';

type Operation = typeof strategyOperations.previewStrategyImport;

export async function previewStrategyImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'edit-strategy');
  const read = await readElementsFile(input);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { report } = await prepareStrategyImport(tx, context, input, read);
    return report;
  });
}
