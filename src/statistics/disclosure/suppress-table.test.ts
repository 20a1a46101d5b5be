import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { cellAt, oracleTable } from '../../../tests/fixtures/statistics/oracle-table.ts';
import { auditSuppression } from './audit-suppression.ts';
import { crossedTable, idOf, type Axis } from './crossed-table.ts';
import { linearSolver, type LinearSolver } from './linear-solver.ts';
import type { DisclosurePolicy } from './primary-suppression.ts';
import { suppressTable } from './suppress-table.ts';
import { tableSystem, type TableCell, type TableSum } from './table-system.ts';

const policy: DisclosurePolicy = { threshold: 5, zeros: 'shown' };
let solver: LinearSolver;
beforeAll(async () => {
  solver = await linearSolver();
});

type Table = { readonly cells: readonly TableCell[]; readonly sums: readonly TableSum[] };

function shownOf({ cells, sums }: Table, rule: DisclosurePolicy, withSolver: boolean) {
  const result = suppressTable(cells, sums, rule, withSolver ? solver : null);
  const shown = new Set([...result.fates].filter(([, fate]) => fate === 'shown').map(([id]) => id));
  return { ...result, shown };
}

/** What somebody with a pencil finds: the missing one of every sum, again and again. */
function foundBySubtraction({ cells, sums }: Table, shown: ReadonlySet<string>): ReadonlySet<string> {
  const values = new Map(cells.filter(({ id }) => shown.has(id)).map(({ id, value }) => [id, value]));
  const found = new Set<string>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const { whole, parts } of sums) {
      const missing = [whole, ...parts].filter((id) => !values.has(id));
      const [only] = missing;
      if (only === undefined || missing.length > 1) continue;
      const known = parts.reduce((sum, part) => sum + (values.get(part) ?? 0), 0);
      values.set(only, only === whole ? known : (values.get(whole) ?? 0) - known);
      found.add(only);
    }
  }
  return found;
}

function expectSafe(table: Table, rule = policy, withSolver = true): ReadonlySet<string> {
  const { shown, protections, unprotected } = shownOf(table, rule, withSolver);
  expect(unprotected).toEqual([]);
  const found = foundBySubtraction(table, shown);
  expect([...protections.keys()].filter((id) => found.has(id) || shown.has(id))).toEqual([]);
  expect(auditSuppression(solver, tableSystem(table.cells, table.sums), protections, shown)).toEqual([]);
  return shown;
}

const axisOf = (letter: string, size: number): Axis => {
  const leaves = Array.from({ length: size }, (_, index) => `${letter}${index}`);
  return { leaves, sums: [{ whole: `${letter}*`, parts: leaves }] };
};
const zones: Axis = {
  leaves: ['a', 'b', 'c', 'd'],
  sums: [
    { whole: 'north', parts: ['a', 'b'] },
    { whole: 'south', parts: ['c', 'd'] },
    { whole: 'all', parts: ['north', 'south'] },
    { whole: 'police zone', parts: ['b', 'c'] },
  ],
};
const windows: Axis = {
  leaves: ['y1', 'y2', 'y3', 'y4'],
  sums: [
    { whole: 'y1-y3', parts: ['y1', 'y2', 'y3'] },
    { whole: 'y2-y4', parts: ['y2', 'y3', 'y4'] },
    { whole: 'y1-y4', parts: ['y1-y3', 'y4'] },
  ],
};
const tableOf = (
  axes: readonly Axis[],
  values: readonly number[],
  standingOf?: (at: readonly string[]) => TableCell['standing'],
) => {
  const places = axes.reduce<readonly (readonly string[])[]>(
    (all, { leaves }) => all.flatMap((place) => leaves.map((leaf) => [...place, leaf])),
    [[]],
  );
  return crossedTable(
    axes,
    places.map((at, index) => ({ at, value: values[index] ?? 0 })),
    standingOf,
  );
};
/** Mostly small counts and zeros, as tables of violence in small places have. */
const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 }), fc.constant(0));
const counts = (size: number) => fc.array(count, { minLength: size, maxLength: size });

describe('a suppressed table', () => {
  it('keeps back three cells more for the small one of the oracle, and no total', () => {
    const { fates, shown } = shownOf(oracleTable, policy, false);
    expect([...fates].filter(([, fate]) => fate === 'primary').map(([id]) => id)).toEqual([cellAt(1, 2)]);
    expect(16 - shown.size).toBe(4);
    expect([...fates.keys()].filter((id) => id.includes('*')).every((id) => shown.has(id))).toBe(true);
    expectSafe(oracleTable);
  });

  it('keeps nothing back where nothing is small, nor of a threshold of one', () => {
    expect(shownOf(tableOf([axisOf('r', 2)], [9, 8]), policy, false).shown.size).toBe(3);
    expect(shownOf(oracleTable, { threshold: 1, zeros: 'shown' }, false).shown.size).toBe(16);
  });

  it('gives parties that share data more than the public', () => {
    const table = tableOf([axisOf('r', 3), axisOf('c', 3)], [4, 20, 30, 3, 15, 16, 12, 18, 40]);
    expect(shownOf(table, { threshold: 3, zeros: 'shown' }, false).shown.size).toBe(16);
    expect(shownOf(table, policy, false).shown.size).toBeLessThan(16);
  });
});

