import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { Context } from '../context.ts';
import { strikeFile } from './strike-file.ts';

type Operation = typeof agreementLifeOperations.withdrawFileByOrder;

/** Takes a paper away by an order; a page that says so stands in its place. */
export async function withdrawFileByOrder(
  context: Context,
  { agreementId, fileId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return strikeFile(context, {
    operation: 'withdrawFileByOrder',
    at: { agreementId, fileId, version },
    order: body.order,
    isOriginalKept: body.original === 'kept',
    replacement: null,
  });
}
