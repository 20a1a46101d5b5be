import { fold } from '#domain/shared/fold.ts';
import type { Row } from './reading.ts';

const rowsLookedAt = 20;

/**
 * The row that seems to hold the headers: the first one that is nearly as wide as the table, all text and without
 * repetitions. A title over the table is too narrow, or repeats itself once a merged cell is unfolded.
 */
export function findHeaderRow(rows: readonly Row[]): number | null {
  const opening = rows.slice(0, rowsLookedAt);
  const width = Math.max(0, ...opening.map(countFilled));
  const looksLikeHeaders = (row: Row) => {
    const filled = row.cells.filter((cell) => cell.text.trim() !== '');
    const names = filled.map((cell) => fold(cell.text) || cell.text);
    return (
      filled.length >= width * 0.6 &&
      filled.every((cell) => cell.type === 'text' && !/^[-+]?[\d.,\s]+%?$/.test(cell.text)) &&
      new Set(names).size === names.length
    );
  };
  const found =
    opening.find(looksLikeHeaders) ?? opening.find((row) => countFilled(row) >= width * 0.6) ?? opening[0];
  return found?.number ?? null;
}

function countFilled(row: Row): number {
  return row.cells.filter((cell) => cell.text.trim() !== '').length;
}
