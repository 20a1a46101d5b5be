import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { readNeedLines } from '#formats/diagnosis/read-needs-table.ts';
import type { Context } from '../context.ts';
import { prepareNeedsImport } from './prepare-needs-import.ts';

type Operation = typeof diagnosisOperations.previewNeedsImport;

export async function previewNeedsImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'import');
  const read = await readNeedLines(input);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { report } = await prepareNeedsImport(tx, context, input, read);
    return report;
  });
}
