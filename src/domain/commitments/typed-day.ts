import { isDay, type Day } from '#domain/shared/dates.ts';

/**
 * A day as people type it, day before month; null where it is none.
 * @example parseTypedDay('31/12/2026') // => '2026-12-31'
 */
export function parseTypedDay(text: string): Day | null {
  const trimmed = text.trim();
  if (isDay(trimmed)) return trimmed;
  const [, day = '', , month = '', year = ''] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(trimmed) ?? [];
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(value) ? value : null;
}
