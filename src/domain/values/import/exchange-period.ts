import { isDay } from '#domain/shared/dates.ts';
import { periodOf, writePeriod, type Period, type PeriodKind } from '#domain/indicators/period.ts';

// Stretches that other systems tell and that are none of ours: years and halves that begin in another month, weeks that begin on another
// day, pairs of months or weeks.
const unheld = [
  /^\d{4}(Feb|April|July|Aug|Sep|Oct|Nov)$/i,
  /^\d{4}(April|Nov)S[12]$/i,
  /^\d{4}NovQ[1-4]$/i,
  /^\d{4}(0[1-6])B$/i,
  /^\d{4}BiW\d{1,2}$/i,
  /^\d{4}(Wed|Thu|Fri|Sat|Sun)W\d{1,2}$/i,
  /^FY\s*\d{4}/i,
];

const lengths: Readonly<Record<string, PeriodKind>> = {
  P1D: 'day',
  P7D: 'week',
  P1W: 'week',
  P1M: 'month',
  P3M: 'quarter',
  P6M: 'semester',
  P1Y: 'year',
};

/**
 * Reads a period as DHIS2 and ADX write it, where that is not how it is written here: 20170131, 2015-01-01/P1M, 20170101/P3M.
 * @returns `unheld` for a stretch of time that is real but none of the lengths that figures are told for here; null for what is no period
 */
export function readExchangePeriod(text: string): Period | 'unheld' | null {
  const trimmed = text.trim();
  if (unheld.some((pattern) => pattern.test(trimmed))) return 'unheld';
  const [start, length, ...more] = trimmed.split('/');
  const day = plainDay(start ?? '');
  if (day === null || more.length > 0) return null;
  if (length === undefined) return { kind: 'day', start: day };
  if (!/^P\d+[DWMY]$/i.test(length)) return null;
  const kind = lengths[length.toUpperCase()];
  return kind !== undefined && periodOf(kind, day).start === day ? { kind, start: day } : 'unheld';
}

function plainDay(text: string): string | null {
  const day = /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text;
  return isDay(day) ? day : null;
}

/** A period as DHIS2 writes it: 2024, 2024S1, 2024Q3, 202407, 2024W5, 20240715. */
export function writeExchangePeriod(period: Period): string {
  const written = writePeriod(period);
  return period.kind === 'week' ? written.replace('-W0', 'W').replace('-', '') : written.replaceAll('-', '');
}

/** A period as ADX writes it: its first day and its length, 2024-07-01/P1M. */
export function writeAdxPeriod(period: Period): string {
  const length = Object.entries(lengths).find(([, kind]) => kind === period.kind)?.[0] ?? 'P1D';
  return `${period.start}/${length}`;
}
