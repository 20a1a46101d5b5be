import { fold } from '#domain/shared/fold.ts';

/** A territory as a sheet may name it. */
export type NamedPlace = {
  readonly id: number;
  readonly lastId: number;
  readonly code: string;
  readonly level: number;
  readonly name: string;
};

/** A cell that names a territory; `level` where its column says which kind it is ("Distrito"). */
export type PlaceCell = { readonly text: string; readonly level: number | null };

export type PlaceFound =
  { readonly id: number } | { readonly fault: 'unknown-place' | 'several-places'; readonly text: string };

const wholeCountry = new Set([
  'nacional',
  'todo el pais',
  'a nivel nacional',
  'national',
  'nationwide',
  'pais',
]);
const kindsBefore =
  /^(provincia|comarca|distrito|corregimiento|canton|municipio|municipalidad|region|departamento)( de(l| la)?)? /;

/**
 * The territory that the cells of a row name, widest first: each narrows the one before it, and the last that says something
 * is meant. By code or by name, with or without what it is ("Distrito de Colón").
 * @param home where a row stands that says nothing
 */
export function findPlaceNamed(
  cells: readonly PlaceCell[],
  places: readonly NamedPlace[],
  home: number,
): PlaceFound {
  const country = places.find(({ level }) => level === 0);
  let within: NamedPlace | null = null;
  for (const { text, level } of cells) {
    if (text.trim() === '') continue;
    const found = placesCalled(text, level, places, within);
    const [first] = found;
    if (first === undefined && country && within === null && isCountry(text, country)) within = country;
    else if (first === undefined) return { fault: 'unknown-place', text };
    else if (found.length > 1) return { fault: 'several-places', text };
    else within = first;
  }
  return { id: within?.id ?? home };
}

function isCountry(text: string, country: NamedPlace): boolean {
  return wholeCountry.has(fold(text)) || fold(text) === fold(country.name);
}

function placesCalled(
  text: string,
  level: number | null,
  places: readonly NamedPlace[],
  within: NamedPlace | null,
): NamedPlace[] {
  const name = fold(text);
  const bare = name.replace(kindsBefore, '');
  const isCalled = (place: NamedPlace) =>
    place.code === text.trim() || fold(place.name) === name || fold(place.name) === bare;
  const named = places.filter(
    (place) =>
      place.level > 0 &&
      (within === null || (within.id < place.id && place.id <= within.lastId)) &&
      isCalled(place),
  );
  const ofLevel = named.filter((place) => place.level === level);
  if (ofLevel.length > 0) return ofLevel;
  // Names repeat from one level to the next: without a kind, the widest one is meant.
  const widest = Math.min(...named.map((place) => place.level));
  const found = named.filter((place) => place.level === widest);
  return found.length === 0 && within !== null && isCalled(within) ? [within] : found;
}
