/** What a cell of figures says: a number, that there is none and why, or what is wrong with it (`problem.values.<fault>`). */
export type ReadNumber =
  | { readonly value: number }
  | { readonly state: 'absent' | 'unknown' | 'not-applicable' | 'withheld' }
  | { readonly fault: 'not-a-number' | 'ambiguous-number' | 'formula-error' | 'yes-or-no' };

/** How a column parts its decimals; `either` where no cell of it tells. */
export type DecimalSign = 'point' | 'comma' | 'either';

const blanks = new Set(['', '-', '--', '—', '–', '.', '..', '…']);
const unknowns = new Set([
  'n/d',
  'nd',
  'n.d.',
  's/d',
  'sd',
  's.d.',
  'sin dato',
  'sin datos',
  'no consta',
  'no disponible',
  'desconocido',
]);
const notApplicables = new Set(['n/a', 'na', 'n.a.', 'no aplica', 'not applicable']);
const withhelds = new Set([
  '*',
  '**',
  '***',
  '(c)',
  'c',
  '<5',
  '< 5',
  '<3',
  '< 3',
  'suprimido',
  'confidencial',
  'suppressed',
]);
const yesOrNo = new Set(['true', 'false', 'verdadero', 'falso']);
const formulaErrors = /^#¡?¿?(REF|DIV\/0|VALUE|VALOR|NAME|NOMBRE|N\/A|N\/D|NUM|NULL|NULO)[!?]?$/i;

/**
 * How a column of figures parts decimals, from all its cells: one that can only be read in one way decides for those that could be
 * read in two. `mixed` where some cells say one thing and some the other: then each cell that is plain is read as it is, the rest are asked.
 * @example decimalSignOf(['1.234', '5,5']) // => 'comma'
 */
export function decimalSignOf(cells: readonly string[]): DecimalSign | 'mixed' {
  const said = new Set(cells.map(signOf).filter((sign) => sign !== null));
  if (said.size > 1) return 'mixed';
  return [...said][0] ?? 'either';
}

/**
 * Reads a cell of figures. A lone sign before exactly three digits parts thousands or decimals: the column's sign decides, and without
 * one the cell is ambiguous where the two readings differ.
 * @param sign how the column parts decimals, from decimalSignOf
 * @example readNumber('1.234,5', 'either') // => { value: 1234.5 }
 * @example readNumber('N/D', 'point') // => { state: 'unknown' }
 */
export function readNumber(text: string, sign: DecimalSign | 'mixed'): ReadNumber {
  const trimmed = text.trim();
  const word = trimmed.toLowerCase();
  if (blanks.has(word)) return { state: 'absent' };
  if (unknowns.has(word)) return { state: 'unknown' };
  if (notApplicables.has(word)) return { state: 'not-applicable' };
  if (withhelds.has(word)) return { state: 'withheld' };
  if (formulaErrors.test(trimmed)) return { fault: 'formula-error' };
  if (yesOrNo.has(word)) return { fault: 'yes-or-no' };
  const { figures, share } = bare(trimmed);
  const plain = plainFigures(figures, sign);
  if (plain === 'ambiguous') return { fault: 'ambiguous-number' };
  if (plain === null) return { fault: 'not-a-number' };
  const value = Number(plain.plain) * share;
  return Number.isFinite(value) ? { value } : { fault: 'not-a-number' };
}

// Signs that say nothing of the number: spaces, apostrophes between thousands, a percent sign, parentheses of a negative.
function bare(text: string): { figures: string; share: number } {
  const compact = text
    .replaceAll(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^\u2212/, '-')
    .replace(/%$/, '');
  const negative = /^\((.+)\)$/.exec(compact)?.[1];
  return negative === undefined ? { figures: compact, share: 1 } : { figures: negative, share: -1 };
}

function plainFigures(
  figures: string,
  sign: DecimalSign | 'mixed',
): { readonly plain: string } | 'ambiguous' | null {
  const unsigned = figures.replace(/^[+-]/, '');
  const minus = figures.startsWith('-') ? '-' : '';
  if (/^\d+$/.test(unsigned) || /^\d+(\.\d+)?e[+-]?\d+$/i.test(unsigned)) return { plain: minus + unsigned };
  const own = signOf(figures);
  if (own === 'point') return { plain: minus + unsigned.replaceAll(',', '') };
  if (own === 'comma') return { plain: minus + unsigned.replaceAll('.', '').replace(',', '.') };
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(unsigned)) return { plain: minus + unsigned.replaceAll('.', '') };
  if (/^\d{1,3}(,\d{3}){2,}$/.test(unsigned)) return { plain: minus + unsigned.replaceAll(',', '') };
  const lone = /^(\d{1,3})([.,])(\d{3})$/.exec(unsigned);
  if (lone === null) return null;
  if (sign === 'either' || sign === 'mixed') return 'ambiguous';
  const isDecimal = (lone[2] === '.') === (sign === 'point');
  return { plain: `${minus}${lone[1]}${isDecimal ? '.' : ''}${lone[3]}` };
}

// Which sign a cell uses for decimals, when it can only be one; thousands tell it too: 1.234.567 leaves the comma.
function signOf(text: string): 'point' | 'comma' | null {
  const { figures } = bare(text.trim());
  const unsigned = figures.replace(/^[+-]/, '');
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(unsigned) || /^\d*\.(\d{1,2}|\d{4,})$/.test(unsigned)) return 'point';
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(unsigned) || /^\d*,(\d{1,2}|\d{4,})$/.test(unsigned)) return 'comma';
  if (/^(0|\d{4,})\.\d+$/.test(unsigned)) return 'point';
  if (/^(0|\d{4,}),\d+$/.test(unsigned)) return 'comma';
  return null;
}
