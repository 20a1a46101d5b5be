import { describe, expect, it } from 'vitest';
import { cellAt, oracleTable } from '../../../tests/fixtures/statistics/oracle-table.ts';
import { feasibilityInterval } from './feasibility-interval.ts';
import { linearSolver } from './linear-solver.ts';
import { tableSystem } from './table-system.ts';

const system = tableSystem(oracleTable.cells, oracleTable.sums);
const placeOf = (r: number, c: number) => system.place.get(cellAt(r, c)) ?? -1;

describe('what an outsider can work out', () => {
  it('of four cells that are not shown are the intervals of the oracle', async () => {
    const closed = [placeOf(1, 2), placeOf(1, 1), placeOf(2, 1), placeOf(2, 2)];
    const outsider = feasibilityInterval(await linearSolver(), system, (cell) => !closed.includes(cell));
    expect(outsider.intervalOf(placeOf(1, 2))).toEqual({ lower: 0, upper: 15 });
    expect(outsider.intervalOf(placeOf(1, 1))).toEqual({ lower: 0, upper: 15 });
    expect(outsider.intervalOf(placeOf(2, 1))).toEqual({ lower: 5, upper: 20 });
    expect(outsider.intervalOf(placeOf(2, 2))).toEqual({ lower: 3, upper: 18 });
    outsider.close();
  });

  it('of one cell alone is its value: 35 − 12 − 20 = 3', async () => {
    const cell = placeOf(1, 2);
    const outsider = feasibilityInterval(await linearSolver(), system, (other) => other !== cell);
    expect(outsider.intervalOf(cell)).toEqual({ lower: 3, upper: 3 });
    outsider.close();
  });

  it('is nothing where nothing is shown, and everything where it is', async () => {
    const outsider = feasibilityInterval(await linearSolver(), system, (cell) => cell === placeOf(3, 3));
    expect(outsider.intervalOf(placeOf(1, 2))).toEqual({ lower: 0, upper: Number.POSITIVE_INFINITY });
    expect(outsider.intervalOf(placeOf(3, 3))).toEqual({ lower: 25, upper: 25 });
    outsider.close();
  });
});
