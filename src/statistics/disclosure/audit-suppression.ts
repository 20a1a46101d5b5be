import type { Interval } from '../poisson-interval.ts';
import { feasibilityInterval } from './feasibility-interval.ts';
import type { LinearSolver } from './linear-solver.ts';
import type { Protection } from './primary-suppression.ts';
import type { TableSystem } from './table-system.ts';

/** A cell that an outsider can pin down closer than its protection allows. */
export type Exposed = { readonly id: string; readonly interval: Interval; readonly protection: Protection };

/**
 * The audit of a table before it is published: every protected cell whose feasibility interval is tighter than its protection. None: it may go out.
 *
 * Formula: a cell is exposed where min x > its lower bound or max x < its upper bound (`feasibilityInterval`).
 *
 * Source: Hundepool et al. (2012), Statistical Disclosure Control, section 4.3.4; the linear programs as in `feasibilityInterval`.
 *
 * Assumes: the table holds everything that is published of these counts, earlier tables too (as `public` cells).
 * @param shown ids of the cells that are published
 * @example
 * linearSolver().then((solver) => auditSuppression(solver, tableSystem([{ id: 'a', value: 2 }, { id: 'b', value: 3 }, { id: 'all', value: 5 }], [{ whole: 'all', parts: ['a', 'b'] }]), new Map([['a', { reason: 'small', lower: 0, upper: 5 }]]), new Set(['b', 'all']))[0].interval) // { lower: 2, upper: 2 }
 */
export function auditSuppression(
  solver: LinearSolver,
  system: TableSystem,
  protections: ReadonlyMap<string, Protection>,
  shown: ReadonlySet<string>,
): readonly Exposed[] {
  const isShown = (cell: number) => {
    const found = system.cells[cell];
    if (found === undefined) return false;
    return shown.has(found.id) || found.standing === 'public' || found.standing === 'impossible';
  };
  const outsider = feasibilityInterval(solver, system, isShown);
  try {
    return [...protections].flatMap(([id, protection]) => {
      const interval = outsider.intervalOf(system.place.get(id) ?? -1);
      const isWide = interval.lower <= protection.lower + 1e-6 && interval.upper >= protection.upper - 1e-6;
      return isWide ? [] : [{ id, interval, protection }];
    });
  } finally {
    outsider.close();
  }
}
