import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { Context } from '../context.ts';
import { readScan } from '../files/read-scan.ts';
import { strikeFile } from './strike-file.ts';

type Operation = typeof agreementLifeOperations.replaceFileByOrder;

/** Puts the redacted file that whoever carries an order out brings in the place of a paper. */
export async function replaceFileByOrder(
  context: Context,
  { agreementId, fileId, version, order, original, fileName, bytes }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const scan = await readScan(bytes);
  return strikeFile(context, {
    operation: 'replaceFileByOrder',
    at: { agreementId, fileId, version },
    order,
    isOriginalKept: original === 'kept',
    replacement: { ...scan, name: fileName },
  });
}
