import {
  listCrosswalkWords,
  listDimensionWords,
  listIndicatorWords,
  listPlaceAliases,
  listPlaceCandidates,
} from '#database/value-imports/known-views.ts';
import { listKindWords } from '#database/territories/map-views.ts';
import { fold } from '#domain/shared/fold.ts';
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
  const codes = new Set(places.map(({ code }) => code));
  const names = new Set(
    places.flatMap(({ name, aliases }) => [name, ...aliases.map((one) => one.name)]).map(fold),
  );
  const { byCode, called, uncounted } = namesOfIndicators(indicators, crosswalk);
  const dimension = new Map(dimensions.map((one) => [one.code, one]));
  const indicatorOf = (text: string) => called.get(fold(text)) ?? null;
  return {
    country,
    dictionary,
    crossingOf: (text) => crossingOfText(text, dimensions, dictionary),
    places,
    kindWords,
    remembered,
    leftOut: new Set(),
    dimensions,
    indicators: byCode,
    words: {
      isPlaceCode: (text) =>
        [text, `0${text}`, text.replace(/000$/, ''), codeWithin(country, text)].some((one) => codes.has(one)),
      isPlaceName: (text) => names.has(fold(text.replaceAll(/\s*\([^)]*\)/g, ''))),
      dimensionOf: (header) => dimensionOfHeader(header, dimensions),
      categoryOf: (code, text) => {
        const known = dimension.get(code);
        return known ? categoryOfText(text, known) : null;
      },
      indicatorOf: (text) => indicatorOf(text) ?? indicatorOfElement(dictionary, text, indicatorOf),
      isUncounted: (text) => uncounted.has(fold(text)) && !called.has(fold(text)),
    },
  };
}

// An element of another system is what its code or one of its names is called here.
function indicatorOfElement(
  { elements }: Dictionary,
  text: string,
  indicatorOf: (text: string) => string | null,
): string | null {
  const element = elements.get(text);
  if (!element || element.values === 'other') return null;
  for (const name of [element.code, element.name, element.shortName]) {
    const code = name === null ? null : indicatorOf(name);
    if (code !== null) return code;
  }
  return null;
}

/** The code of a territory whose reference, as files written here name it, stands for it: `XA-0101` is 0101. */
export function codeWithin(country: string, text: string): string {
  const reference = parseReference(text);
  return reference?.country === country ? (reference.code ?? country) : text;
}

// What indicators are called: by crosswalks first, then by their code and titles; and offences that none of them counts.
function namesOfIndicators(
  indicators: readonly KnownIndicator[],
  crosswalk: Awaited<ReturnType<typeof listCrosswalkWords>>,
) {
  const byCode = new Map(indicators.map((one) => [one.code, one]));
  const called = new Map<string, string>();
  const call = (name: string | null, code: string) => {
    if (name !== null && byCode.has(code) && !called.has(fold(name))) called.set(fold(name), code);
  };
  const uncounted = new Set<string>();
  for (const { folded, indicator_code } of crosswalk)
    if (indicator_code !== null && !uncounted.has(folded)) call(folded, indicator_code);
    else if (!called.has(folded)) uncounted.add(folded);
  for (const { code, title, titleEn } of indicators)
    for (const name of [code, title, titleEn]) call(name, code);
  return { byCode, called, uncounted };
}
