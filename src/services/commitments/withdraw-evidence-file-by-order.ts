import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { Context } from '../context.ts';
import { strikeEvidenceFile } from './strike-evidence-file.ts';

type Operation = typeof commitmentsOperations.withdrawEvidenceFileByOrder;

/** Takes the file of evidence away by an order; a page that says so stands in its place. */
export async function withdrawEvidenceFileByOrder(
  context: Context,
  { evidenceId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return strikeEvidenceFile(context, {
    operation: 'withdrawEvidenceFileByOrder',
    at: { evidenceId, version },
    order: body.order,
    isOriginalKept: body.original === 'kept',
    replacement: null,
  });
}
