import { keyOf, type Area } from './fill-cells.ts';
import type { Figure } from './figure.ts';

/**
 * The figures of finer territories where the source stops at a wider one: each gets the figure of the territory that it lies in, marked with
 * that territory's number. Nothing is divided.
 */
export function holdAbove(
  areas: readonly Area[],
  wider: readonly Area[],
  figures: readonly Figure[],
): Figure[] {
  const byTerritory = new Map<number, Figure[]>();
  for (const figure of figures) {
    const there = byTerritory.get(figure.territoryId) ?? [];
    there.push(figure);
    byTerritory.set(figure.territoryId, there);
  }
  const held = areas.flatMap((area) => {
    const above = wider.find((one) => one.id <= area.id && area.lastId <= one.lastId);
    if (!above) return [];
    return (byTerritory.get(above.id) ?? []).map((figure) => ({
      ...figure,
      territoryId: area.id,
      heldAt: above.id,
    }));
  });
  return [...new Map(held.map((figure) => [keyOf(figure), figure])).values()];
}
