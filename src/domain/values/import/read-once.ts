import { fold } from '#domain/shared/fold.ts';
import { roleOfHeader, type ColumnRole } from './header-words.ts';
import type { ValueLayout } from './layout.ts';
import { readPeriodCell, type ReadPeriod } from './read-period-cell.ts';
import type { KnownRows } from './read-row.ts';

/** The text of a row under a header; '' where there is none. */
export type CellOf = (header: string | null) => string;

/** What a text says is worked out once: of a million rows there are few different ones. */
export type ReadOnce = Pick<KnownRows, 'categoryOf' | 'indicatorsOf'> & {
  readonly periodOf: (text: string) => ReadPeriod;
  readonly isUncounted: (text: string) => boolean;
  readonly isPartial: (text: string) => boolean;
  /** Whether a text says that a row is a sum; as the name of a place it may go on, «Total del norte». */
  readonly isSum: (text: string) => boolean;
  readonly isSumOfPlaces: (text: string) => boolean;
  /** What a text would say as a header. */
  readonly roleOf: (text: string) => ColumnRole | null;
  readonly hasNoFigures: (text: string) => boolean;
  readonly crossingOf: (text: string) => Readonly<Record<string, string>> | null;
};

const mostKept = 50_000;
const sums = new Set([
  'total',
  'total general',
  'totales',
  'gran total',
  'total nacional',
  'subtotal',
  'sum',
]);

/** What is known, each text asked once. */
export function onceEach(layout: ValueLayout, known: KnownRows): ReadOnce {
  const categories = new Map(layout.dimensions.map((one) => [one.dimension, one.categories]));
  const categoryOf = once((key: string) => {
    const cut = key.indexOf('|');
    const [dimension, text] = [key.slice(0, cut), key.slice(cut + 1)];
    return categories.get(dimension)?.[fold(text)] ?? known.categoryOf(dimension, text);
  });
  return {
    categoryOf: (dimension, text) => categoryOf(`${dimension}|${text}`),
    indicatorsOf: once((text) => known.indicatorsOf(text)),
    isPartial: once((text) => known.isPartial?.(text) ?? false),
    isUncounted: once((text) => known.isUncounted?.(text) ?? false),
    hasNoFigures: once((text) => known.hasNoFigures?.(text) ?? false),
    crossingOf: once((text) => known.crossingOf?.(text) ?? null),
    isSum: once((text) => sums.has(fold(text))),
    isSumOfPlaces: once(
      (text) => sums.has(fold(text)) || /^(sub ?total|total|totales|gran total)\b/.test(fold(text)),
    ),
    roleOf: once(roleOfHeader),
    periodOf: once((text) => readPeriodCell(text, layout.dayOrder)),
  };
}

function once<Found>(find: (text: string) => Found): (text: string) => Found {
  const kept = new Map<string, Found>();
  return (text) => {
    const found = kept.get(text);
    if (found !== undefined) return found;
    const made = find(text);
    if (kept.size < mostKept) kept.set(text, made);
    return made;
  };
}
