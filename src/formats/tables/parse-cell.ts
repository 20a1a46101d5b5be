import { fold } from '#domain/shared/fold.ts';
import { isDay } from '#domain/shared/dates.ts';
import type { Cell } from './reading.ts';

/** A value, or the code of what is wrong with it. */
export type Parsed<T> = { readonly value: T } | { readonly fault: string };

/**
 * A number as people write it. A comma or point before exactly three digits could be either sign,
 * so `1,234` is questioned; `-79.512` is a decimal point, as machines write it.
 * @example parseNumber({ text: '1.234,5', type: 'text' }) // => { value: 1234.5 }
 */
export function parseNumber(cell: Cell): Parsed<number> {
  if (cell.type === 'number') return { value: Number(cell.text) };
  const isShare = cell.text.trim().endsWith('%');
  const text = cell.text
    .trim()
    .replace(/%$/, '')
    .replaceAll(/[\s\u00a0\u202f']/g, '')
    .replace(/^\u2212/, '-');
  if (/^[-+]?\d{1,3},\d{3}$/.test(text) && !/^[-+]?0,/.test(text)) return { fault: 'table.ambiguous-number' };
  const plain = withPoint(text);
  if (plain === null) return { fault: 'table.not-a-number' };
  return { value: isShare ? Number((Number(plain) / 100).toPrecision(14)) : Number(plain) };
}

function withPoint(text: string): string | null {
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(text)) return text;
  if (/^[-+]?\d+,\d+$/.test(text)) return text.replace(',', '.');
  if (/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return text.replaceAll(',', '');
  if (/^[-+]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  return null;
}

/** A whole number; there `1.234` and `1,234` can only be thousands. */
export function parseInteger(cell: Cell): Parsed<number> {
  const text = cell.text.trim().replaceAll(/[\s\u00a0\u202f']/g, '');
  if (cell.type !== 'number' && /^[-+]?\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(text)) {
    return { value: Number(text.replaceAll(/[.,]/g, '')) };
  }
  const parsed = parseNumber(cell);
  if ('fault' in parsed) return parsed;
  return Number.isSafeInteger(parsed.value) ? parsed : { fault: 'table.not-whole' };
}

/** A day: `2026-01-15`, or day first as Spanish writes it: `15/1/2026`, `15-01-2026`, `15.1.2026`. */
export function parseDay(cell: Cell): Parsed<string> {
  const text = cell.text.trim();
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text)?.[1];
  const [, day = '', , month = '', year = ''] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  const value = iso ?? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(value) ? { value } : { fault: 'table.not-a-day' };
}

const affirmations = new Set(['si', 's', 'yes', 'y', 'true', 'verdadero', '1', 'x']);
const denials = new Set(['no', 'n', 'false', 'falso', '0']);

export function parseYesNo(cell: Cell): Parsed<boolean> {
  const word = fold(cell.text);
  if (affirmations.has(word)) return { value: true };
  return denials.has(word) ? { value: false } : { fault: 'table.not-yes-or-no' };
}
