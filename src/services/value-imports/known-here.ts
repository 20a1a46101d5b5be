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
import type { KnownWords } from '#domain/values/import/guess-layout.ts';
import type { PlaceCandidate } from '#domain/values/import/resolve-places.ts';
import type { Transaction } from '../context.ts';

/** What this installation knows of a country that files of figures may speak of. */
export type KnownHere = {
  readonly words: KnownWords;
  readonly places: readonly PlaceCandidate[];
  readonly kindWords: readonly string[];
  readonly remembered: ReadonlyMap<string, number>;
  /** Places of a file whose rows somebody leaves out, by their key. */
  readonly leftOut: ReadonlySet<string>;
  readonly dimensions: readonly KnownDimension[];
  readonly indicators: ReadonlyMap<string, KnownIndicator>;
};

export type KnownIndicator = Awaited<ReturnType<typeof listIndicatorWords>>[number];

export async function knownHere(tx: Transaction, country: string): Promise<KnownHere> {
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
  const dimension = new Map(dimensions.map((one) => [one.code, one]));
  return {
    places,
    kindWords,
    remembered,
    leftOut: new Set(),
    dimensions,
    indicators: byCode,
    words: {
      isPlaceCode: (text) => [text, `0${text}`, text.replace(/000$/, '')].some((one) => codes.has(one)),
      isPlaceName: (text) => names.has(fold(text.replaceAll(/\s*\([^)]*\)/g, ''))),
      dimensionOf: (header) => dimensionOfHeader(header, dimensions),
      categoryOf: (code, text) => {
        const known = dimension.get(code);
        return known ? categoryOfText(text, known) : null;
      },
      indicatorOf: (text) => called.get(fold(text)) ?? null,
      isUncounted: (text) => uncounted.has(fold(text)) && !called.has(fold(text)),
    },
  };
}
