import fc from 'fast-check';
import { cellsOver, ofKind, pointOf, type BaseCell } from '../../../src/domain/values/protection-lattice.ts';
import type { PlannedSeries } from '../../../src/domain/values/plan-together.ts';
import {
  feasibilityInterval,
  linearSolver,
  tableSystem,
  type TableSum,
} from '../../../src/statistics/index.ts';

/** Something that happened, as finely as anybody could know it. */
export type Happened = {
  /** The cells of which it is part, by whatever series. */
  readonly in: readonly string[];
  readonly value: number;
};

/** A number that somebody wants to know: what of it they do not know themselves. */
export type Wanted = { readonly name: string; readonly of: (one: Happened) => boolean };

/**
 * Which of the wanted small numbers somebody can tell more narrowly than over `width`, by linear programming over everything that is shown to them
 * and everything that they know themselves.
 */
export async function recovered(
  happened: readonly Happened[],
  asked: {
    readonly hidden: ReadonlySet<string>;
    readonly threshold: number;
    readonly known?: (one: Happened) => boolean;
    readonly wanted: readonly Wanted[];
  },
): Promise<string[]> {
  const idOf = (index: number) => `event ${index}`;
  const keys = [...new Set(happened.flatMap((one) => one.in))];
  const holding = (key: string) =>
    happened.flatMap((one, index) => (one.in.includes(key) ? [idOf(index)] : []));
  const valueOf = (of: (one: Happened) => boolean) =>
    happened.reduce((sum, one) => (of(one) ? sum + one.value : sum), 0);
  const small = asked.wanted.filter(({ of }) => {
    const value = valueOf(of);
    return value > 0 && value < asked.threshold;
  });
  const cells = [
    ...happened.map(({ value }, index) => ({ id: idOf(index), value })),
    ...keys.map((key) => ({ id: key, value: valueOf((one) => one.in.includes(key)) })),
    ...small.map(({ name, of }) => ({ id: `wanted ${name}`, value: valueOf(of) })),
  ];
  const sums: TableSum[] = [
    ...keys.map((key) => ({ whole: key, parts: holding(key) })),
    ...small.map(({ name, of }) => ({
      whole: `wanted ${name}`,
      parts: happened.flatMap((one, index) => (of(one) ? [idOf(index)] : [])),
    })),
  ];
  const system = tableSystem(cells, sums);
  const isShown = (at: number) => {
    const id = system.cells[at]?.id ?? '';
    const one = at < happened.length ? happened[at] : undefined;
    if (one) return asked.known?.(one) ?? false;
    return !id.startsWith('wanted ') && !asked.hidden.has(id);
  };
  const outsider = feasibilityInterval(await linearSolver(), system, isShown);
  const found = small.flatMap(({ name }) => {
    const { lower, upper } = outsider.intervalOf(system.place.get(`wanted ${name}`) ?? -1);
    return upper - lower < Math.min(1.999, asked.threshold - 1)
      ? [`${name} lies between ${lower} and ${upper}`]
      : [];
  });
  outsider.close();
  return found;
}

/** Every cell of a series that a figure is part of; of its own territories only, not of those of other divisions. */
export function toldOf(series: PlannedSeries, cell: BaseCell, kind = ''): string[] {
  const rules = { ...series.rules, alsoIn: undefined };
  return cellsOver(pointOf({ ...cell, kinds: [''] }, rules)).map((key) => ofKind(key, kind));
}

/** Counts as they are: many small ones, some large. */
export const counts = (size: number) =>
  fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
      { weight: 4, arbitrary: fc.integer({ min: 5, max: 60 }) },
    ),
    { minLength: size, maxLength: size },
  );
