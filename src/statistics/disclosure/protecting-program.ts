import type { LinearSolver } from './linear-solver.ts';
import type { TableSystem } from './table-system.ts';

export type ProtectingQuestion = {
  readonly system: TableSystem;
  readonly cell: number;
  /** The value that the cell shall be able to have. */
  readonly bound: number;
  readonly mayMove: (cell: number) => boolean;
  readonly costOf: (cell: number) => number;
};

/**
 * The table that is nearest to the true one, in which one cell has another value and every sum holds: what differs in it has to be kept back. Exact where
 * `protectingCycle` finds nothing; null where what may not move makes it impossible. Counts, not always whole.
 *
 * Formula: min Σ c·(u + d) where A(v + u − d) = 0, 0 ≤ d ≤ v, u ≥ 0, u = d = 0 for what may not move, and v + u − d = bound for the cell.
 *
 * Source: Kelly, Golden & Assad (1992), Networks 22:397-417; Fischetti & Salazar (2000), JASA 95:916-928 (relaxed to a linear program).
 *
 * Assumes: as `tableSystem`. The cost is of how far cells move, not of how many do, so that it keeps back somewhat more than it must.
 * @example
 * linearSolver().then((solver) => protectingProgram(solver, { system: tableSystem([{ id: 'a', value: 2 }, { id: 'b', value: 3 }, { id: 'all', value: 5 }], [{ whole: 'all', parts: ['a', 'b'] }]), cell: 0, bound: 5, mayMove: () => true, costOf: (cell) => (cell === 2 ? 9 : 1) })) // [5, 0, 5]
 */
export function protectingProgram(
  solver: LinearSolver,
  question: ProtectingQuestion,
): readonly number[] | null {
  const { system, cell, bound, mayMove, costOf } = question;
  const values = system.cells.map(({ value }) => value);
  const movable = values.flatMap((_, other) => (mayMove(other) && other !== cell ? [other] : []));
  const place = new Map(movable.map((other, index) => [other, index]));
  const count = movable.length;
  const change = bound - (values[cell] ?? 0);
  const equations = system.equations.map((terms) => {
    const fixed = terms.find(({ at }) => at === cell);
    const open = terms.flatMap(({ at, sign }) => {
      const index = place.get(at);
      if (index === undefined) return [];
      const down: number = -sign;
      return [
        { at: index, sign: -down },
        { at: count + index, sign: down },
      ];
    });
    return { terms: open, sum: fixed === undefined ? 0 : -fixed.sign * change };
  });
  // What goes down, and what is left of it, is together what there was.
  const rooms = movable.map((other, index) => ({
    terms: [
      { at: count + index, sign: 1 },
      { at: 2 * count + index, sign: 1 },
    ],
    sum: values[other] ?? 0,
  }));
  const opened = solver.open({ unknowns: 3 * count, equations: [...equations, ...rooms] });
  try {
    const costs = new Map<number, number>();
    movable.forEach((other, index) => {
      const cost = costOf(other) + 1e-3;
      costs.set(index, cost).set(count + index, cost);
    });
    const best = opened.extreme(costs, 'least');
    if (best === null) return null;
    return values.map((value, other) => {
      if (other === cell) return bound;
      const index = place.get(other);
      return index === undefined
        ? value
        : value + (best.point[index] ?? 0) - (best.point[count + index] ?? 0);
    });
  } finally {
    opened.close();
  }
}
