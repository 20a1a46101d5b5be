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
  const isWide = (row: Row) => countFilled(row) >= width * 0.6;
  const namesOf = (row: Row) => filledOf(row).map((cell) => fold(cell.text) || cell.text);
  const isDistinct = (row: Row) => new Set(namesOf(row)).size === namesOf(row).length;
  // A title that was merged over all columns says the same in each.
  const isTitle = (row: Row) => countFilled(row) > 1 && new Set(namesOf(row)).size === 1;
  const isWords = (row: Row) =>
    filledOf(row).every((cell) => cell.type === 'text' && !/^[-+]?[\d.,\s]+%?$/.test(cell.text));
  const found =
    opening.find((row) => isWide(row) && isDistinct(row) && isWords(row)) ??
    opening.find((row) => isWide(row) && !isTitle(row)) ??
    opening.find(isWide) ??
    opening[0];
  return found?.number ?? null;
}

const filledOf = (row: Row) => row.cells.filter((cell) => cell.text.trim() !== '');

function countFilled(row: Row): number {
  return filledOf(row).length;
}
