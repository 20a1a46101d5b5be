import { isDay } from '#domain/shared/dates.ts';
import { fold } from '#domain/shared/fold.ts';

/** A day that was read; `isFilledIn` where the sheet named only a month, a quarter or a half and its last day was taken. */
export type DueReading =
  | { readonly day: string; readonly isFilledIn: boolean }
  | { readonly fault: 'due-unreadable' | 'due-repeats'; readonly likely: string | null };

const months = [
  ['ene', 'enero', 'jan', 'january'],
  ['feb', 'febrero', 'february'],
  ['mar', 'marzo', 'march'],
  ['abr', 'abril', 'apr', 'april'],
  ['may', 'mayo'],
  ['jun', 'junio', 'june'],
  ['jul', 'julio', 'july'],
  ['ago', 'agosto', 'aug', 'august'],
  ['set', 'sep', 'sept', 'septiembre', 'setiembre', 'september'],
  ['oct', 'octubre', 'october'],
  ['nov', 'noviembre', 'november'],
  ['dic', 'diciembre', 'dec', 'december'],
];
const ordinals: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '1er': 1,
  '2do': 2,
  '3er': 3,
  '4to': 4,
  primer: 1,
  primero: 1,
  segundo: 2,
  tercer: 3,
  tercero: 3,
  cuarto: 4,
};
const repeating =
  /\b(permanente|continuo|continua|constante|diario|diaria|semanal|quincenal|mensual|bimestral|trimestral|semestral|anual|cada|todos los|ongoing|monthly|weekly|quarterly|yearly)\b/;

/**
 * A day as lists have it: `30/6/2026` (day first, always), `30-06-26`, `2026-06-30`, `30 de junio de 2026`, `30-jun-2026`,
 * and, taking the last day, `junio 2026`, `II trimestre 2026`, `2º semestre 2026`. A day that only makes sense month first is
 * not believed but offered.
 * @example readDue('II trimestre 2026') // => { day: '2026-06-30', isFilledIn: true }
 */
export function readDue(text: string): DueReading {
  const plain = text.trim();
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(plain)?.[1];
  if (iso !== undefined && isDay(iso)) return { day: iso, isFilledIn: false };
  const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(plain);
  if (numeric) return numericDay(numeric);
  const words = fold(plain.replaceAll(/(?<=\d)[º°ª.](?=\s)/g, ''))
    .replaceAll(/\b(de|del|of|the|a mas tardar|antes|hasta|fin|finales)\b/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  return (
    wordedDay(words) ??
    periodEnd(words) ?? {
      fault: repeating.test(fold(plain)) ? 'due-repeats' : 'due-unreadable',
      likely: null,
    }
  );
}

function numericDay([, first = '', second = '', end = '']: readonly string[]): DueReading {
  const year = end.length === 2 ? `20${end}` : end;
  const made = (day: string, month: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isDay(made(first, second))) return { day: made(first, second), isFilledIn: false };
  const swapped = made(second, first);
  return { fault: 'due-unreadable', likely: isDay(swapped) ? swapped : null };
}

/** The last day of the month that a day is in. */
function lastDayOfMonth(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
}

function monthOf(word: string | undefined): number | null {
  const found = months.findIndex((names) => names.includes(word ?? ''));
  return found < 0 ? null : found + 1;
}

function yearOf(word: string | undefined): string | null {
  return /^20\d{2}$/.test(word ?? '') ? (word ?? null) : /^\d{2}$/.test(word ?? '') ? `20${word}` : null;
}

function wordedDay(words: readonly string[]): DueReading | null {
  const [first, second, third] = words;
  if (words.length === 3 && /^\d{1,2}$/.test(first ?? '')) {
    const month = monthOf(second);
    const year = yearOf(third);
    if (month === null || year === null) return null;
    const start = `${year}-${String(month).padStart(2, '0')}`;
    const day = `${start}-${(first ?? '').padStart(2, '0')}`;
    return isDay(day)
      ? { day, isFilledIn: false }
      : { fault: 'due-unreadable', likely: lastDayOfMonth(`${start}-01`) };
  }
  const month = monthOf(first);
  const year = yearOf(second);
  if (words.length === 2 && month !== null && year !== null)
    return { day: lastDayOfMonth(`${year}-${String(month).padStart(2, '0')}-01`), isFilledIn: true };
  return null;
}

function periodEnd(words: readonly string[]): DueReading | null {
  const year = yearOf(words.at(-1));
  if (year === null) return null;
  if (words.length === 1)
    return /^20\d{2}$/.test(words[0] ?? '') ? { day: `${year}-12-31`, isFilledIn: true } : null;
  const opening = words[0] ?? '';
  const order = ordinals[opening];
  const isQuarter = /^(trimestre|trim|quarter|q)$/.test(words[1] ?? '') || /^[qt][1-4]$/.test(opening);
  const isHalf = /^(semestre|sem|half)$/.test(words[1] ?? '');
  const number = order ?? (isQuarter ? Number(opening.slice(1)) : NaN);
  const lastMonth = isQuarter ? number * 3 : isHalf ? number * 6 : NaN;
  if (!(lastMonth >= 1 && lastMonth <= 12)) return null;
  return { day: lastDayOfMonth(`${year}-${String(lastMonth).padStart(2, '0')}-01`), isFilledIn: true };
}
