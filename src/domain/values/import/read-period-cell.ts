import { isDay, type Day } from '#domain/shared/dates.ts';
import { fold } from '#domain/shared/fold.ts';
import { parsePeriod, type Period, type PeriodKind } from '#domain/indicators/period.ts';
import { readExchangePeriod } from './exchange-period.ts';

/** In which order a column writes its days: 03/04 is 3 April or March 4. `either` where no cell of it tells. */
export type DayOrder = 'day-first' | 'month-first' | 'either';

export type ReadPeriod =
  | { readonly period: Period }
  | { readonly fault: 'not-a-period' | 'period-unheld' | 'ambiguous-day' | 'no-period' };

const monthNames: readonly (readonly string[])[] = [
  ['enero', 'ene', 'january', 'jan'],
  ['febrero', 'feb', 'february'],
  ['marzo', 'mar', 'march'],
  ['abril', 'abr', 'april', 'apr'],
  ['mayo', 'may'],
  ['junio', 'jun', 'june'],
  ['julio', 'jul', 'july'],
  ['agosto', 'ago', 'august', 'aug'],
  ['septiembre', 'setiembre', 'sep', 'sept', 'set', 'september'],
  ['octubre', 'oct', 'october'],
  ['noviembre', 'nov', 'november'],
  ['diciembre', 'dic', 'december', 'dec'],
];

/** The number of a month, 1 to 12, from its name in Spanish or English, short or whole, or its number; null where it is none. */
export function readMonth(text: string): number | null {
  const folded = fold(text).replace(/\.$/, '');
  if (/^\d{1,2}$/.test(folded)) {
    const number = Number(folded);
    return number >= 1 && number <= 12 ? number : null;
  }
  const index = monthNames.findIndex((names) => names.includes(folded));
  return index < 0 ? null : index + 1;
}

/** A year of four digits from a cell, "2024" or "2024.0"; null where it is none. */
export function readYear(text: string): number | null {
  const year = /^((?:19|20|21)\d{2})(?:[.,]0+)?$/.exec(text.trim())?.[1];
  return year === undefined ? null : Number(year);
}

/** How a column writes days, from all its cells: 25/04 can only be day first. */
export function dayOrderOf(cells: readonly string[]): DayOrder | 'mixed' {
  const said = new Set(cells.map(orderOf).filter((order) => order !== null));
  if (said.size > 1) return 'mixed';
  return [...said][0] ?? 'either';
}

/**
 * Reads the period that one cell names: 2024, 2024-07, T1 2024, «enero 2024», ene-24, 15/07/2024, 2024-07-15, 20240715, 2024-07-01/P1M.
 * @param order how the column writes days; where it is not told, 03/04/2024 is asked about
 */
export function readPeriodCell(text: string, order: DayOrder | 'mixed'): ReadPeriod {
  const trimmed = text.trim();
  if (trimmed === '') return { fault: 'no-period' };
  const year = readYear(trimmed);
  if (year !== null) return { period: { kind: 'year', start: `${year}-01-01` } };
  const period = parsePeriod(trimmed.replace(/[T ]\d{2}:\d{2}.*$/, '')) ?? named(trimmed);
  if (period !== null) return { period };
  const exchanged = readExchangePeriod(trimmed);
  if (exchanged === 'unheld') return { fault: 'period-unheld' };
  if (exchanged !== null) return { period: exchanged };
  return readSlashes(trimmed, order);
}

/** The period that a year and, if there is one, a month name together. */
export function periodOfParts(year: string, month: string | null): ReadPeriod {
  const [y, m] = [readYear(year), month === null || month.trim() === '' ? null : readMonth(month)];
  if (y === null || (month !== null && month.trim() !== '' && m === null)) return { fault: 'not-a-period' };
  if (m === null) return { period: { kind: 'year', start: `${y}-01-01` } };
  return { period: { kind: 'month', start: `${y}-${String(m).padStart(2, '0')}-01` } };
}

