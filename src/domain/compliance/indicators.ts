/** The process indicators that are told so far, by the codes of the field. Words: `compliance.indicator.<code>`. */
export const indicatorCodes = ['C1', 'C2', 'C3', 'C4', 'C5', 'C11', 'C12', 'C19'] as const;
export type IndicatorCode = (typeof indicatorCodes)[number];

/** Whether text is the code of an indicator. */
export function isIndicatorCode(text: string): text is IndicatorCode {
  return (indicatorCodes as readonly string[]).includes(text);
}
