import { fold } from '#domain/shared/fold.ts';
import { doingVerbsInEnglish, nounsLikeInfinitives, wishfulVerbs, weakFutures } from './verbs-of-doing.ts';

/** The six things that make a promise a commitment. Words: `commitments.part.<part>`, and what to do: `commitments.missing.<part>`. */
export const wordingParts = ['obligor', 'verb', 'measure', 'date', 'place', 'proof'] as const;
export type WordingPart = (typeof wordingParts)[number];

/** What is looked at, as far as it is known while it is typed. */
export type Wording = {
  readonly what: string;
  /** How many owe it; several count as one where they owe it jointly and one of them answers for it. */
  readonly obligors: number;
  readonly unit: string | null;
  readonly quantity: number | null;
  readonly hasDate: boolean;
  readonly hasPlace: boolean;
  readonly proof: string | null;
};

/** The wording score, 0 to 6, and what is missing. */
export type WordingScore = { readonly score: number; readonly missing: readonly WordingPart[] };

/** Below this a commitment is reported as vague; nothing is refused for it. */
export const clearEnough = 4;

/**
 * "Is it a commitment?": one obligor (or several who owe it jointly), a verb of doing, a measurable unit, a date, a
 * territory, a means of verification. The verb is found by the form of Spanish and English words: a heuristic, shown while
 * typing and never a reason to refuse.
 */
export function scoreWording(wording: Wording): WordingScore {
  const holds: Readonly<Record<WordingPart, boolean>> = {
    obligor: wording.obligors > 0,
    verb: hasVerbOfDoing(wording.what),
    measure: hasMeasure(wording),
    date: wording.hasDate,
    place: wording.hasPlace,
    proof: (wording.proof ?? '').trim().length >= 3,
  };
  const missing = wordingParts.filter((part) => !holds[part]);
  return { score: wordingParts.length - missing.length, missing };
}

function hasMeasure({ what, quantity, unit }: Wording): boolean {
  if (quantity !== null && (unit ?? '').trim() !== '') return true;
  return /\p{N}/u.test(what) || wordsOf(what).some((word) => numberWords.has(word));
}

const numberWords = new Set(
  (
    'dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta cien mil docena ' +
    'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred thousand dozen'
  ).split(' '),
);

const wordsOf = (text: string) =>
  fold(text)
    .split(' ')
    .filter((word) => word !== '');

/** Whether a text says what will be done: "dictar 12 talleres", "entregará", "will repair"; not "procurar" or "fortalecer" alone. */
export function hasVerbOfDoing(text: string): boolean {
  return text
    .split(/[.;:,()]|\s(?:y|e|and)\s/iu)
    .some((part) => beginsWithDoing(wordsOf(part)) || hasFutureOfDoing(part));
}

const openers = new Set(
  (
    'se el la los las compromete comprometen a debe deben debera deberan tiene que va van ' +
    'will shall must to the'
  ).split(' '),
);

function beginsWithDoing(words: readonly string[]): boolean {
  const first = words.find((word) => !openers.has(word));
  if (first === undefined) return false;
  return isInfinitiveOfDoing(first) || doingVerbsInEnglish.has(first);
}

function isInfinitiveOfDoing(word: string): boolean {
  const bare = word.replace(/(?<=[aei]r)(?:me|te|se|le|les|lo|la|los|las)$/, '');
  return (
    bare.length > 3 &&
    /(?:ar|er|ir)$/.test(bare) &&
    !wishfulVerbs.has(bare) &&
    !nounsLikeInfinitives.has(bare)
  );
}

// The accent of the future is what tells it from other words, so it is looked for before accents are folded away.
function hasFutureOfDoing(text: string): boolean {
  const futures = text.toLowerCase().match(/\p{L}+(?:rá|rán)(?!\p{L})/gu) ?? [];
  const isEnglish = /\b(?:will|shall)\s+(?:not\s+)?(\p{L}+)/iu.exec(text);
  return (
    futures.some((word) => {
      const infinitive = fold(word).replace(/an?$/, '');
      return !wishfulVerbs.has(infinitive) && !weakFutures.has(infinitive);
    }) ||
    (isEnglish !== null && doingVerbsInEnglish.has((isEnglish[1] ?? '').toLowerCase()))
  );
}
