import { describe, expect, it } from 'vitest';
import { cellAt, oracleTable } from '../../../tests/fixtures/statistics/oracle-table.ts';
import { crossedTable } from './crossed-table.ts';
import { tableSystem } from './table-system.ts';

const valueOf = (table: ReturnType<typeof crossedTable>, id: string) =>
  table.cells.find((cell) => cell.id === id)?.value;

describe('a crossed table', () => {
  it('has all its totals', () => {
    expect(oracleTable.cells).toHaveLength(16);
    expect(valueOf(oracleTable, cellAt(1, '*'))).toBe(35);
    expect(valueOf(oracleTable, cellAt('*', '*'))).toBe(133);
    expect(() => tableSystem(oracleTable.cells, oracleTable.sums)).not.toThrow();
  });

  it('knows levels, overlapping zones and windows of time at once', () => {
    const territories = {
      leaves: ['a', 'b', 'c'],
      sums: [
        { whole: 'canton', parts: ['a', 'b'] },
        { whole: 'police zone', parts: ['b', 'c'] },
        { whole: 'province', parts: ['canton', 'c'] },
      ],
    };
    const years = {
      leaves: ['2021', '2022', '2023'],
      sums: [
        { whole: '2021-2022', parts: ['2021', '2022'] },
        { whole: '2021-2023', parts: ['2021', '2022', '2023'] },
      ],
    };
    const counts = territories.leaves.flatMap((place, p) =>
      years.leaves.map((year, y) => ({ at: [place, year], value: 10 * p + y })),
    );
    const table = crossedTable([territories, years], counts, ([place, year]) =>
      place === 'b' && year === '2022' ? 'hidden' : undefined,
    );
    expect(valueOf(table, 'police zone|2021-2023')).toBe(96);
    expect(valueOf(table, 'province|2021-2022')).toBe(63);
    expect(table.cells.find(({ id }) => id === 'b|2022')?.standing).toBe('hidden');
    expect(() => tableSystem(table.cells, table.sums)).not.toThrow();
  });

  it('refuses a count of nowhere', () => {
    expect(() => crossedTable([{ leaves: ['a'], sums: [] }], [{ at: ['b'], value: 1 }])).toThrow(RangeError);
  });
});
