import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { readIndicatorsFile } from '#formats/indicators/read-indicators-file.ts';
import type { Context } from '../context.ts';
import { prepareIndicatorsImport } from './prepare-indicators-import.ts';

type Operation = typeof indicatorsOperations.previewIndicatorsImport;

export async function previewIndicatorsImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const read = await readIndicatorsFile(input);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { report } = await prepareIndicatorsImport(tx, context, input, read);
    return report;
  });
}
