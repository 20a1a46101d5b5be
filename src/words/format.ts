import type { Language } from './say.ts';

/** How one place writes dates, numbers and money. Made once per language, country and time zone. */
export type Format = {
  /** `23/11/2026`: day before month, always. */
  day(day: string): string;
  /** `23 de noviembre de 2026`. */
  longDay(day: string): string;
  /** `noviembre de 2026` of any day in it. */
  month(day: string): string;
  /** An instant as `23/11/2026, 14:05` in the installation's time zone. */
  moment(instant: string | Date): string;
  /** "hace 12 días", "mañana", "en 3 meses", counted from `today`. */
  relativeDay(day: string, today: string): string;
  /** "hace 5 minutos", "hace 2 horas", then days. */
  relativeMoment(instant: string | Date, now: Date): string;
  /** The calendar day of an instant in the installation's time zone, `2026-11-23`. */
  dayOf(instant: string | Date): string;
  number(value: number, digits?: number): string;
  percent(share: number, digits?: number): string;
  /** Money with its currency, whole units unless `cents`. */
  money(amount: number | string, currency: string, cents?: boolean): string;
  /** `12 MB`. */
  bytes(count: number): string;
  /** "Panamá" of a country's code. */
  country(code: string): string;
  /** "a, b y c". */
  list(items: readonly string[]): string;
};

const millisecondsADay = 86_400_000;

/**
 * Makes the formats of a place.
 * Dates follow the language and never the country: some countries' locales put the month first, and nobody here reads them so.
 */
export function formatOf(language: Language, country: string | undefined, timeZone: string): Format {
  const dates = language === 'es' ? 'es-419' : 'en-GB';
  const countries = new Intl.DisplayNames(dates, { type: 'region' });
  const lists = new Intl.ListFormat(dates, { type: 'conjunction' });
  return {
    ...datesOf(dates, timeZone),
    ...numbersOf(country ? `${language}-${country}` : language),
    country: (code) => countries.of(code) ?? code,
    list: (items) => lists.format(items),
  };
}

type Dates = Pick<
  Format,
  'day' | 'longDay' | 'month' | 'moment' | 'dayOf' | 'relativeDay' | 'relativeMoment'
>;

function datesOf(locale: string, timeZone: string): Dates {
  const figures = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  const short = new Intl.DateTimeFormat(locale, { ...figures, timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const moment = new Intl.DateTimeFormat(locale, { ...figures, ...clock, timeZone });
  // The one locale whose figures come as 2026-11-23.
  const plain = new Intl.DateTimeFormat('en-CA', { ...figures, timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    day: (day) => short.format(noonOf(day)),
    longDay: (day) => long.format(noonOf(day)),
    month: (day) => month.format(noonOf(day)),
    moment: (instant) => moment.format(new Date(instant)),
    dayOf: (instant) => plain.format(new Date(instant)),
    relativeDay: (day, today) => inWords(relative, daysBetween(today, day)),
    relativeMoment: (instant, now) => momentInWords(relative, new Date(instant).getTime() - now.getTime()),
  };
}

const exactly = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

type Numbers = Pick<Format, 'number' | 'percent' | 'money' | 'bytes'>;

function numbersOf(locale: string): Numbers {
  const write = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options).format(value);
  return {
    number: (value, digits = 0) => write(value, exactly(digits)),
    percent: (share, digits = 0) => write(share, { style: 'percent', ...exactly(digits) }),
    money: (amount, currency, cents = false) =>
      write(Number(amount), {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        ...exactly(cents ? 2 : 0),
      }),
    bytes: (count) => bytesInWords(count, write),
  };
}

function daysBetween(from: string, to: string): number {
  return Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / millisecondsADay);
}

/** Midday, so that no time zone can move a calendar day to its neighbour. */
function noonOf(day: string): Date {
  return new Date(`${day.slice(0, 10)}T12:00:00Z`);
}

function inWords(relative: Intl.RelativeTimeFormat, days: number): string {
  const distance = Math.abs(days);
  if (distance < 60) return relative.format(days, 'day');
  if (distance < 730) return relative.format(Math.trunc(days / 30.44), 'month');
  return relative.format(Math.trunc(days / 365.25), 'year');
}

function momentInWords(relative: Intl.RelativeTimeFormat, milliseconds: number): string {
  const minutes = Math.trunc(milliseconds / 60_000);
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  const hours = Math.trunc(minutes / 60);
  if (Math.abs(hours) < 24) return relative.format(hours, 'hour');
  return inWords(relative, Math.trunc(hours / 24));
}

function bytesInWords(
  count: number,
  decimals: (value: number, options: Intl.NumberFormatOptions) => string,
): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const power = count < 1 ? 0 : Math.min(Math.floor(Math.log10(count) / 3), units.length - 1);
  return decimals(count / 1000 ** power, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    // «981 bytes» has a plural, «12 kB» has none.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  });
}
