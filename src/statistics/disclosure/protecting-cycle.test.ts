import { describe, expect, it } from 'vitest';
import { cellAt, oracleTable } from '../../../tests/fixtures/statistics/oracle-table.ts';
import { protectingCycle } from './protecting-cycle.ts';
import { tableSystem } from './table-system.ts';

const system = tableSystem(oracleTable.cells, oracleTable.sums);
const search = {
  system,
  point: system.cells.map(({ value }) => value),
  mayMove: () => true,
  costOf: (cell: number) => system.costs[cell] ?? 1,
};
const cell = system.place.get(cellAt(1, 2)) ?? -1;

describe('a protecting cycle', () => {
  it('is a rectangle in a crossed table, and leaves every sum as it is', () => {
    const cycle = protectingCycle(search, cell, 1, 2) ?? new Map<number, number>();
    expect(cycle.size).toBe(4);
    for (const terms of system.equations)
      expect(terms.reduce((sum, { at, sign }) => sum + sign * (cycle.get(at) ?? 0), 0)).toBe(0);
  });

  it('goes through the totals where nothing else may move', () => {
    const wholes = new Set(system.cells.flatMap(({ id }, at) => (id.includes('*') ? [at] : [])));
    const cycle = protectingCycle({ ...search, mayMove: (other) => wholes.has(other) }, cell, 1, 2);
    expect(
      [...(cycle?.keys() ?? [])].filter((other) => other !== cell).every((other) => wholes.has(other)),
    ).toBe(true);
  });

  it('is not there where nothing may move', () => {
    expect(protectingCycle({ ...search, mayMove: () => false }, cell, 1, 2)).toBeNull();
  });
});
