import { listCountryCodes } from '#database/value-imports/known-views.ts';
import type { Dictionary } from '#domain/values/import/dictionary.ts';
import { refuse } from '#domain/values/refusals.ts';
import type { RowSource } from '#formats/values/row-source.ts';
import type { Transaction } from '../context.ts';
import { knownHere, type KnownHere } from './known-here.ts';
import { refusePersonalRows } from './refuse-personal-rows.ts';
import { layoutOf } from './understand-figures.ts';

/**
 * The country whose places a file names, by its first rows.
 * @throws Refusal `values.which-country` where it is no country of the installation more than another
 */
export async function likelyCountry(
  tx: Transaction,
  source: RowSource,
  dictionary?: Dictionary,
): Promise<string> {
  refusePersonalRows(source);
  const countries = await listCountryCodes(tx);
  const scores = await Promise.all(
    countries.map(async (country) => {
      const known = await knownHere(tx, country, dictionary);
      const { place } = layoutOf(source, known, null).layout;
      const columns = [place.code, ...place.names].map((header) => source.headers.indexOf(header ?? ''));
      // «01» is a code in many countries: the more of a row's columns are known, the likelier.
      const isKnown = (text: string) =>
        known.words.isPlaceCode(text) ||
        known.words.isPlaceName(text) ||
        known.remembered.has(text) ||
        isDescribed(text, known);
      const named = source.sample.flatMap(({ cells }) =>
        columns.filter((column) => isKnown(cells[column] ?? '')),
      );
      return { country, count: named.length };
    }),
  );
  const [best, next] = scores.toSorted((one, other) => other.count - one.count);
  if (!best || best.count === 0 || best.count === next?.count) throw refuse('values.which-country');
  return best.country;
}

// A mark that the dictionary knows is as good as the code or the name that it gives.
function isDescribed(text: string, { dictionary, words }: KnownHere): boolean {
  const place = dictionary.places.get(text);
  return (
    place !== undefined &&
    (words.isPlaceCode(place.code ?? '') || words.isPlaceName(place.names.at(-1) ?? ''))
  );
}
