import { createHash } from 'node:crypto';
import { inScope } from '#database/connection.ts';
import { getCountryOfReport } from '#database/reports/told-views.ts';
import { canonicalText } from '#domain/audit/canonical.ts';
import type { BulletinContent } from '#domain/reports/bulletin.ts';
import type { Sheet } from '#formats/documents/sheet.ts';
import { bulletinSheet, titleOf, type BulletinSeal } from '#formats/reports/bulletin-sheet.ts';
import { formatOf } from '#words/format.ts';
import { voiceOf } from '#words/index.ts';
import { fileOf, type DocumentFormat } from '../agreements/printed-agreement.ts';
import type { Context } from '../context.ts';

/** A content as its document, in its own language and on the paper of its country. */
export async function sheetOf(
  context: Context,
  content: BulletinContent,
  seal: BulletinSeal | null,
  at: Date = context.now,
): Promise<Sheet> {
  const country = await inScope(context.database, context.actor.scope, (tx) =>
    getCountryOfReport(tx, content.country),
  );
  const voice = voiceOfBulletin(content, country.timeZone);
  return bulletinSheet(content, { voice, paper: country.paper === 'letter' ? 'letter' : 'a4', at, seal });
}

/** The words and numbers of a report's language and country. */
export function voiceOfBulletin({ language, country }: BulletinContent, timeZone: string) {
  return { say: voiceOf(language, country), format: formatOf(language, country, timeZone) };
}

/** What a report is called where it is listed. */
export function nameOf(content: BulletinContent): string {
  return titleOf(content, voiceOfBulletin(content, 'UTC'));
}

/** The seal of a kept report. */
export function sealOf(
  context: Context,
  kept: { readonly hash: string; readonly code: string },
): BulletinSeal {
  return {
    hash: kept.hash,
    code: kept.code,
    address: `${context.installation.origin}/verificar/${kept.code}`,
  };
}

/** The hash of a content in its one canonical form. */
export function hashOfBulletin(content: BulletinContent): string {
  return createHash('sha256').update(canonicalText(content)).digest('hex');
}

export function bulletinFile(sheet: Sheet, format: DocumentFormat) {
  return fileOf(sheet, format, sheet.title);
}
