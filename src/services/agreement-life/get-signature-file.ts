import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findAttachedFile } from '#database/files/file-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import type { Context } from '../context.ts';
import { readKeptFile } from '../files/keep-file.ts';
import { getSignatureOf } from './confirm-signature.ts';

type Operation = typeof agreementLifeOperations.getSignatureFile;

/** The scan or PDF of a signature, for those who work on the agreement. */
export async function getSignatureFile(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const file = await inScope(context.database, context.actor.scope, async (tx) => {
    const { signature } = await getSignatureOf(tx, context, input);
    return signature.fileId === null ? undefined : findAttachedFile(tx, signature.fileId);
  });
  if (!file) throw refuse('agreement-life.file-not-found');
  return {
    fileName: file.name,
    mediaType: file.media_type,
    bytes: await readKeptFile(context.installation, file),
  };
}
