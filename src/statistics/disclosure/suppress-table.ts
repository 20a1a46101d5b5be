import type { LinearSolver } from './linear-solver.ts';
import { movedWithTotals } from './moved-with-totals.ts';
import { primarySuppression, type DisclosurePolicy, type Protection } from './primary-suppression.ts';
import { protectingCycle } from './protecting-cycle.ts';
import { protectingProgram } from './protecting-program.ts';
import { tableSystem, type TableCell, type TableSum, type TableSystem } from './table-system.ts';

/** What happens to a cell: it is shown, kept back for its own sake, or kept back so that others cannot be worked out. */
export type CellFate = 'shown' | 'primary' | 'complementary' | 'hidden';

export type SuppressedTable = {
  readonly fates: ReadonlyMap<string, CellFate>;
  readonly protections: ReadonlyMap<string, Protection>;
  /** Cells that cannot be protected because of what is public already: the table must not be published as it is. */
  readonly unprotected: readonly string[];
};

/**
 * Which cells of a table of counts are not shown: those that may not be told, and as many others as it takes so that these cannot be
 * worked out by subtraction over rows, columns, totals, time or overlapping territories. One engine for every page, file and answer.
 *
 * Formula: primary cells by `primarySuppression`; then for each, up to its upper and down to its lower bound, whole tables that satisfy every sum
 * are built by cheapest cycles (`protectingCycle`; where none is found by linear program); every cell that differs in them is not shown. These tables prove that an outsider
 * cannot exclude either bound. Where nothing else helps, the cell moves with all its totals (`movedWithTotals`).
 *
 * Source: Hundepool et al. (2012), Statistical Disclosure Control, section 4.4; Kelly, Golden & Assad (1992), Cell suppression: disclosure
 * protection for sensitive tabular data, Networks 22:397-417.
 *
 * Assumes: everything published of these counts is in the table: what came out earlier as `public`, strips between zones and differences of windows as `hidden`
 * cells. Rates and maps of a cell that is not shown are not shown either. No person knows one of the counts already.
 * @param solver where it is given, fewer cells may have to be kept back; without it the result is as safe
 * @example
 * suppressTable([{ id: 'a', value: 3 }, { id: 'b', value: 9 }, { id: 'c', value: 40 }, { id: 'all', value: 52 }], [{ whole: 'all', parts: ['a', 'b', 'c'] }], { threshold: 5, zeros: 'shown' }).fates.get('b') // 'complementary'
 */
export function suppressTable(
  cells: readonly TableCell[],
  sums: readonly TableSum[],
  policy: DisclosurePolicy,
  solver: LinearSolver | null = null,
): SuppressedTable {
  const system = tableSystem(cells, sums);
  const protections = primarySuppression(cells, sums, policy);
  const work = beginWork(system, protections);
  const order = [...protections].toSorted(
    ([, one], [, other]) => other.upper - other.lower - one.upper + one.lower,
  );
  const unprotected = order.flatMap(([id, protection]) => {
    const cell = system.place.get(id) ?? -1;
    const isSafe = ([1, -1] as const).every(
      (step) => reach(work, cell, step, protection) || rebuild(work, cell, step, protection, solver),
    );
    return isSafe ? [] : [id];
  });
  const fates = cells.map(({ id, standing }, cell): [string, CellFate] => {
    if (standing === 'hidden') return [id, 'hidden'];
    if (protections.has(id)) return [id, 'primary'];
    return [id, work.closed[cell] ? 'complementary' : 'shown'];
  });
  return { fates: new Map(fates), protections, unprotected };
}

/** What is not shown so far, and from where to where each cell is known to be possible: by tables that satisfy every sum. */
type Work = {
  readonly system: TableSystem;
  readonly values: readonly number[];
  readonly closed: boolean[];
  readonly lower: number[];
  readonly upper: number[];
};

function beginWork(system: TableSystem, protections: ReadonlyMap<string, Protection>): Work {
  const values = system.cells.map(({ value }) => value);
  const closed = system.cells.map(({ id, standing }) => standing === 'hidden' || protections.has(id));
  return { system, values, closed, lower: [...values], upper: [...values] };
}

/** Cycle after cycle until the cell has reached its bound; false where no further cycle is found. What was closed on the way stays so only where it got there. */
function reach(work: Work, cell: number, step: 1 | -1, protection: Protection): boolean {
  const { system, closed } = work;
  const point = [...work.values];
  const newlyClosed = new Set<number>();
  for (;;) {
    const need = missing(work, cell, step, protection, point);
    if (need <= 0) break;
    const cycle = protectingCycle(
      {
        system,
        point,
        mayMove: (other) => isMovable(system, other),
        costOf: (other) => (closed[other] || newlyClosed.has(other) ? 0 : (system.costs[other] ?? 1)),
      },
      cell,
      step,
      need,
    );
    if (cycle === null) return false;
    let length = need;
    for (const [other, direction] of cycle)
      if (direction === -1) length = Math.min(length, point[other] ?? 0);
    if (length < 1) return false;
    for (const [other, direction] of cycle) {
      point[other] = (point[other] ?? 0) + direction * length;
      newlyClosed.add(other);
    }
    keep(work, point, newlyClosed);
  }
  return true;
}

/** How far a cell still has to go, from where a table has it; nothing where some table has shown it already. */
function missing(
  work: Work,
  cell: number,
  step: 1 | -1,
  protection: Protection,
  point: readonly number[],
): number {
  const here = point[cell] ?? 0;
  if (step === 1) return (work.upper[cell] ?? 0) >= protection.upper ? 0 : protection.upper - here;
  return (work.lower[cell] ?? 0) <= protection.lower ? 0 : here - protection.lower;
}

/** A possible table: what differs in it is not shown from now on. */
function keep(work: Work, point: readonly number[], differing: Iterable<number>): void {
  for (const cell of differing) {
    work.closed[cell] = true;
    work.lower[cell] = Math.min(work.lower[cell] ?? 0, point[cell] ?? 0);
    work.upper[cell] = Math.max(work.upper[cell] ?? 0, point[cell] ?? 0);
  }
}

function isMovable(system: TableSystem, cell: number): boolean {
  const standing = system.cells[cell]?.standing;
  return standing !== 'public' && standing !== 'impossible';
}

/** Another table for a bound that no cycle reached: the plainest, or with a solver the nearest, whichever takes less from the reader. */
function rebuild(
  work: Work,
  cell: number,
  step: 1 | -1,
  protection: Protection,
  solver: LinearSolver | null,
): boolean {
  const { system, closed, values } = work;
  const bound = step === 1 ? protection.upper : protection.lower;
  const mayMove = (other: number) => isMovable(system, other);
  const costOf = (other: number) => (closed[other] ? 0 : (system.costs[other] ?? 1));
  const plainest = movedWithTotals(system, cell, bound, mayMove);
  const nearest = solver && protectingProgram(solver, { system, cell, bound, mayMove, costOf });
  const tables = [plainest, nearest].flatMap((point) => {
    if (point === null) return [];
    const differing = point.flatMap((value, other) =>
      Math.abs(value - (values[other] ?? 0)) > 1e-6 ? [other] : [],
    );
    return [{ point, differing, cost: differing.reduce((sum, other) => sum + costOf(other), 0) }];
  });
  const [best] = tables.toSorted((one, other) => one.cost - other.cost);
  if (best === undefined) return false;
  keep(work, best.point, best.differing);
  return true;
}
