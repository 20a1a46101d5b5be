import type { TableSystem } from './table-system.ts';

/**
 * The plainest other table in which one cell has another value: its smallest pieces are more or fewer, and every total that they are part of with them. It costs
 * totals, but it is there whenever none of them is public already. Null where one is. Counts.
 *
 * Formula: down to b: each leaf of the cell in turn gives up what it has until v − b are gone; up to b: its first leaf that may move gains b − v; then every whole is summed
 * anew from its parts.
 *
 * Source: the definition of a table of sums (`tableSystem`).
 *
 * Assumes: every whole is made up of leaves in the end, and no cell of itself.
 * @param mayMove which cells are not fixed by what is public or impossible
 * @example
 * movedWithTotals(tableSystem([{ id: 'a', value: 2 }, { id: 'b', value: 3 }, { id: 'all', value: 5 }], [{ whole: 'all', parts: ['a', 'b'] }]), 0, 5, () => true) // [5, 3, 8]
 */
export function movedWithTotals(
  system: TableSystem,
  cell: number,
  bound: number,
  mayMove: (cell: number) => boolean,
): readonly number[] | null {
  const values = system.cells.map(({ value }) => value);
  const point = [...values];
  const leaves = leavesOf(system, cell).filter(mayMove);
  let left = bound - (values[cell] ?? 0);
  for (const leaf of leaves) {
    const room = left > 0 ? left : Math.max(left, -(point[leaf] ?? 0));
    point[leaf] = (point[leaf] ?? 0) + room;
    left -= room;
  }
  if (left !== 0) return null;
  const summed = summedAnew(system, point);
  return summed?.every((value, at) => value === values[at] || mayMove(at)) === true ? summed : null;
}

/** The pieces of a cell that are no sum of anything; by its first sum where it has several. */
function leavesOf(system: TableSystem, cell: number): readonly number[] {
  const leaves = new Set<number>();
  const seen = new Set([cell]);
  for (const one of seen) {
    const sum = (system.within[one] ?? []).find(({ sign }) => sign === -1);
    if (sum === undefined) leaves.add(one);
    else for (const { at, sign } of system.equations[sum.at] ?? []) if (sign === 1) seen.add(at);
  }
  return [...leaves];
}

/** Every whole from its parts, again and again until nothing changes; null where sums do not come to rest. */
function summedAnew(system: TableSystem, begun: readonly number[]): readonly number[] | null {
  const point = [...begun];
  for (let round = 0; round <= system.equations.length; round += 1) {
    let changed = false;
    for (const terms of system.equations) {
      const whole = terms.find(({ sign }) => sign === -1);
      if (whole === undefined) continue;
      const sum = terms.reduce((total, { at, sign }) => (sign === 1 ? total + (point[at] ?? 0) : total), 0);
      changed ||= point[whole.at] !== sum;
      point[whole.at] = sum;
    }
    if (!changed) return point;
  }
  return null;
}
