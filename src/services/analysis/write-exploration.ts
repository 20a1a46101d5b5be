import type { FileAnswer } from '#contract/operation.ts';
import { explorationSheet, sourcesSheet, type Explored } from '#formats/analysis/exploration-sheets.ts';
import { tableMediaTypes, writeTable } from '#formats/tables/index.ts';
import type { Context } from '../context.ts';

/** Exactly what the explorer shows, as a file: a spreadsheet with a page for the sources, or one table with them in a column. */
export async function writeExploration(
  explored: Explored & { readonly within: { readonly reference: string } },
  given: { readonly language: Context['language']; readonly format: 'csv' | 'xlsx' },
): Promise<FileAnswer> {
  const { format, language } = given;
  const figures = explorationSheet(explored, language);
  const sheets = format === 'csv' ? [figures] : [figures, sourcesSheet(explored, language)];
  const bytes = await writeTable(sheets, format, { excel: true });
  const codes = explored.told.map(({ indicator }) => indicator.code).join('-');
  return {
    fileName: `${codes} ${explored.within.reference}.${format}`,
    mediaType: tableMediaTypes[format],
    bytes,
  };
}
