import { describe, expect, it } from 'vitest';
import { cellAt, oracleTable } from '../../../tests/fixtures/statistics/oracle-table.ts';
import { movedWithTotals } from './moved-with-totals.ts';
import { tableSystem } from './table-system.ts';

const system = tableSystem(oracleTable.cells, oracleTable.sums);
const valuesAt = (point: readonly number[] | null, ...ids: readonly string[]) =>
  ids.map((id) => point?.[system.place.get(id) ?? -1]);

describe('a table moved with its totals', () => {
  it('changes a cell and every total that it is part of', () => {
    const point = movedWithTotals(system, system.place.get(cellAt(1, 2)) ?? -1, 0, () => true);
    const ids = [cellAt(1, 2), cellAt(1, '*'), cellAt('*', 2), cellAt('*', '*'), cellAt(1, 1)];
    expect(valuesAt(point, ...ids)).toEqual([0, 32, 26, 130, 12]);
  });

  it('takes a total from its pieces', () => {
    const whole = system.place.get(cellAt(1, '*')) ?? -1;
    expect(
      valuesAt(
        movedWithTotals(system, whole, 10, () => true),
        cellAt(1, '*'),
        cellAt(1, 1),
      ),
    ).toEqual([10, 0]);
    expect(
      valuesAt(
        movedWithTotals(system, whole, 40, () => true),
        cellAt(1, '*'),
        cellAt('*', '*'),
      ),
    ).toEqual([40, 138]);
  });

  it('is not there where a total is public', () => {
    const grand = system.place.get(cellAt('*', '*')) ?? -1;
    expect(movedWithTotals(system, 0, 0, (cell) => cell !== grand)).toBeNull();
  });
});
