import { countryOf } from '../actors/actor-shapes.ts';
import type { Indicator } from './indicator-shapes.ts';

/** How many places are asked before a page says that nothing is told. */
const most = 6;

/**
 * Where the page of an indicator may open, the nearest to its reader first: home, their country and what is told in it, then the other
 * countries in which somebody tells it, and last the parts of those of which alone something is told.
 */
export function placesToOpen(
  { country: own, series, rule }: Pick<Indicator, 'country' | 'series' | 'rule'>,
  reader: { readonly home: string | null; readonly country: string | null },
  countries: readonly { readonly code: string; readonly reference: string }[],
): string[] {
  const open = own === null ? countries : countries.filter(({ code }) => code === own);
  const told = series
    .filter(({ standing }) => standing === 'current')
    .map(({ territory }) => territory.reference);
  const isTold = (code: string) => rule !== null || told.some((one) => countryOf(one) === code);
  const near = (one: string) => countryOf(one) === reader.country;
  const of = (code: string | null) =>
    open.filter((one) => one.code === code).map(({ reference }) => reference);
  const others = open.filter(({ code }) => isTold(code)).map(({ reference }) => reference);
  const places = [
    ...(reader.home !== null && of(countryOf(reader.home)).length > 0 ? [reader.home] : []),
    ...of(reader.country),
    ...told.filter(near),
    ...others,
    ...told,
    ...open.map(({ reference }) => reference),
  ];
  return [...new Set(places)].slice(0, most);
}
