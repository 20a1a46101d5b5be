import type { Sheet } from './sheet.ts';

/**
 * Writes a sheet as a DOCX that opens in Word and LibreOffice and can be worked on: styles for titles and clauses, tables with
 * repeated heads, the number of every page. The library is loaded with the first document: most processes never write one.
 */
export async function writeDocx(sheet: Sheet): Promise<Uint8Array> {
  const { drawDocx } = await import('./draw-docx.ts');
  return drawDocx(sheet);
}
