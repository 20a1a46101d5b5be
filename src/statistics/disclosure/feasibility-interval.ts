import type { Interval } from '../poisson-interval.ts';
import type { LinearSolver, LinearSystem, OpenSystem } from './linear-solver.ts';
import type { TableSystem } from './table-system.ts';

/** What an outsider can work out of a published table. */
export type Outsider = {
  /** From where to where a cell that is not shown may be, by all that is shown. */
  readonly intervalOf: (cell: number) => Interval;
  readonly close: () => void;
};

/**
 * What an outsider can find out of cells that are not shown, from those that are: the least and the most that each can be. Counts.
 *
 * Formula: with x the cells that are not shown, lower = min x, upper = max x over all sums of the table and x ≥ 0: two linear programs a cell.
 * Cells between which no sum holds any more are endless upwards.
 *
 * Source: Hundepool et al. (2012), Statistical Disclosure Control, section 4.3.4 (auditing); Fischetti & Salazar (2000), JASA 95:916-928.
 *
 * Assumes: the outsider knows every sum and that counts are not negative, and nothing else. Fractions are let through: whole counts
 * can only narrow the interval by less than one at either end.
 * @param isShown whether a cell is published; what is hidden is not
 * @example
 * linearSolver().then((solver) => feasibilityInterval(solver, tableSystem([{ id: 'a', value: 2 }, { id: 'b', value: 3 }, { id: 'all', value: 5 }], [{ whole: 'all', parts: ['a', 'b'] }]), (cell) => cell === 2).intervalOf(0)) // { lower: 0, upper: 5 }
 */
export function feasibilityInterval(
  solver: LinearSolver,
  system: TableSystem,
  isShown: (cell: number) => boolean,
): Outsider {
  const unknown = system.cells.flatMap((_, cell) => (isShown(cell) ? [] : [cell]));
  const place = new Map(unknown.map((cell, index) => [cell, index]));
  const equations = system.equations.flatMap((terms): LinearSystem['equations'] => {
    const open = terms.flatMap(({ at, sign }) => {
      const index = place.get(at);
      return index === undefined ? [] : [{ at: index, sign }];
    });
    if (open.length === 0) return [];
    const shown = terms.reduce(
      (sum, { at, sign }) => (place.has(at) ? sum : sum + sign * (system.cells[at]?.value ?? 0)),
      0,
    );
    return [{ terms: open, sum: -shown }];
  });
  const opened = solver.open({ unknowns: unknown.length, equations });
  return {
    intervalOf(cell) {
      const index = place.get(cell);
      const value = system.cells[cell]?.value ?? 0;
      return index === undefined ? { lower: value, upper: value } : intervalIn(opened, index);
    },
    close: opened.close,
  };
}

function intervalIn(opened: OpenSystem, index: number): Interval {
  const costs = new Map([[index, 1]]);
  const least = opened.extreme(costs, 'least');
  const most = opened.extreme(costs, 'most');
  if (least === null || most === null) throw new Error('the true table satisfies its own sums');
  return { lower: tidy(least.value), upper: tidy(most.value) };
}

/** A whole number where the solver came as near to one as it can. */
function tidy(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 ? whole + 0 : value;
}
