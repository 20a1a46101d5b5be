import type { Highs } from 'highs';

/** Linear equations over unknowns that are not negative: Σ coefficient·unknown = right side. */
export type LinearSystem = {
  readonly unknowns: number;
  readonly equations: readonly {
    readonly terms: readonly { readonly at: number; readonly sign: number }[];
    readonly sum: number;
  }[];
};

/** The best value of an objective and a point that has it; null where no point satisfies the equations; endless where there is no bound. */
export type Optimum = { readonly value: number; readonly point: readonly number[] };

/** A system that is held in memory, so that one question after another begins where the last one ended. */
export type OpenSystem = {
  readonly extreme: (costs: ReadonlyMap<number, number>, towards: 'least' | 'most') => Optimum | null;
  readonly close: () => void;
};

/** Opens systems of equations; load it once. */
export type LinearSolver = { readonly open: (system: LinearSystem) => OpenSystem };

let loading: Promise<LinearSolver> | null = null;

/**
 * The solver of linear programs: the least and the most that a sum of unknowns can be, under equations. It is loaded when it is first asked for, and once.
 *
 * Formula: min or max Σ c·x where A·x = b, x ≥ 0; revised simplex, each question started from the last one's basis.
 *
 * Source: Huangfu & Hall (2018), Parallelizing the dual revised simplex method, Mathematical Programming Computation 10:119-142 (HiGHS).
 *
 * Assumes: small whole coefficients, for which doubles are exact enough (tolerance 10⁻⁷).
 * @example
 * linearSolver().then((solver) => solver.open({ unknowns: 2, equations: [{ terms: [{ at: 0, sign: 1 }, { at: 1, sign: 1 }], sum: 7 }] }).extreme(new Map([[0, 1]]), 'most').value) // 7
 */
export async function linearSolver(): Promise<LinearSolver> {
  loading ??= import('highs').then(async ({ default: load }) => solverOf(await load()));
  return loading;
}

function solverOf(highs: Highs): LinearSolver {
  const { modelStatus, objectiveSense } = highs.constants;
  return {
    open({ unknowns, equations }) {
      if (unknowns === 0) return nothingToAsk(equations.every(({ sum }) => sum === 0));
      const model = highs.createModel();
      model.options.set({ output_flag: false, solver: 'simplex', presolve: 'off' });
      model.addVars(
        Array.from({ length: unknowns }, () => 0),
        Array.from({ length: unknowns }, () => highs.infinity),
      );
      for (const { terms, sum } of equations)
        model.addRow(sum, sum, { indices: terms.map(({ at }) => at), values: terms.map(({ sign }) => sign) });
      return {
        extreme(costs, towards) {
          for (const [at, cost] of costs) model.changeColCost(at, cost);
          model.changeObjectiveSense(towards === 'least' ? objectiveSense.minimize : objectiveSense.maximize);
          model.run();
          const status = model.getModelStatus();
          const value = model.getObjectiveValue();
          const point = status === modelStatus.optimal ? [...model.getSolution().colValue] : [];
          // A question leaves nothing behind for the next but its basis. What was read is no longer there after this.
          for (const at of costs.keys()) model.changeColCost(at, 0);
          if (status === modelStatus.optimal) return { value, point };
          if (status === modelStatus.infeasible) return null;
          const endless = towards === 'least' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
          if (status === modelStatus.unbounded) return { value: endless, point: [] };
          throw new Error(`the solver ended with ${status}`);
        },
        close: () => model.dispose(),
      };
    },
  };
}

/** A system without unknowns holds or does not; the solver takes none. */
function nothingToAsk(holds: boolean): OpenSystem {
  return { extreme: () => (holds ? { value: 0, point: [] } : null), close: () => undefined };
}
