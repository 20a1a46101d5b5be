import { describe, expect, it } from 'vitest';
import { tableSystem } from './table-system.ts';

const cells = [
  { id: 'a', value: 2 },
  { id: 'b', value: 3 },
  { id: 'all', value: 5 },
];
const sums = [{ whole: 'all', parts: ['a', 'b'] }];

describe('a table as equations', () => {
  it('knows each cell, its sums and what its loss costs', () => {
    const system = tableSystem(cells, sums);
    expect(system.equations[0]?.map(({ sign }) => sign)).toEqual([1, 1, -1]);
    expect(system.within[2]).toEqual([{ at: 0, sign: -1 }]);
    expect(system.costs[2]).toBeGreaterThan(4 * (system.costs[1] ?? 0) * 0.9);
  });

  it('costs nothing to keep back what nobody publishes', () => {
    const hidden = tableSystem([{ id: 'a', value: 2, standing: 'hidden' }, ...cells.slice(1)], sums);
    expect(hidden.costs[0]).toBe(0);
  });

  it('refuses sums that do not hold, names that are not there or twice there, and what is no count', () => {
    expect(() => tableSystem([...cells.slice(0, 2), { id: 'all', value: 6 }], sums)).toThrow('do not sum');
    expect(() => tableSystem(cells, [{ whole: 'all', parts: ['c'] }])).toThrow('no cell c');
    expect(() => tableSystem([...cells, { id: 'a', value: 1 }], [])).toThrow('two cells');
    expect(() => tableSystem([{ id: 'a', value: 1.5 }], [])).toThrow('not a count');
  });
});
