import type { listCrosswalkWords, listIndicatorWords } from '#database/value-imports/known-views.ts';
import { fold } from '#domain/shared/fold.ts';
import { readingsOf, type NameReading } from '#domain/values/crosswalk.ts';
import type { Dictionary } from '#domain/values/import/dictionary.ts';

/** What a text says as the name of an offence or indicator, and which version of which crosswalk says so. */
export type Offence = Omit<NameReading, 'crosswalkId'> & { readonly crosswalkId: string | null };

const unknown: Offence = { crosswalkId: null, indicators: [], isPartial: false };

/** Whether a text is known to be an offence that no indicator here counts. */
export function isUncounted({ crosswalkId, indicators, isPartial }: Offence): boolean {
  return crosswalkId !== null && indicators.length === 0 && !isPartial;
}

/**
 * What texts say as names of offences. The source's own crosswalks come first, then the country's, then everybody's; what they don't know, or what everybody's
 * hold for none of the indicators, may be what an indicator is called, or an element of another system.
 */
export function readOffences(
  lines: Awaited<ReturnType<typeof listCrosswalkWords>>,
  indicators: Awaited<ReturnType<typeof listIndicatorWords>>,
  dictionary: Dictionary,
): (text: string) => Offence {
  const here = new Set(indicators.map(({ code }) => code));
  const isOwn = new Set(lines.filter((line) => line.isOwn).map((line) => line.crosswalkId));
  const called = new Map<string, string>();
  for (const { code, title, titleEn } of indicators)
    for (const name of [code, title, titleEn ?? code])
      if (!called.has(fold(name))) called.set(fold(name), code);
  const readings = readingsOf(lines, (code) => here.has(code));
  const named = (text: string): Offence => {
    const folded = fold(text);
    const said = readings.get(folded);
    if (said && (said.indicators.length > 0 || isOwn.has(said.crosswalkId))) return said;
    const code = called.get(folded);
    return code === undefined ? (said ?? unknown) : { ...unknown, indicators: [code] };
  };
  return (text) => {
    const found = named(text);
    return found.indicators.length > 0 || found.isPartial
      ? found
      : (elementOf(dictionary, text, named) ?? found);
  };
}

// An element of another system is what its code or one of its names is called here.
function elementOf(
  { elements }: Dictionary,
  text: string,
  named: (text: string) => Offence,
): Offence | undefined {
  const element = elements.get(text);
  if (!element || element.values === 'other') return undefined;
  return [element.code, element.name, element.shortName]
    .flatMap((name) => (name === null ? [] : [named(name)]))
    .find(({ indicators }) => indicators.length > 0);
}
