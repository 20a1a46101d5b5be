import { refuse } from './refusals.ts';
import type { Composition } from './vocabulary.ts';

/** Over what figures are put together: neighbouring territories, following periods, or groups of one whole. */
export const axes = ['places', 'time', 'groups'] as const;
export type Axis = (typeof axes)[number];

/** `sum` adds, `last` takes the latest, `remade` divides sums of parts, `anew` asks the system again, `never` cannot be done. */
export type Combining = 'sum' | 'last' | 'remade' | 'anew' | 'never';

const rules: Readonly<Record<Composition, Readonly<Record<Axis, Combining>>>> = {
  count: { places: 'sum', time: 'sum', groups: 'sum' },
  stock: { places: 'sum', time: 'last', groups: 'sum' },
  ratio: { places: 'remade', time: 'remade', groups: 'remade' },
  distinct: { places: 'never', time: 'never', groups: 'never' },
  estimate: { places: 'never', time: 'never', groups: 'never' },
  computed: { places: 'anew', time: 'anew', groups: 'anew' },
};

/** How figures of a composition are put together over an axis. */
export function combiningOf(composition: Composition, axis: Axis): Combining {
  return rules[composition][axis];
}

/** Whether rows of a series of this composition add up: its sums are then kept by the database. */
export function adds(composition: Composition): boolean {
  return composition === 'count' || composition === 'stock';
}

/**
 * Puts figures together over an axis; over time, oldest first.
 * @returns null where there are none
 * @throws Refusal that says why these cannot be put together
 */
export function combine(composition: Composition, axis: Axis, figures: readonly number[]): number | null {
  const how = combiningOf(composition, axis);
  if (how === 'never')
    throw refuse(
      composition === 'distinct' ? 'indicators.persons-not-added' : 'indicators.estimates-not-added',
    );
  if (how === 'remade') throw refuse('indicators.ratios-not-added');
  if (how === 'anew') throw refuse('indicators.computed-not-added');
  if (figures.length === 0) return null;
  return how === 'last' ? (figures.at(-1) ?? null) : figures.reduce((sum, one) => sum + one, 0);
}

/**
 * A ratio from the sums of its two parts: never a sum or mean of ratios.
 * @returns null where a part is not known, or where there is nothing to divide by
 */
export function ratioOf(
  numerator: number | null,
  denominator: number | null,
  multiplier: number,
): number | null {
  if (numerator === null || denominator === null || denominator <= 0) return null;
  return (numerator / denominator) * multiplier;
}
