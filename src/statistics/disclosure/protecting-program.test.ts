import { describe, expect, it } from 'vitest';
import { cellAt, oracleTable } from '../../../tests/fixtures/statistics/oracle-table.ts';
import { linearSolver } from './linear-solver.ts';
import { protectingProgram } from './protecting-program.ts';
import { tableSystem } from './table-system.ts';

const system = tableSystem(oracleTable.cells, oracleTable.sums);
const cell = system.place.get(cellAt(1, 2)) ?? -1;
const costOf = (other: number) => system.costs[other] ?? 1;

describe('the nearest other table', () => {
  it('has the value that was asked for, and every sum', async () => {
    for (const bound of [0, 5, 15]) {
      const point = protectingProgram(await linearSolver(), {
        system,
        cell,
        bound,
        mayMove: () => true,
        costOf,
      });
      expect(point?.[cell]).toBe(bound);
      for (const terms of system.equations)
        expect(terms.reduce((sum, { at, sign }) => sum + sign * (point?.[at] ?? 0), 0)).toBeCloseTo(0, 6);
      expect(Math.min(...(point ?? [-1]))).toBeGreaterThanOrEqual(-1e-9);
    }
  });

  it('is not there where nothing else may move', async () => {
    const question = { system, cell, bound: 5, mayMove: () => false, costOf };
    expect(protectingProgram(await linearSolver(), question)).toBeNull();
  });
});
