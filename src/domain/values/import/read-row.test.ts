import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueLayout } from './layout.ts';
import { rowReader } from './read-row.ts';
import { Tally } from './tally.ts';

const events: ValueLayout = {
  sheet: null,
  headerRow: 1,
  place: { code: null, names: ['provincia'], fixed: null },
  period: { kind: 'parts', year: 'año', month: 'mes' },
  indicator: { kind: 'fixed', code: 'HOM' },
  value: null,
  dimensions: [
    { header: 'sexo', dimension: 'sex', categories: { masculino: 'm', femenino: 'f', '': 'unknown' } },
  ],
  columns: [],
  countBy: 'month',
  addsRows: false,
  decimals: 'either',
  dayOrder: 'either',
};
const wide: ValueLayout = {
  ...events,
  place: { code: 'codigo', names: [], fixed: null },
  period: { kind: 'fixed', period: '2018' },
  indicator: { kind: 'columns' },
  dimensions: [],
  columns: [
    { header: 'ROBO', period: null, indicator: 'ROB', parts: {} },
    { header: 'HURTO', period: null, indicator: 'HUR', parts: {} },
  ],
  countBy: 'year',
};
const isCount = { judged: () => ({ isCount: true }), categoryOf: () => null, indicatorsOf: () => [] };

describe('a row of a table of figures', () => {
  it('that is an event counts one, in its month and group', () => {
    const read = rowReader(events, ['año', 'mes', 'provincia', 'sexo'], isCount);
    expect(read(['2017', 'Enero', 'Panamá', 'Masculino'])).toEqual({
      told: [
        {
          place: { key: 'panama', code: null, names: ['Panamá'] },
          period: { kind: 'month', start: '2017-01-01' },
          indicator: 'HOM',
          parts: { sex: 'm' },
          value: 1,
          state: 0,
          isEvent: true,
          header: null,
        },
      ],
      problems: [],
    });
  });

  it('answers all that is wrong with it at once', () => {
    const read = rowReader(events, ['año', 'mes', 'provincia', 'sexo'], isCount);
    expect(read(['2017', 'Brumario', '', 'Otro']).problems.map(({ code }) => code)).toEqual([
      'no-place',
      'unknown-category',
      'not-a-period',
    ]);
  });

  it('of sums tells nothing', () => {
    expect(rowReader(wide, ['codigo', 'ROBO', 'HURTO'], isCount)(['TOTAL', '10', '20'])).toEqual({
      told: [],
      problems: [],
      leftOut: 'total',
    });
  });

  it('tells each column apart, and keeps zero, unknown and blank apart', () => {
    const read = rowReader(wide, ['codigo', 'ROBO', 'HURTO'], isCount);
    expect(read(['10101', '0', 'N/D']).told.map(({ value, state }) => [value, state])).toEqual([
      [0, 0],
      [null, 3],
    ]);
    expect(read(['10101', '', '4']).told.map(({ indicator }) => indicator)).toEqual(['HUR']);
    expect(read(['10101', '-3', '2.5']).problems.map(({ code }) => code)).toEqual([
      'negative-count',
      'not-whole',
    ]);
  });

  it('is never of a period finer than it says', () => {
    const read = rowReader({ ...wide, countBy: 'month' }, ['codigo', 'ROBO', 'HURTO'], isCount);
    expect(read(['10101', '1', '2']).problems.map(({ code }) => code)).toEqual(['period-too-coarse']);
  });
});

describe('the tally of a file', () => {
  it('counts every event once, in whatever order they come', () => {
    const read = rowReader(events, ['año', 'mes', 'provincia', 'sexo'], isCount);
    const row = fc.tuple(
      fc.constantFrom('2017', '2018'),
      fc.constantFrom('Enero', 'Feb.'),
      fc.constantFrom('Panamá', 'Colón'),
      fc.constantFrom('Masculino', 'Femenino', ''),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const tally = new Tally({ adds: false, mostProblems: 10 });
        for (const [index, cells] of rows.entries()) {
          const { told, problems } = read(cells);
          tally.add(index + 2, told, problems);
        }
        expect([...tally.cells.values()].reduce((sum, cell) => sum + (cell.value ?? 0), 0)).toBe(rows.length);
        expect(tally.problemCount).toBe(0);
      }),
    );
  });

  it('refuses two different figures of one cell and takes the same one once', () => {
    const read = rowReader(wide, ['codigo', 'ROBO', 'HURTO'], isCount);
    const tally = new Tally({ adds: false, mostProblems: 10 });
    for (const [row, cells] of [
      [2, ['10101', '3', '4']],
      [3, ['10101', '3', '5']],
    ] as const) {
      const { told, problems } = read(cells);
      tally.add(row, told, problems);
    }
    expect(tally.problems).toEqual([{ code: 'told-twice', row: 3, firstRow: 2, header: 'HURTO' }]);
    expect(tally.cells.size).toBe(2);
  });
});
