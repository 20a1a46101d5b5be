import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { Context } from '../context.ts';
import { readScan } from '../files/read-scan.ts';
import { strikeEvidenceFile } from './strike-evidence-file.ts';

type Operation = typeof commitmentsOperations.replaceEvidenceFileByOrder;

/** Puts the redacted file that whoever carries an order out brings in the place of the file of evidence. */
export async function replaceEvidenceFileByOrder(
  context: Context,
  { evidenceId, version, order, original, fileName, bytes }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const scan = await readScan(bytes);
  return strikeEvidenceFile(context, {
    operation: 'replaceEvidenceFileByOrder',
    at: { evidenceId, version },
    order,
    isOriginalKept: original === 'kept',
    replacement: { ...scan, name: fileName },
  });
}
