import type { Expectation } from './vocabulary.ts';

/** What a pack expects of each territory of a kind, with its source. */
export type Norm = {
  readonly id: string;
  readonly territoryKind: string;
  readonly expects: Expectation;
  /** One kind or function, or several of which any will do, joined by `|`. */
  readonly what: string;
  readonly name: string;
  readonly nameEn: string;
  readonly required: boolean;
  /** Whether these are registered wherever they are, so that absence means something. */
  readonly known: boolean;
  readonly sourceId: string;
  readonly note: string | null;
};

/** What there is in a place: kinds of authorities, structures and posts, and functions. */
export type Presence = Readonly<Record<Expectation, readonly string[]>>;

export const nothingPresent: Presence = { structure: [], function: [], authority: [], post: [] };

/**
 * How a territory stands against one norm; `nearest` says where the like was found when not in the territory itself.
 * `isMet` is null where nothing is registered and nobody said that there is none: then it is not known ("no consta").
 */
export type Comparison = {
  readonly norm: Norm;
  readonly isMet: boolean | null;
  readonly nearest: 'here' | 'below' | 'above' | null;
};

function answers(norm: Norm, presence: Presence): boolean {
  const alternatives = norm.what.split('|');
  return presence[norm.expects].some((found) => alternatives.includes(found));
}

/**
 * Compares a territory with what is expected of its kind. Null where no norm speaks of that kind:
 * then nothing can be said to be missing ("sin norma de comparación").
 * A norm is met only by what the territory itself has; what is found above or below is named, not counted.
 * @param absent the norms of which somebody who knows has recorded that there is none here
 */
export function whatIsMissing(
  norms: readonly Norm[],
  territory: { readonly kind: string },
  actors: { readonly here: Presence; readonly above: Presence; readonly below: Presence },
  absent: ReadonlySet<string> = new Set(),
): Comparison[] | null {
  const applicable = norms.filter((norm) => norm.territoryKind === territory.kind);
  if (applicable.length === 0) return null;
  return applicable.map((norm) => {
    const places = ['here', 'below', 'above'] as const;
    const nearest = places.find((place) => answers(norm, actors[place])) ?? null;
    const isKnown = nearest === 'here' || norm.known || absent.has(norm.id);
    return { norm, isMet: isKnown ? nearest === 'here' : null, nearest };
  });
}
