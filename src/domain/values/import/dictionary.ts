/** A data element of another system: what is counted, in its own words. */
export type DescribedElement = {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string | null;
  readonly description: string | null;
  /** Whether its values are numbers, and if so whether only whole ones of zero or more. */
  readonly values: 'numbers' | 'counts' | 'other';
  /** What its values are, in the word of the other system: NUMBER, BOOLEAN, TEXT. */
  readonly valueType: string;
  /** Whether its values are added over places and periods, over places with the last of each period, or never. */
  readonly adding: 'sum' | 'last' | 'none';
};

/** A place of another system: its own code and the names of what it lies in, the widest first, its own last. */
export type DescribedPlace = { readonly code: string | null; readonly names: readonly string[] };

/** One part of a crossing: how the way of breaking down and the group are called there, names before codes. */
export type DescribedPart = { readonly category: readonly string[]; readonly option: readonly string[] };

/**
 * What another system says of the marks in its files, so that «f7n9E0hX8qk» is known to be «Homicidios». Each thing is found by its mark,
 * its code or its name.
 */
export type Dictionary = {
  readonly elements: ReadonlyMap<string, DescribedElement>;
  readonly places: ReadonlyMap<string, DescribedPlace>;
  /** A crossing that is called as somebody calls it, with its parts; no parts for the whole. */
  readonly crossings: ReadonlyMap<
    string,
    { readonly name: string; readonly parts: readonly DescribedPart[] }
  >;
  /** Ways of breaking down and groups, each with all its names. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** How many things of each kind are described. */
  readonly counts: DictionaryCounts;
};

export type DictionaryCounts = {
  readonly elements: number;
  readonly places: number;
  readonly crossings: number;
  /** Indicators computed there, and sets in which elements are reported: they are named, and nothing is made of them. */
  readonly indicators: number;
  readonly sets: number;
};

/** A dictionary that says nothing. */
export const emptyDictionary: Dictionary = {
  elements: new Map(),
  places: new Map(),
  crossings: new Map(),
  groups: new Map(),
  counts: { elements: 0, places: 0, crossings: 0, indicators: 0, sets: 0 },
};
