import { placesIn } from './template-places.ts';

/** What stands in each place of a text; null where it is not known yet. */
export type PlaceValues = Readonly<Record<string, string | null>>;

const place = /\{([a-z-]+)\}/g;

/** Fills the places of a text in. A place that is not known stays as it is written, so that whoever reads sees the gap. */
export function fillPlaces(text: string, values: PlaceValues): string {
  return text.replace(place, (written, name: string) => valueOf(values, name) ?? written);
}

/** The places of a text that cannot be filled in yet, each once. */
export function gapsOf(text: string, values: PlaceValues): string[] {
  return placesIn(text).filter((name) => valueOf(values, name) === null);
}

function valueOf(values: PlaceValues, name: string): string | null {
  return Object.hasOwn(values, name) ? (values[name] ?? null) : null;
}
