import { joinBoundaries, type BoundaryJoin } from './boundary-join.ts';
import type { JoinFeature, JoinTerritory } from './boundary-names.ts';

export type LeveledTerritory = JoinTerritory & { readonly level: number };

/** A join with the level it was made for. */
export type LevelJoin = { readonly level: number; readonly join: BoundaryJoin };

/**
 * The level of territories that a layer is of: the one where most features find a territory of their own.
 * A layer of districts that also names their provinces answers to both; each province comes many times, each district once.
 */
export function joinBestLevel(
  features: readonly JoinFeature[],
  territories: readonly LeveledTerritory[],
  kindWords: readonly string[],
  accepted: ReadonlySet<string>,
): LevelJoin | null {
  const levels = [...new Set(territories.map((territory) => territory.level))].toSorted(
    (one, other) => one - other,
  );
  const joins = levels.map((level) => ({
    level,
    join: joinBoundaries(
      features,
      territories.filter((territory) => territory.level === level),
      kindWords,
      accepted,
    ),
  }));
  return joins.toSorted((one, other) => answered(other.join) - answered(one.join))[0] ?? null;
}

function answered({ matches, lostZeros }: BoundaryJoin): number {
  const single = matches.filter((match) => match.features.length === 1).map((match) => match.territoryId);
  return new Set([...single, ...lostZeros.map((lost) => lost.territoryId)]).size;
}
