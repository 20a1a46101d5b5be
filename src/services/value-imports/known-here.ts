import {
  listCrosswalkWords,
  listDimensionWords,
  listIndicatorWords,
  listPlaceAliases,
  listPlaceCandidates,
} from '#database/value-imports/known-views.ts';
import { listKindWords } from '#database/territories/map-views.ts';
import { fold } from '#domain/shared/fold.ts';
import { believedOf, type CrosswalkSource } from '#domain/values/crosswalk.ts';
import {
  categoryOfText,
  dimensionOfHeader,
  type KnownDimension,
} from '#domain/values/import/category-words.ts';
import { crossingOfText } from '#domain/values/import/crossing-words.ts';
import { emptyDictionary, type Dictionary } from '#domain/values/import/dictionary.ts';
import type { KnownWords } from '#domain/values/import/guess-layout.ts';
import type { PlaceCandidate } from '#domain/values/import/resolve-places.ts';
import { parseReference } from '#domain/territories/references.ts';
import type { Transaction } from '../context.ts';
import { isUncounted, readOffences, type Offence } from './offences.ts';

/** What this installation knows of a country that files of figures may speak of. */
export type KnownHere = {
  readonly country: string;
  readonly words: KnownWords;
  readonly places: readonly PlaceCandidate[];
  readonly kindWords: readonly string[];
  readonly remembered: ReadonlyMap<string, number>;
  /** Places of a file whose rows somebody leaves out, by their key. */
  readonly leftOut: ReadonlySet<string>;
  readonly dimensions: readonly KnownDimension[];
  readonly indicators: ReadonlyMap<string, KnownIndicator>;
  /** What a file given beside says of the marks in an exchange file. */
  readonly dictionary: Dictionary;
  readonly crossingOf: (text: string) => Readonly<Record<string, string>> | null;
  /** What a text says as the name of an offence or indicator. */
  readonly offences: (text: string) => Offence;
  /** The same, as files of a source are read: what it calls things itself is believed first. */
  readonly ofSource: (source: CrosswalkSource | null) => KnownHere;
};

export type KnownIndicator = Awaited<ReturnType<typeof listIndicatorWords>>[number];

/** What is known of a country, and what the dictionary of another system adds to it. */
export async function knownHere(
  tx: Transaction,
  country: string,
  dictionary: Dictionary = emptyDictionary,
): Promise<KnownHere> {
  const [places, kindWords, remembered, dimensions, indicators, crosswalk] = await Promise.all([
    listPlaceCandidates(tx, country),
    listKindWords(tx, country),
    listPlaceAliases(tx, country),
    listDimensionWords(tx),
    listIndicatorWords(tx, country),
    listCrosswalkWords(tx, country),
  ]);
  const base = {
    country,
    dictionary,
    crossingOf: (text: string) => crossingOfText(text, dimensions, dictionary),
    places,
    kindWords,
    remembered,
    leftOut: new Set<string>(),
    dimensions,
    indicators: new Map(indicators.map((one) => [one.code, one])),
  };
  const words = wordsHere(country, places, dimensions);
  const ofSource = (source: CrosswalkSource | null): KnownHere => {
    const offences = readOffences(believedOf(crosswalk, source), indicators, dictionary);
    return {
      ...base,
      ofSource,
      offences,
      words: {
        ...words,
        indicatorOf: (text) => offences(text).indicators[0] ?? null,
        isUncounted: (text) => isUncounted(offences(text)),
      },
    };
  };
  return ofSource(null);
}

function wordsHere(
  country: string,
  places: readonly PlaceCandidate[],
  dimensions: readonly KnownDimension[],
): Omit<KnownWords, 'indicatorOf' | 'isUncounted'> {
  const codes = new Set(places.map(({ code }) => code));
  const names = new Set(
    places.flatMap(({ name, aliases }) => [name, ...aliases.map((one) => one.name)]).map(fold),
  );
  const dimension = new Map(dimensions.map((one) => [one.code, one]));
  return {
    isPlaceCode: (text) =>
      [text, `0${text}`, text.replace(/000$/, ''), codeWithin(country, text)].some((one) => codes.has(one)),
    isPlaceName: (text) => names.has(fold(text.replaceAll(/\s*\([^)]*\)/g, ''))),
    dimensionOf: (header) => dimensionOfHeader(header, dimensions),
    categoryOf: (code, text) => {
      const known = dimension.get(code);
      return known ? categoryOfText(text, known) : null;
    },
  };
}

/** The code of a territory whose reference, as files written here name it, stands for it: `XA-0101` is 0101. */
export function codeWithin(country: string, text: string): string {
  const reference = parseReference(text);
  return reference?.country === country ? (reference.code ?? country) : text;
}
