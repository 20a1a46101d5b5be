/** How a territory is named outside the database: `PA` is the country, `PA-0810` one of its territories. */
export type TerritoryReference = string;

const shape = /^([A-Z]{2})(?:-([0-9A-Za-z][0-9A-Za-z.-]{0,19}))?$/;

/** The shape of a reference, for those who check it before it is read. */
export const referencePattern = shape;

/** Takes a reference apart; null when the text is none. The country itself has no code. */
export function parseReference(
  text: string,
): { readonly country: string; readonly code: string | null } | null {
  const match = shape.exec(text.trim());
  return match?.[1] === undefined ? null : { country: match[1], code: match[2] ?? null };
}

/**
 * Names a territory. In the database the country's own row carries the country's code.
 * @example referenceOf('PA', '0810') // => 'PA-0810'
 * @example referenceOf('PA', 'PA') // => 'PA'
 */
export function referenceOf(country: string, code: string): TerritoryReference {
  return code === country ? country : `${country}-${code}`;
}
