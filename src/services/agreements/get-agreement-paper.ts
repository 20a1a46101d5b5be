import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findAttachedFile } from '#database/files/file-store.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { Context } from '../context.ts';
import { readKeptFile } from '../files/keep-file.ts';

type Operation = typeof agreementsOperations.getAgreementPaper;

// A signature's scan and a commitment's evidence have doors of their own, with rules of their own.
const papers: readonly string[] = ['approval', 'gate', 'session', 'registered'];

/** A paper of an agreement. Row security decides who may see it. */
export async function getAgreementPaper(
  context: Context,
  { agreementId, fileId }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const file = await inScope(context.database, context.actor.scope, (tx) => findAttachedFile(tx, fileId));
  if (file?.agreement_id !== agreementId || !papers.includes(file.subject_kind))
    throw refuse('agreements.file-not-found');
  return {
    fileName: file.name,
    mediaType: file.media_type,
    bytes: await readKeptFile(context.installation, file),
  };
}