/** The month, quarter or semester that a text names without its year: «Enero», «T1», «II trimestre»; null where it names none, or is a number. */
export function readPartOfYear(text: string, year: string): Period | null {
  if (readYear(year) === null || 'period' in readPeriodCell(text, 'day-first')) return null;
  const read = readPeriodCell(`${text} ${year}`, 'day-first');
  return 'period' in read && partKinds.has(read.period.kind) ? read.period : null;
}

const partKinds: ReadonlySet<PeriodKind> = new Set(['month', 'quarter', 'semester']);

/** The one period that a title or the name of a file names, «Homicidios de enero de 2024»; null where it names none, or several. */
export function periodInTitle(title: string): Period | null {
  const words = fold(title)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
  const years = new Set(words.match(/\b(?:19|20)\d{2}\b/g) ?? []);
  const [year] = years;
  if (year === undefined || years.size > 1) return null;
  const months = new Set(
    words.split(' ').flatMap((word) => (/^[a-z]{4,}$/.test(word) ? (readMonth(word) ?? []) : [])),
  );
  const [month] = months;
  if (months.size > 1) return null;
  return month === undefined
    ? { kind: 'year', start: `${year}-01-01` }
    : { kind: 'month', start: `${year}-${String(month).padStart(2, '0')}-01` };
}

const partOfYear =
  /^(primer|primero|segundo|tercer|tercero|cuarto|i{1,3}|iv|[1-4])\s*(?:er|o|do|to)?\s*(trimestre|quarter|semestre|semester)\s+(\d{4})$/;

// «enero 2024», «enero de 2024», ene-24, «I trimestre 2024», «primer semestre de 2024», T1 2024.
function named(text: string): Period | null {
  const folded = fold(text)
    .replaceAll(/[./-]/g, ' ')
    .replaceAll(/\s+(de|del|of)\s+/g, ' ')
    .trim();
  const month = /^([a-z]+)\s+(\d{4}|\d{2})$/.exec(folded) ?? swapped(/^(\d{4})\s+([a-z]+)$/.exec(folded));
  const number = month?.[1] === undefined ? null : readMonth(month[1]);
  if (month && number !== null) {
    const year = String(month[2]).length === 2 ? `20${month[2]}` : String(month[2]);
    return { kind: 'month', start: `${year}-${String(number).padStart(2, '0')}-01` };
  }
  const [, nth = '', word = '', of = ''] = partOfYear.exec(folded) ?? [];
  if (of !== '') return parsePeriod(`${of}-${/^(tri|qua)/.test(word) ? 'Q' : 'S'}${ordinal(nth)}`);
  const short = /^([qts])\s*([1-4])\s+(\d{4})$/.exec(folded);
  return short ? parsePeriod(`${short[3]}-${short[1]}${short[2]}`) : null;
}

function swapped(found: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return found ? [found[0], found[2], found[1]] : null;
}

function ordinal(word: string): number {
  if (/^[1-4]$/.test(word)) return Number(word);
  const place = ['i', 'ii', 'iii', 'iv'].indexOf(word);
  return place >= 0 ? place + 1 : ['pri', 'seg', 'ter', 'cua'].indexOf(word.slice(0, 3)) + 1;
}

function parts(text: string): readonly [number, number, string] | null {
  const [, one = '', other = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T]\d{1,2}:\d{2}.*)?$/.exec(text.trim()) ?? [];
  return year === '' ? null : [Number(one), Number(other), year];
}

function orderOf(text: string): 'day-first' | 'month-first' | null {
  const found = parts(text);
  if (!found) return null;
  if (found[0] > 12) return 'day-first';
  return found[1] > 12 ? 'month-first' : null;
}

function readSlashes(text: string, order: DayOrder | 'mixed'): ReadPeriod {
  const found = parts(text);
  if (!found) return { fault: 'not-a-period' };
  const own = orderOf(text) ?? (order === 'day-first' || order === 'month-first' ? order : null);
  if (own === null && found[0] !== found[1]) return { fault: 'ambiguous-day' };
  const [day, month] = own === 'month-first' ? [found[1], found[0]] : [found[0], found[1]];
  const start: Day = `${found[2]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(start) ? { period: { kind: 'day', start } } : { fault: 'not-a-period' };
}
