import type { documentsOperations } from '#contract/agreements/documents.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { standingOn } from '#domain/agreements/lifecycle.ts';
import { summarySheet } from '#formats/documents/summary-sheet.ts';
import type { Context } from '../context.ts';
import { fileOf, gatherPrinted } from './printed-agreement.ts';

type Operation = typeof documentsOperations.getAgreementSummary;

/** The agreement on one page. */
export async function getAgreementSummary(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { agreement, printed } = await inScope(context.database, context.actor.scope, (tx) =>
    gatherPrinted(tx, context, input.agreementId, 'latest'),
  );
  const { say } = printed.voice;
  const sheet = summarySheet({
    ...printed,
    standing: say.dynamic(`agreements.standing.${standingOn(agreement, printed.today)}`),
    effectiveOn: agreement.effectiveOn,
    endsOn: agreement.endsOn,
  });
  return fileOf(sheet, input.format, `${say('documents.summary')} ${printed.content.title}`);
}