describe('nobody recovers what is not told', { timeout: 60_000 }, () => {
  it('by rows, columns and totals', () => {
    fc.assert(
      fc.property(counts(20), fc.boolean(), (values, withSolver) => {
        expectSafe(tableOf([axisOf('r', 4), axisOf('c', 5)], values), policy, withSolver);
      }),
    );
  });

  it('by three ways of telling apart at once', () => {
    fc.assert(
      fc.property(counts(24), fc.boolean(), (values, withSolver) => {
        expectSafe(tableOf([axisOf('r', 4), axisOf('c', 3), axisOf('s', 2)], values), policy, withSolver);
      }),
      { numRuns: 40 },
    );
  });

  it('by levels and overlapping zones, over windows of time that differ by a year', () => {
    fc.assert(
      fc.property(counts(16), fc.boolean(), (values, withSolver) => {
        expectSafe(tableOf([zones, windows], values), policy, withSolver);
      }),
      { numRuns: 40 },
    );
  });

  it('where only the zones and windows are published, and their difference is small', () => {
    const isPiece = ([place = '', year = '']: readonly string[]) =>
      zones.leaves.includes(place) || windows.leaves.includes(year);
    fc.assert(
      fc.property(counts(16), fc.boolean(), (values, withSolver) => {
        const table = tableOf([zones, windows], values, (at) => (isPiece(at) ? 'hidden' : undefined));
        const shown = expectSafe(table, policy, withSolver);
        expect(isPiece([...shown][0]?.split('|') ?? ['', ''])).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('where zeros are kept back too', () => {
    const zerosToo = { threshold: 5, zeros: 'protected' } as const;
    fc.assert(
      fc.property(counts(16), fc.boolean(), (values, withSolver) => {
        expectSafe(tableOf([axisOf('r', 4), axisOf('c', 4)], values), zerosToo, withSolver);
        expectSafe(tableOf([zones, windows], values), zerosToo, withSolver);
      }),
      { numRuns: 30 },
    );
  });

  it('of a group of which everyone is the same', () => {
    const outcome: Axis = {
      leaves: ['hurt', 'not hurt'],
      sums: [{ whole: 'asked', parts: ['hurt', 'not hurt'] }],
      revealing: true,
    };
    const table = tableOf([axisOf('school', 3), outcome], [20, 0, 12, 30, 15, 40]);
    const { fates } = shownOf(table, policy, false);
    expect(fates.get(idOf(['school0', 'hurt']))).toBe('primary');
    expect(fates.get(idOf(['school0', 'not hurt']))).toBe('complementary');
    expectSafe(table);
  });
});

describe('what is public already', { timeout: 60_000 }, () => {
  it('is never taken back, and what it gives away is said', () => {
    const cells: readonly TableCell[] = [
      { id: 'a', value: 3 },
      { id: 'b', value: 9, standing: 'public' },
      { id: 'all', value: 12, standing: 'public' },
    ];
    const result = suppressTable(cells, [{ whole: 'all', parts: ['a', 'b'] }], policy, solver);
    expect(result.unprotected).toEqual(['a']);
    expect(result.fates.get('b')).toBe('shown');
  });

  it('takes no cell as cover that everyone knows to be zero', () => {
    const cells: readonly TableCell[] = [
      { id: 'a', value: 3 },
      { id: 'never', value: 0, standing: 'impossible' },
      { id: 'b', value: 9 },
      { id: 'all', value: 12 },
    ];
    const { fates } = suppressTable(cells, [{ whole: 'all', parts: ['a', 'never', 'b'] }], policy);
    expect(fates.get('never')).toBe('shown');
    expect(fates.get('b')).toBe('complementary');
  });

  it('counts an earlier release in: a total that came out before is part of the sum', () => {
    fc.assert(
      fc.property(counts(12), (values) => {
        const isOut = ([r = '', c = '']: readonly string[]) => r === 'r*' && c === 'c*';
        const table = tableOf([axisOf('r', 3), axisOf('c', 4)], values, (at) =>
          isOut(at) ? 'public' : undefined,
        );
        const { shown, protections, unprotected } = shownOf(table, policy, true);
        const exposed = auditSuppression(solver, tableSystem(table.cells, table.sums), protections, shown);
        expect(exposed.map(({ id }) => id).filter((id) => !unprotected.includes(id))).toEqual([]);
        expect(shown.has('r*|c*')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
