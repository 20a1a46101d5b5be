import { fold } from '#domain/shared/fold.ts';
import { bestMatches, matchName, type MatchReason, type NamedTerritory } from '#domain/territories/names.ts';
import type { WrittenPlace } from './read-row.ts';

/** A territory that a place in a file may be. */
export type PlaceCandidate = NamedTerritory & {
  readonly id: number;
  /** Numbers of what it lies in, itself last: by them a district is looked for within its province. */
  readonly lastId: number;
  /** Its first day; null where it is not known or has always been. */
  readonly validFrom: string | null;
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
  const longest = Math.max(0, ...rules.territories.map(({ code }) => (/^\d+$/.test(code) ? code.length : 0)));
  const look = finder(rules);
  return (place) => {
    const known = rules.remembered.get(place.key);
    if (known !== undefined) return { territoryId: known, by: 'remembered' };
    const coded = place.code === null ? undefined : byCode.get(plainCode(place.code, byCode, longest));
    if (coded) return { territoryId: coded.id, by: 'code' };
    const names = place.names.map(withoutMarks).filter((name) => name !== '');
    if (names.length === 0) return { candidates: [] };
    return byNames(names, rules, look);
  };
}

type Found = { readonly territory: PlaceCandidate; readonly reason: MatchReason };
type Look = {
  readonly named: (name: string, within: readonly PlaceCandidate[]) => readonly Found[];
  readonly inside: (found: readonly PlaceCandidate[]) => readonly PlaceCandidate[];
};

/** Looks for a name; of the thousands of a large file nearly all are written just as they are known, and found at once. */
function finder({ territories, kindWords }: PlaceRules): Look {
  const exact = new Map<string, Found[]>();
  for (const territory of territories)
    for (const { name, reason } of namesOf(territory)) {
      const folded = fold(name);
      exact.set(folded, [...(exact.get(folded) ?? []), { territory, reason }]);
    }
  const kept = new Map<string, readonly Found[]>();
  const scopes = new Map<string, readonly PlaceCandidate[]>();
  const inside = (found: readonly PlaceCandidate[]) => {
    const key = found.map(({ id }) => id).join(' ');
    const known = scopes.get(key) ?? below(territories, found);
    scopes.set(key, known);
    return known;
  };
  const named = (name: string, within: readonly PlaceCandidate[]) => {
    const plain = exact.get(fold(name))?.filter(({ territory }) => within.includes(territory)) ?? [];
    const best = (['name', 'alias', 'former-name'] as const)
      .map((reason) => plain.filter((one) => one.reason === reason))
      .find((some) => some.length > 0);
    if (best) return best;
    const key = `${within[0]?.id}|${within.length}|${name}`;
    const known = kept.get(key) ?? bestMatches(matchName(name, within, kindWords));
    kept.set(key, known);
    return known;
  };
  return { named, inside };
}

function namesOf({ name, aliases }: PlaceCandidate): readonly { name: string; reason: MatchReason }[] {
  return [
    { name, reason: 'name' },
    ...aliases.map((one) => ({
      name: one.name,
      reason: one.kind === 'former' ? ('former-name' as const) : ('alias' as const),
    })),
  ];
}

function byNames(names: readonly string[], rules: PlaceRules, look: Look): ResolvedPlace {
  let within: readonly PlaceCandidate[] = rules.territories;
  let found: readonly Found[] = [];
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const matches = look.named(name, within);
    if (matches.length === 0) return { candidates: isLast ? [] : found.map(({ territory }) => territory.id) };
    found = matches;
    if (!isLast) within = look.inside(matches.map(({ territory }) => territory));
  }
  const meant = found.filter(({ territory }) => territory.level === rules.level);
  const [first, ...others] = meant.length > 0 ? meant : found;
  const isPlain = first && others.length === 0 && !['typing-error', 'part-of-name'].includes(first.reason);
  return isPlain
    ? { territoryId: first.territory.id, by: 'name' }
    : { candidates: found.map(({ territory }) => territory.id) };
}

// Below what was found; what has nothing below it may be named twice: «Panamá, Panamá».
function below(all: readonly PlaceCandidate[], found: readonly PlaceCandidate[]): readonly PlaceCandidate[] {
  const inner = all.filter((one) => found.some((outer) => one.id > outer.id && one.lastId <= outer.lastId));
  return inner.length > 0 ? inner : found;
}

// «Leticia (CT)», «SAN JOSÉ *»: marks of the source that are not part of the name.
function withoutMarks(name: string): string {
  return name.replaceAll(/\s*\([^)]*\)|\*+/g, '').trim();
}

// Of a code finer than any known here, «05001004» of a hamlet, its beginning is the territory that holds it.
function plainCode(code: string, byCode: ReadonlyMap<string, unknown>, longest: number): string {
  const figures = code.replace(/[.,]0+$/, '').trim();
  const isFiner = longest > 1 && figures.length > longest && /^\d+$/.test(figures);
  const tries = [
    figures,
    `0${figures}`,
    `00${figures}`,
    ...(isFiner ? [figures.slice(0, longest), `0${figures}`.slice(0, longest)] : []),
  ];
  return tries.find((one) => byCode.has(one)) ?? figures;
}
