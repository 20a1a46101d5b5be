import { fold } from '#domain/shared/fold.ts';
import { bestMatches, matchName, type NamedTerritory } from '#domain/territories/names.ts';
import type { WrittenPlace } from './read-row.ts';

/** A territory that a place in a file may be. */
export type PlaceCandidate = NamedTerritory & {
  readonly id: number;
  /** Numbers of what it lies in, itself last: by them a district is looked for within its province. */
  readonly lastId: number;
};

/** What became of a written place: the territory it is, or those that it may be, likeliest first. */
export type ResolvedPlace =
  | { readonly territoryId: number; readonly by: 'code' | 'name' | 'remembered' }
  | { readonly candidates: readonly number[] };

export type PlaceRules = {
  readonly territories: readonly PlaceCandidate[];
  readonly kindWords: readonly string[];
  /** The level at which the file tells its figures, where it is known: of a province and a district called alike, the one meant. */
  readonly level: number | null;
  /** What a person settled once, by the key of the written place. */
  readonly remembered: ReadonlyMap<string, number>;
};

/**
 * Finds the territory of each written place. What a person once settled comes first, then a code, which also may lack its leading zeros
 * or carry those of a finer unit; then names, each looked for within the one before it. A typing error is never taken as settled: it is asked.
 */
export function placeResolver(rules: PlaceRules): (place: WrittenPlace) => ResolvedPlace {
  const byCode = new Map(rules.territories.map((one) => [one.code, one]));
  return (place) => {
    const known = rules.remembered.get(place.key);
    if (known !== undefined) return { territoryId: known, by: 'remembered' };
    const coded = place.code === null ? undefined : byCode.get(plainCode(place.code, byCode));
    if (coded) return { territoryId: coded.id, by: 'code' };
    const names = place.names.map(withoutMarks).filter((name) => name !== '');
    if (names.length === 0) return { candidates: [] };
    return byNames(names, rules);
  };
}

function byNames(names: readonly string[], rules: PlaceRules): ResolvedPlace {
  let within: readonly PlaceCandidate[] = rules.territories;
  let found: readonly { territory: PlaceCandidate; reason: string }[] = [];
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const matches = bestMatches(matchName(name, within, rules.kindWords));
    if (matches.length === 0) return { candidates: isLast ? [] : found.map(({ territory }) => territory.id) };
    found = matches;
    if (!isLast)
      within = inside(
        rules.territories,
        matches.map(({ territory }) => territory),
        names[index + 1] ?? '',
      );
  }
  const meant = found.filter(({ territory }) => territory.level === rules.level);
  const [first, ...others] = meant.length > 0 ? meant : found;
  const isPlain = first && others.length === 0 && !['typing-error', 'part-of-name'].includes(first.reason);
  return isPlain
    ? { territoryId: first.territory.id, by: 'name' }
    : { candidates: found.map(({ territory }) => territory.id) };
}

// Below what was found; a capital named like its province may be the province itself: «Panamá, Panamá».
function inside(
  all: readonly PlaceCandidate[],
  found: readonly PlaceCandidate[],
  next: string,
): readonly PlaceCandidate[] {
  const below = all.filter((one) => found.some((outer) => one.id > outer.id && one.lastId <= outer.lastId));
  return below.some((one) => fold(one.name) === fold(withoutMarks(next))) || below.length > 0 ? below : found;
}

// «Leticia (CT)», «SAN JOSÉ *»: marks of the source that are not part of the name.
function withoutMarks(name: string): string {
  return name.replaceAll(/\s*\([^)]*\)|\*+/g, '').trim();
}

function plainCode(code: string, byCode: ReadonlyMap<string, unknown>): string {
  const figures = code.replace(/[.,]0+$/, '').trim();
  const tries = [figures, `0${figures}`, `00${figures}`, figures.replace(/000$/, '')];
  return tries.find((one) => byCode.has(one)) ?? figures;
}
