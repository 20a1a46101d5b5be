import { silentFigure, type Figure } from './figure.ts';

/** What stands below the line: how many, or why that is not known. */
export type Denominator =
  | { readonly state: 'value'; readonly value: number; readonly isEstimated: boolean }
  | { readonly state: Exclude<Figure['state'], 'value'> };

/**
 * A ratio made anew from its two parts, never from other ratios. It is protected where either part is; it does not apply where the
 * denominator is zero; else it stands as the part stands that is no value.
 */
export function ratioOf(numerator: Figure, denominator: Denominator, multiplier: number): Figure {
  const { heldAt, reporting } = numerator;
  const cell = { ...silentFigure(numerator), heldAt, reporting };
  if (numerator.state === 'protected' || denominator.state === 'protected')
    return { ...cell, state: 'protected' };
  if (numerator.state !== 'value' || numerator.value === null) return { ...cell, state: numerator.state };
  if (denominator.state !== 'value') return { ...cell, state: denominator.state };
  if (denominator.value === 0) return { ...cell, state: 'not-applicable' };
  return {
    ...numerator,
    value: (numerator.value / denominator.value) * multiplier,
    estimate: null,
    parts: { numerator: numerator.value, denominator: denominator.value },
  };
}

/** A group of which nobody knows how many they are may be so small a share of all people. */
const leastShare = 0.1;

/**
 * Whether a ratio tells a small count to whoever multiplies it by what stands below its line. Of a group of which only the people of the
 * whole place are known, the count may be a tenth of what that would make it.
 */
export function tellsSmallCount(
  { value }: Pick<Figure, 'value'>,
  given: {
    readonly below: Denominator;
    readonly isOfGroup: boolean;
    readonly multiplier: number;
    readonly threshold: number;
  },
): boolean {
  const { below, isOfGroup, multiplier, threshold } = given;
  if (below.state === 'protected') return true;
  if (value === null || value === 0 || below.state !== 'value') return false;
  const count = (value * below.value * (isOfGroup ? leastShare : 1)) / multiplier;
  // As it is told, a ratio is rounded.
  return count < threshold - 0.5;
}

/** A count of people of one territory in one year. */
export type PopulationPoint = { readonly year: number; readonly people: number };

/**
 * How many people live somewhere in a year: as counted; else on the straight line between the counts before and after; else the nearest
 * count of the last or next ten years. @returns null where no count is that near
 */
export function populationIn(
  year: number,
  points: readonly PopulationPoint[],
): { readonly people: number; readonly isEstimated: boolean } | null {
  const inOrder = points.toSorted((one, other) => one.year - other.year);
  const same = inOrder.find((point) => point.year === year);
  if (same) return { people: same.people, isEstimated: false };
  const before = inOrder.findLast((point) => point.year < year);
  const after = inOrder.find((point) => point.year > year);
  if (before && after) {
    const share = (year - before.year) / (after.year - before.year);
    return { people: Math.round(before.people + (after.people - before.people) * share), isEstimated: true };
  }
  const nearest = before ?? after;
  if (!nearest || Math.abs(nearest.year - year) > 10) return null;
  return { people: nearest.people, isEstimated: true };
}
