import { fold } from '#domain/shared/fold.ts';

const shingleWords = 5;

/** Every run of five words of a text, folded: what two texts that were copied from one another have in common. */
export function shinglesOf(text: string): Set<string> {
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const shingles = new Set<string>();
  for (let start = 0; start + shingleWords <= words.length; start += 1)
    shingles.add(words.slice(start, start + shingleWords).join(' '));
  return shingles;
}

/** What a text is compared by: its clauses and what it commits its parties to. */
export type ComparableText = {
  readonly clauses: readonly string[];
  readonly commitments: readonly string[];
};

/**
 * How much of what one text says of its own stands word for word in another, from 0 to 1.
 * What both took from their instrument does not count: every agreement of that instrument has it.
 */
export function shareCopied(
  own: ComparableText,
  other: ComparableText,
  instrument: readonly string[],
): number {
  const given = unionOf(instrument);
  const mine = [...unionOf([...own.clauses, ...own.commitments])].filter((shingle) => !given.has(shingle));
  if (mine.length === 0) return 0;
  const theirs = unionOf([...other.clauses, ...other.commitments]);
  return mine.filter((shingle) => theirs.has(shingle)).length / mine.length;
}

/** Whether two texts commit their parties to the same things, in any order. */
export function hasSameCommitments(own: ComparableText, other: ComparableText): boolean {
  const set = (texts: readonly string[]) => [...new Set(texts.map(fold))].toSorted().join('\n');
  return set(own.commitments) === set(other.commitments);
}

function unionOf(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => [...shinglesOf(text)]));
}
