import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findAttachedFile } from '#database/files/file-store.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Context } from '../context.ts';
import { readKeptFile } from '../files/keep-file.ts';
import { getEvidenceRow } from './evidence-deed.ts';

type Operation = typeof commitmentsOperations.getEvidenceFile;

/** The file of evidence, for whoever row security shows both the evidence and the file. */
export async function getEvidenceFile(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const file = await inScope(context.database, context.actor.scope, async (tx) => {
    const evidence = await getEvidenceRow(tx, input.evidenceId);
    return evidence.file_id === null ? undefined : findAttachedFile(tx, evidence.file_id);
  });
  if (!file) throw refuse('commitments.evidence-not-found');
  const bytes = await readKeptFile(context.installation, file);
  return { fileName: file.name, mediaType: file.media_type, bytes };
}
