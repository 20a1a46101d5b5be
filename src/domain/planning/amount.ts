/** An amount as a sheet wrote it, or what is wrong with it (`problem.planning.<fault>`). */
export type ReadAmount =
  | { readonly amount: string; readonly currency: string }
  | { readonly fault: 'not-an-amount' | 'negative-amount' | 'ambiguous-amount' | 'unknown-currency' };

/** Signs that name one currency wherever they stand; any other sign is looked for in the country's own way of writing. */
const signs: readonly (readonly [sign: string, currency: string])[] = [
  ['us$', 'USD'],
  ['u$s', 'USD'],
  ['b/.', 'PAB'],
  ['b/', 'PAB'],
  ['₡', 'CRC'],
  ['¢', 'CRC'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['s/.', 'PEN'],
  ['s/', 'PEN'],
];

const names: readonly (readonly [name: RegExp, currency: string])[] = [
  [/^balboas?$/, 'PAB'],
  [/^colones$|^colón$|^colon$/, 'CRC'],
  [/^d[oó]lares?$|^dollars?$/, 'USD'],
  [/^euros?$/, 'EUR'],
];

const empties = new Set(['', '-', '--', '—', 'n/a', 'na', 'n.d.', 'nd', 's/d', 'sin dato', 'por definir']);

/** Whether a cell says that there is no amount, without saying any. */
export function isNoAmount(text: string): boolean {
  return empties.has(text.trim().toLowerCase());
}

/**
 * Reads money as people write it. Money has two decimals at most, so that a lone sign before three digits parts thousands:
 * `1,234` and `1.234` are both one thousand two hundred thirty-four.
 * @param currency what is meant where no currency is written, and whose `$` it is
 * @example readAmount('B/. 1,234.50', 'PAB') // => { amount: '1234.50', currency: 'PAB' }
 * @example readAmount('₡1.234,50', 'CRC') // => { amount: '1234.50', currency: 'CRC' }
 */
export function readAmount(text: string, currency: string): ReadAmount {
  const { rest, currency: said } = takeCurrency(text.trim(), currency);
  if (said === null) return { fault: 'unknown-currency' };
  const figures = rest.replaceAll(/[\s\u00a0\u202f'’]/g, '').replace(/^\u2212/, '-');
  if (/^-|^\(.*\)$/.test(figures)) return { fault: 'negative-amount' };
  const plain = plainFigures(figures);
  if (plain === null) return { fault: /^[\d.,]+$/.test(figures) ? 'ambiguous-amount' : 'not-an-amount' };
  const [whole = '0', cents = ''] = plain.split('.');
  const trimmed = whole.replace(/^0+(?=\d)/, '');
  if (trimmed.length > 16) return { fault: 'not-an-amount' };
  return { amount: `${trimmed}.${cents.padEnd(2, '0')}`, currency: said };
}

function takeCurrency(text: string, own: string): { rest: string; currency: string | null } {
  const lower = text.toLowerCase();
  for (const [sign, currency] of signs) {
    if (lower.startsWith(sign)) return { rest: text.slice(sign.length), currency };
    if (lower.endsWith(sign)) return { rest: text.slice(0, -sign.length), currency };
  }
  const code = /^(?:([A-Za-z]{3})\b\.?\s*)?(.*?)(?:\s*\b([A-Za-z]{3}))?$/s.exec(text);
  const written = code?.[1] ?? code?.[3];
  if (written !== undefined && /^[A-Z]{3}$/.test(written.toUpperCase()) && /\d/.test(code?.[2] ?? ''))
    return { rest: code?.[2] ?? '', currency: isCurrency(written) ? written.toUpperCase() : null };
  const word = /[\p{L}]+$/u.exec(lower)?.[0] ?? '';
  const named = names.find(([name]) => name.test(word));
  if (named) return { rest: text.slice(0, -word.length), currency: named[1] };
  if (/^\$|\$$/.test(text))
    return { rest: text.replaceAll('$', ''), currency: signOf(own) === '$' ? own : 'USD' };
  const sign = signOf(own).toLowerCase();
  if (sign !== '' && lower.startsWith(sign)) return { rest: text.slice(sign.length), currency: own };
  return { rest: text, currency: own };
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code.toUpperCase());
}

/** The short sign of a currency, `$` for several. */
function signOf(currency: string): string {
  const parts = new Intl.NumberFormat('es', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? '';
}

/** Figures with a point before the cents, or null where they cannot be told. */
function plainFigures(figures: string): string | null {
  if (/^\d+$/.test(figures)) return figures;
  if (/^\d+[.,]\d{1,2}$/.test(figures)) return figures.replace(',', '.');
  if (/^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(figures)) return figures.replaceAll(/[.,]/g, '');
  if (/^\d{1,3}(,\d{3})+\.\d{1,2}$/.test(figures)) return figures.replaceAll(',', '');
  if (/^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(figures)) return figures.replaceAll('.', '').replace(',', '.');
  return null;
}
