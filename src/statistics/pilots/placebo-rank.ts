import type { BeforeAndAfter } from './difference-in-differences.ts';
import { syntheticControl } from './synthetic-control.ts';

/** Where the pilot stands if each place is taken for the pilot once; `share` is rank over places, the least that a p-value can be with so few. */
export type PlaceboRank = {
  readonly rank: number;
  readonly places: number;
  readonly share: number;
  /** Ratio of the pilot, then of the others in their order. */
  readonly ratios: readonly number[];
};

/**
 * Whether what parted a pilot from its synthetic control is more than what parts places where nothing was done: its rank among placebos. No units.
 *
 * Formula: for each place the ratio of mean squared gaps after to before, its control made of all other places but the pilot; rank of the pilot's ratio, 1 the largest; share = rank / places.
 *
 * Source: Abadie, Diamond & Hainmueller (2010), JASA 105:493-505, section 3.4.
 *
 * Assumes: as `syntheticControl`. With 20 places the smallest share is 0.05.
 * @example
 * placeboRank({ before: [5, 6], after: [0] }, [{ before: [4, 6], after: [6] }, { before: [6, 7], after: [6] }, { before: [5, 7], after: [6] }]).places // 4
 */
export function placeboRank(pilot: BeforeAndAfter, others: readonly BeforeAndAfter[]): PlaceboRank {
  const own = syntheticControl(pilot, others).ratio;
  const placebos = others.map(
    (place) =>
      syntheticControl(
        place,
        others.filter((other) => other !== place),
      ).ratio,
  );
  const rank = 1 + placebos.filter((ratio) => ratio > own).length;
  const places = others.length + 1;
  return { rank, places, share: rank / places, ratios: [own, ...placebos] };
}
