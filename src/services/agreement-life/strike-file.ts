import { inScope } from '#database/connection.ts';
import { noteStruckFiles } from '#database/agreements/text-store.ts';
import { findFilesOfAgreement, replaceAttachedFile, type AttachedFile } from '#database/files/file-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { withdrawnFileSheet } from '#formats/documents/withdrawn-file-sheet.ts';
import { writePdf } from '#formats/documents/write-pdf.ts';
import { formatOf } from '#words/format.ts';
import { voiceOf } from '#words/index.ts';
import { findPaper } from '#database/agreements/document-views.ts';
import type { Context, Transaction } from '../context.ts';
import { destroyStruckFiles } from '../files/destroy-struck-files.ts';
import { hashOfBytes, keepBytes, type FileToKeep } from '../files/keep-file.ts';
import { answerOf, move, openLife, type Life } from './open-life.ts';

type Replacement = Pick<FileToKeep, 'bytes' | 'mediaType' | 'name'>;

/** An order about a paper of an agreement, and what is put in its place; null where only a page that says so is. */
type FileOrder = {
  readonly operation: 'replaceFileByOrder' | 'withdrawFileByOrder';
  readonly at: { readonly agreementId: string; readonly fileId: string; readonly version: number };
  readonly order: string;
  readonly isOriginalKept: boolean;
  readonly replacement: Replacement | null;
};

/**
 * Carries an order about a paper out: every reader reads the other file from now on, through every door. One scan is often
 * kept for each of the parties that signed it; all of them are struck. The hash of the original stays, and so does what was
 * found of its signature.
 */
export async function strikeFile(
  context: Context,
  given: FileOrder,
): Promise<{ id: string; version: number }> {
  const { agreementId, fileId, version } = given.at;
  const answer = await inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'overseer');
    const files = await findFilesOfAgreement(tx, agreementId);
    const wanted = files.find(({ id }) => id === fileId);
    if (!wanted) throw refuse('agreement-life.file-not-found');
    const instead = given.replacement ?? (await withdrawnPage(tx, context, { life, file: wanted, given }));
    const same = files.filter(({ sha256 }) => sha256 === wanted.sha256);
    await replaceAll(tx, context, { files: same, instead, given });
    const after = await move(tx, context, life, {
      operation: given.operation,
      act: 'struck-file',
      on: life.today,
      reason: given.order,
      details: {
        files: same.map(({ id }) => id),
        originalHash: wanted.original_sha256,
        isOriginalKept: given.isOriginalKept,
        isWithdrawn: given.replacement === null,
      },
      isPublic: true,
    });
    return answerOf(after);
  });
  if (!given.isOriginalKept) await destroyStruckFiles(context);
  return answer;
}

async function replaceAll(
  tx: Transaction,
  context: Context,
  {
    files,
    instead,
    given,
  }: { readonly files: readonly AttachedFile[]; readonly instead: Replacement; readonly given: FileOrder },
): Promise<void> {
  const struck = new Set(files.flatMap((file) => [file.sha256, file.original_sha256]));
  if (struck.has(hashOfBytes(instead.bytes))) throw refuse('agreement-life.file-same', { field: 'file' });
  const sha256 = await keepBytes(context.installation, instead.bytes);
  for (const file of files) {
    const order = file.redaction_order === null ? given.order : `${file.redaction_order}; ${given.order}`;
    const isReplaced = await replaceAttachedFile(tx, file, {
      sha256,
      name: instead.name,
      media_type: instead.mediaType,
      bytes: String(instead.bytes.length),
      redacted_at: context.now,
      redaction_order: order,
      is_withdrawn: given.replacement === null,
      original_kept: given.isOriginalKept,
      struck_sha256: [...file.struck_sha256, file.sha256],
    });
    if (!isReplaced) throw refuseShared('shared.forbidden');
    await noteStruckFiles(tx, file.id, order);
  }
}

// In the language of the agreement: it stands where its paper stood.
async function withdrawnPage(
  tx: Transaction,
  context: Context,
  { life, file, given }: { readonly life: Life; readonly file: AttachedFile; readonly given: FileOrder },
): Promise<Replacement> {
  const { agreement, today } = life;
  const { paper, timeZone } = await findPaper(tx, agreement.country);
  const voice = {
    say: voiceOf(agreement.language, agreement.country),
    format: formatOf(agreement.language, agreement.country, timeZone),
  };
  const sheet = withdrawnFileSheet({
    agreement,
    order: given.order,
    today,
    madeAt: context.now,
    originalHash: file.original_sha256,
    isOriginalKept: given.isOriginalKept,
    voice,
    paper,
  });
  const name = `${voice.say('documents.withdrawn')}.pdf`;
  return { bytes: await writePdf(sheet), mediaType: 'application/pdf', name };
}
