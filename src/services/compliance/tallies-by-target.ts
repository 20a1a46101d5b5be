import type { DueTally, TargetRow } from '#database/compliance/figure-views.ts';

/** Due dates by the territory in which they are done, for each of some territories that lie beside one another. */
export function talliesByTarget(
  targets: readonly Pick<TargetRow, 'territory_id' | 'last_id'>[],
  tallies: readonly DueTally[],
): (territoryId: number) => readonly DueTally[] {
  const ordered = targets.toSorted((one, other) => one.territory_id - other.territory_id);
  const found = new Map<number, DueTally[]>();
  let at = 0;
  for (const tally of tallies.toSorted((one, other) => one.where_id - other.where_id)) {
    while (at < ordered.length && (ordered[at]?.last_id ?? 0) < tally.where_id) at += 1;
    const target = ordered[at];
    if (!target || tally.where_id < target.territory_id) continue;
    const own = found.get(target.territory_id);
    if (own) own.push(tally);
    else found.set(target.territory_id, [tally]);
  }
  return (territoryId) => found.get(territoryId) ?? [];
}
