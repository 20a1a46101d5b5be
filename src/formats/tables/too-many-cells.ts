import type { Refusal } from '#domain/shared/refusal.ts';
import { tableLimits } from './limits.ts';
import { refuse } from './refusals.ts';

/** The refusal of a table that is larger than is taken on, with how much is. */
export function tooManyCells(): Refusal {
  const { maximumRows: rows, maximumColumns: columns, maximumCells: cells } = tableLimits;
  return refuse('table.too-many-cells', { values: { rows, columns, cells } });
}
