import { findPaper } from '#database/agreements/document-views.ts';
import { noteStruckFiles } from '#database/agreements/text-store.ts';
import { replaceAttachedFile, type AttachedFile } from '#database/files/file-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { withdrawnFileSheet, type WithdrawnFile } from '#formats/documents/withdrawn-file-sheet.ts';
import { writePdf } from '#formats/documents/write-pdf.ts';
import { formatOf } from '#words/format.ts';
import { voiceOf } from '#words/index.ts';
import type { Context, Transaction } from '../context.ts';
import { hashOfBytes, keepBytes, type FileToKeep } from './keep-file.ts';

export type Replacement = Pick<FileToKeep, 'bytes' | 'mediaType' | 'name'>;

/** What an order says of a file; without a replacement, a page that says so is put in its place. */
export type FileOrder = {
  readonly order: string;
  readonly isOriginalKept: boolean;
  readonly replacement: Replacement | null;
};

/** What the file belongs to, as the page in its place names it. */
export type FileSubject = WithdrawnFile['agreement'] & { readonly country: string; readonly today: string };

/**
 * Puts another file in the place of some that are the same bytes, for every reader and through every door. The hash of what was
 * first sent stays.
 * @throws Refusal `agreement-life.file-same`
 */
export async function carryOutOrder(
  tx: Transaction,
  context: Context,
  {
    files,
    subject,
    given,
  }: { readonly files: readonly AttachedFile[]; readonly subject: FileSubject; readonly given: FileOrder },
): Promise<void> {
  const originalHash = files[0]?.original_sha256 ?? '';
  const instead = given.replacement ?? (await withdrawnPage(tx, context, { subject, given, originalHash }));
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

// In the language of what it belongs to: it stands where its paper stood.
async function withdrawnPage(
  tx: Transaction,
  context: Context,
  {
    subject,
    given,
    originalHash,
  }: { readonly subject: FileSubject; readonly given: FileOrder; readonly originalHash: string },
): Promise<Replacement> {
  const { language, country, today } = subject;
  const { paper, timeZone } = await findPaper(tx, country);
  const voice = { say: voiceOf(language, country), format: formatOf(language, country, timeZone) };
  const sheet = withdrawnFileSheet({
    agreement: subject,
    order: given.order,
    today,
    madeAt: context.now,
    originalHash,
    isOriginalKept: given.isOriginalKept,
    voice,
    paper,
  });
  const name = `${voice.say('documents.withdrawn')}.pdf`;
  return { bytes: await writePdf(sheet), mediaType: 'application/pdf', name };
}
