import { findPaper, findSealedDocument, type SealedDocument } from '#database/agreements/document-views.ts';
import { beforeSigning } from '#domain/agreements/lifecycle.ts';
import type { AgreementRow } from '#database/agreements/agreement-columns.ts';
import type { AgreementToPrint, PrintMark, Seal } from '#formats/documents/agreement-sheet.ts';
import type { Sheet } from '#formats/documents/sheet.ts';
import { writeDocx } from '#formats/documents/write-docx.ts';
import { writePdf } from '#formats/documents/write-pdf.ts';
import { formatOf } from '#words/format.ts';
import { voiceOf } from '#words/index.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { assembleContent } from './assemble-content.ts';
import { templateOf } from './get-template.ts';
import { findOpenAgreement } from './open-agreement.ts';

export type DocumentFormat = 'docx' | 'pdf';

export const documentMediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/**
 * What a document of an agreement is made of, in the language of the agreement and on the paper of its country.
 * Who may not see the agreement is told that there is none.
 * @param wanted the text put to signature, the working draft, or the first where there is one
 */
export async function gatherPrinted(
  tx: Transaction,
  context: Context,
  agreementId: string,
  wanted: 'latest' | 'sealed' | 'draft',
) {
  const { agreement, parties } = await findOpenAgreement(tx, agreementId);
  const sealed = wanted === 'draft' ? undefined : await findSealedDocument(tx, agreementId);
  const content = sealed ? sealed.content : await assembleContent(tx, agreementId);
  const template = await templateOf(tx, agreement.templateId);
  const { paper, timeZone } = await findPaper(tx, agreement.country);
  const voice = {
    say: voiceOf(content.language, content.country),
    format: formatOf(content.language, content.country, timeZone),
  };
  const printed: AgreementToPrint = {
    content,
    instrument: template.title[content.language],
    layout: template.layout,
    paper,
    seal: sealed ? sealOf(context, sealed) : null,
    mark: markOf(agreement, sealed),
    signatures: sealed?.signatures ?? [],
    voice,
    today: await todayOf(tx, context, agreement.territoryId),
    madeAt: context.now,
  };
  return { agreement, parties, printed, isSealed: sealed !== undefined };
}

function sealOf(context: Context, { hash, code, redactionOrder }: SealedDocument): Seal {
  return { hash, code, redactionOrder, address: `${context.installation.origin}/verificar/${code}` };
}

// What was signed elsewhere and registered here is no draft, and not the signed paper either.
function markOf(agreement: AgreementRow, sealed: SealedDocument | undefined): PrintMark {
  if (sealed) return 'none';
  const isOpen = (beforeSigning as readonly string[]).includes(agreement.standing);
  return isOpen || agreement.origin === 'drafted' ? 'draft' : 'registered';
}

/** A sheet as the file of a format, named for what it is. */
export async function fileOf(sheet: Sheet, format: DocumentFormat, name: string) {
  const bytes = format === 'docx' ? await writeDocx(sheet) : await writePdf(sheet);
  return { fileName: `${nameable(name)}.${format}`, mediaType: documentMediaTypes[format], bytes };
}

function nameable(name: string): string {
  return name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}
