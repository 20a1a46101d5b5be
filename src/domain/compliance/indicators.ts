/** The process indicators that are told so far, by the codes of the field. Words: `compliance.indicator.<code>`. */
export const indicatorCodes = ['C1', 'C2', 'C3', 'C4', 'C5', 'C11', 'C12', 'C19'] as const;
export type IndicatorCode = (typeof indicatorCodes)[number];

/** Whether text is the code of an indicator. */
export function isIndicatorCode(text: string): text is IndicatorCode {
  return (indicatorCodes as readonly string[]).includes(text);
}

/** How one thing counts for a figure: above the line, only below it, or not at all. */
export type CountedAs = 'numerator' | 'denominator' | 'outside';

/**
 * The word for how something counts, `compliance.counted.<word>`. What is overdue or vague is counted, but it is nothing to anybody's credit.
 */
export function countedWordOf(code: IndicatorCode, counted: CountedAs): string {
  if (code !== 'C3' && code !== 'C4') return counted;
  return counted === 'numerator' ? 'in' : counted === 'denominator' ? 'base' : counted;
}
