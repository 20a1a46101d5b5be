/** The process indicators that are told so far, by the codes of the field. Words: `compliance.indicator.<code>`. */
export const indicatorCodes = [
  'C1',
  'C2',
  'C3',
  'C4',
  'C5',
  'C6',
  'C10',
  'C11',
  'C12',
  'C15',
  'C18',
  'C19',
  'C20',
] as const;
export type IndicatorCode = (typeof indicatorCodes)[number];

/** Whether text is the code of an indicator. */
export function isIndicatorCode(text: string): text is IndicatorCode {
  return (indicatorCodes as readonly string[]).includes(text);
}

/** What is told of an indicator beside the whole: by people, money or lines of the strategy, what was filled in, what nobody answers. */
export const figureParts = ['whole', 'people', 'budget', 'lines', 'filled', 'gaps'] as const;
export type FigurePart = (typeof figureParts)[number];

const inDays: ReadonlySet<IndicatorCode> = new Set(['C3', 'C20']);

/** Whether an indicator is told in days, by its median and ninth decile; else it is a share. */
export function isInDays(code: IndicatorCode): boolean {
  return inDays.has(code);
}

/** How one thing counts for a figure: above the line, only below it, or not at all. */
export type CountedAs = 'numerator' | 'denominator' | 'outside';

/**
 * The word for how something counts, `compliance.counted.<word>`. What is overdue, vague or done twice is counted, but it is nothing to
 * anybody's credit.
 */
export function countedWordOf(code: IndicatorCode, counted: CountedAs): string {
  if (!isInDays(code) && code !== 'C4' && code !== 'C15') return counted;
  return counted === 'numerator' ? 'in' : counted === 'denominator' ? 'base' : counted;
}
