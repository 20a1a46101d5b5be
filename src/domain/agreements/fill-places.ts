/** The places of a clause that are filled in from what is known of the agreement, written `{object}` in its text. */
export const textPlaces = [
  'title',
  'object',
  'parties',
  'lead',
  'territories',
  'needs',
  'lines',
  'term',
  'commitments',
  'budget',
  'commission',
  'meetings',
  'reports',
  'notice-days',
  'cure-days',
  'withdrawal-days',
] as const;
export type TextPlace = (typeof textPlaces)[number];

/** What stands in each place; null where it is not known yet. */
export type PlaceValues = Readonly<Record<TextPlace, string | null>>;

const place = /\{([a-z][a-z-]*)\}/g;

/** Fills the places of a text in. A place that is not known stays as it is written, so that whoever reads sees the gap. */
export function fillPlaces(text: string, values: PlaceValues): string {
  return text.replace(place, (written, name: string) => valueOf(values, name) ?? written);
}

/** The places of a text that cannot be filled in yet, each once. */
export function gapsOf(text: string, values: PlaceValues): string[] {
  const names = [...text.matchAll(place)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => valueOf(values, name) === null);
}

function valueOf(values: PlaceValues, name: string): string | null {
  return Object.hasOwn(values, name) ? values[name as TextPlace] : null;
}
