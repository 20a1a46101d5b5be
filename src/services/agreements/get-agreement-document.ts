import type { documentsOperations } from '#contract/agreements/documents.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/agreements/documents-refusals.ts';
import { agreementSheet } from '#formats/documents/agreement-sheet.ts';
import type { Context } from '../context.ts';
import { fileOf, gatherPrinted } from './printed-agreement.ts';

type Operation = typeof documentsOperations.getAgreementDocument;

/** The agreement as a document: the text put to signature, or the working draft with its mark. */
export async function getAgreementDocument(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { printed, isSealed } = await inScope(context.database, context.actor.scope, (tx) =>
    gatherPrinted(tx, context, input.agreementId, input.text),
  );
  if (input.text === 'sealed' && !isSealed) throw refuse('documents.not-sealed');
  const { say } = printed.voice;
  const kind = say(printed.mark === 'draft' ? 'documents.file-draft' : 'documents.file-text');
  return fileOf(agreementSheet(printed), input.format, `${kind} ${printed.content.title}`);
}
