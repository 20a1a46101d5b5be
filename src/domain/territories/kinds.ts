/** Words in the languages that every installation has. */
export type Bilingual = { readonly es: string; readonly en: string };

/**
 * A kind of territory in one country: a "distrito" is the municipality in Panama and the smallest unit in Costa Rica.
 * Level 0 is the country itself, which has no code of its own.
 */
export type TerritoryKind = {
  readonly kind: string;
  readonly level: number;
  readonly name: Bilingual;
  readonly plural: Bilingual;
  readonly codeDigits: number | null;
  readonly codePattern: string | null;
};

/** The kind with a name, if the country has one. */
export function findKind(kinds: readonly TerritoryKind[], kind: string): TerritoryKind | undefined {
  return kinds.find((one) => one.kind === kind);
}

/** The levels of a country, highest first, without the country itself. */
export function levelsOf(kinds: readonly TerritoryKind[]): readonly number[] {
  return [...new Set(kinds.map((kind) => kind.level))]
    .filter((level) => level > 0)
    .sort((one, other) => one - other);
}
