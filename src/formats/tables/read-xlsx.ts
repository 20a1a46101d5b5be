import { HucreError, type Sheet } from 'hucre';
import { readXlsx as readWorkbook } from 'hucre/xlsx';
import { Refusal, type Problem } from '#domain/shared/refusal.ts';
import { type Grid, readGrid } from './read-grid.ts';
import type { SheetReading, TableReading } from './reading.ts';
import { refuse } from './refusals.ts';
import { tooManyCells } from './too-many-cells.ts';
import { unpackWorkbook } from './unpack-workbook.ts';

/** The sheet on which our own workbooks keep what may be chosen; not part of what people wrote. */
export const listsSheetName = '_listas';

type Asked = { readonly sheet?: string; readonly hidden?: boolean };

/** Reads a workbook by its cached values: nothing is calculated, nothing is fetched. */
export async function readXlsx(bytes: Uint8Array, asked: Asked): Promise<TableReading> {
  const workbook = await openWorkbook(unpackWorkbook(bytes));
  const notices: Problem[] = workbook.charts.map((sheet) => ({ code: 'table.sheet-without-cells', sheet }));
  const problems: Problem[] = [];
  const sheets: SheetReading[] = [];
  const own = workbook.sheets.filter((sheet) => sheet.name !== listsSheetName);
  if (asked.sheet !== undefined && !own.some((sheet) => sheet.name === asked.sheet)) {
    throw refuse('table.no-such-sheet', {
      values: { sheet: asked.sheet, sheets: own.map((sheet) => sheet.name).join(', ') },
    });
  }
  for (const sheet of own) {
    const isHidden = sheet.hidden === true || sheet.veryHidden === true;
    if (asked.sheet !== undefined && sheet.name !== asked.sheet) continue;
    if (isHidden) notices.push({ code: 'table.hidden-sheet', sheet: sheet.name });
    const isRead = !isHidden || asked.hidden === true || asked.sheet === sheet.name;
    const grid: Grid = isRead
      ? readGrid(sheet, asked.hidden === true)
      : { rows: [], headerRow: null, problems: [], notices: [] };
    problems.push(...grid.problems);
    notices.push(...grid.notices);
    const merges = (isRead ? (sheet.merges ?? []) : []).map((one) => ({
      firstRow: one.startRow + 1,
      lastRow: one.endRow + 1,
      firstColumn: one.startCol,
      lastColumn: one.endCol,
    }));
    sheets.push({ name: sheet.name, hidden: isHidden, rows: grid.rows, headerRow: grid.headerRow, merges });
  }
  return { format: 'xlsx', encoding: null, delimiter: null, sheets, problems, notices };
}

// A chart on a sheet of its own has no cells; the library takes it for a missing part and names it.
async function openWorkbook(bytes: Uint8Array): Promise<{ sheets: Sheet[]; charts: string[] }> {
  const charts: string[] = [];
  for (;;) {
    try {
      const { sheets } = await readWorkbook(bytes, {
        readStyles: true,
        sheets: (sheet) => !charts.includes(sheet.name),
      });
      return { sheets, charts };
    } catch (problem) {
      if (problem instanceof Refusal) throw problem;
      const message = problem instanceof Error ? problem.message : '';
      const without = /missing worksheet file for sheet "(.*)"$/s.exec(message)?.[1];
      if (without !== undefined && !charts.includes(without)) {
        charts.push(without);
        continue;
      }
      if (problem instanceof HucreError && /cells\), over the/.test(message)) throw tooManyCells();
      throw refuse('table.unreadable');
    }
  }
}
