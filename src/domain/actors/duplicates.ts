import { fold } from '#domain/shared/fold.ts';

export type Comparable = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly territoryId: number;
};

const fillers = new Set([
  'de',
  'del',
  'la',
  'las',
  'el',
  'los',
  'y',
  'e',
  'en',
  'para',
  'por',
  'of',
  'the',
  'and',
  'for',
]);

/**
 * A name as it is compared for likeness: folded, without the little words, its words in order of the alphabet,
 * so that "MUNICIPIO SAN MIGUELITO" and "Municipio de San Miguelito" are alike.
 */
export function likenessKey(name: string): string {
  const words = fold(name).split(' ');
  const telling = words.filter((word) => !fillers.has(word));
  return (telling.length > 0 ? telling : words).toSorted().join(' ');
}

/** Those already there that look like the one proposed, in the same territory. */
export function lookAlikes<T extends Comparable>(
  existing: readonly T[],
  proposed: { readonly name: string; readonly shortName: string | null; readonly territoryId: number },
): T[] {
  const key = likenessKey(proposed.name);
  const short = proposed.shortName === null ? null : fold(proposed.shortName);
  return existing.filter(
    (other) =>
      other.territoryId === proposed.territoryId &&
      (likenessKey(other.name) === key ||
        (short !== null && short !== '' && other.shortName !== null && fold(other.shortName) === short)),
  );
}
