import { fold } from '#domain/shared/fold.ts';

/** Why a territory was found by a name, best first. */
export const matchReasons = ['code', 'name', 'alias', 'former-name', 'part-of-name', 'typing-error'] as const;
export type MatchReason = (typeof matchReasons)[number];

/** A territory with all its names. */
export type NamedTerritory = {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly aliases: readonly {
    readonly name: string;
    readonly kind: 'alias' | 'former' | 'official' | 'short';
  }[];
};

/** A territory that a name may mean. */
export type NameMatch<T extends NamedTerritory> = {
  readonly territory: T;
  readonly reason: MatchReason;
  /** The name of it that was alike. */
  readonly matched: string;
};

/**
 * The territories that a name may mean, likeliest first: accents, case and punctuation do not matter, a typing error is forgiven,
 * and kind words at the beginning ("distrito de", "comarca") are overlooked. Where several are equally alike, all are given:
 * "Santa Fe" is a district of Darién and one of Veraguas.
 * @param kindWords the country's words for kinds of territory, in the plural too
 * @example matchName('KUNA YALA', territories) // => [{ territory: Guna Yala, reason: 'former-name', matched: 'Kuna Yala' }]
 */
export function matchName<T extends NamedTerritory>(
  text: string,
  territories: readonly T[],
  kindWords: readonly string[] = [],
): NameMatch<T>[] {
  const asked = [...new Set([fold(text), withoutKindWords(fold(text), kindWords)])].filter(
    (one) => one !== '',
  );
  if (asked.length === 0) return [];
  const matches = territories.flatMap((territory) => {
    const match = bestMatch(text.trim(), asked, territory);
    return match ? [match] : [];
  });
  const rank = (match: NameMatch<T>) => matchReasons.indexOf(match.reason);
  const hasExact = matches.some((match) => rank(match) <= matchReasons.indexOf('former-name'));
  return matches
    .filter((match) => !hasExact || match.reason !== 'typing-error')
    .sort(
      (one, other) =>
        rank(one) - rank(other) ||
        one.territory.level - other.territory.level ||
        one.territory.code.localeCompare(other.territory.code),
    );
}

/** Those of the matches that are as good as the best: one means that the name is plain, several that it must be asked. */
export function bestMatches<T extends NamedTerritory>(matches: readonly NameMatch<T>[]): NameMatch<T>[] {
  return matches.filter((match) => match.reason === matches[0]?.reason);
}

function bestMatch<T extends NamedTerritory>(
  text: string,
  asked: readonly string[],
  territory: T,
): NameMatch<T> | null {
  if (territory.code === text) return { territory, reason: 'code', matched: territory.code };
  const names = [
    { name: territory.name, reason: 'name' as const },
    ...territory.aliases.map((alias) => ({
      name: alias.name,
      reason: alias.kind === 'former' ? ('former-name' as const) : ('alias' as const),
    })),
  ].map((one) => ({ ...one, folded: fold(one.name) }));
  const found = (reason: MatchReason, matched: string) => ({ territory, reason, matched });
  for (const one of names) if (asked.includes(one.folded)) return found(one.reason, one.name);
  for (const one of names)
    if (asked.some((text) => holdsWords(one.folded, text))) return found('part-of-name', one.name);
  for (const one of names)
    if (asked.some((text) => isMistyped(text, one.folded))) return found('typing-error', one.name);
  return null;
}

function holdsWords(name: string, text: string): boolean {
  return text.length >= 3 && ` ${name}`.includes(` ${text}`);
}

function withoutKindWords(folded: string, kindWords: readonly string[]): string {
  const words = kindWords.map(fold).sort((one, other) => other.length - one.length);
  const word = words.find((one) => folded.startsWith(`${one} `));
  return word === undefined
    ? folded
    : folded.slice(word.length + 1).replace(/^(de la|de los|de las|del|de) /, '');
}

// One slip in a short name, two in a long one; of a name of three letters nothing may be missing.
function isMistyped(text: string, name: string): boolean {
  const allowed = name.length < 5 ? 0 : name.length < 9 ? 1 : 2;
  return allowed > 0 && Math.abs(text.length - name.length) <= allowed && editDistance(text, name) <= allowed;
}

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one text of the other
 * (optimal string alignment).
 * @example editDistance('changuinola', 'chanuginola') // => 1
 */
export function editDistance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= other.length; j += 1) {
      const change = at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const swap = isSwap ? at(i - 2, j - 2) + 1 : Infinity;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swap));
    }
  }
  return at(one.length, other.length);
}
