import type { Answer } from '../api.ts';
import type { Crumb } from '../design/page.tsx';

export type Territory = Answer<'getTerritory'>;
export type TerritoryActors = Answer<'getTerritoryActors'>;
export type DrawnMap = Answer<'getMap'>;
export type Figure = Territory['populations'][number];
export type Bilingual = { readonly es: string; readonly en: string };
export type Post = TerritoryActors['posts'][number];

/** The page of a territory. */
export function addressOfTerritory(reference: string): string {
  return `/territorios/${reference}`;
}

/** The way to a territory, from the country down. Panamá lies in Panamá in Panamá: where names repeat, the kind tells which. */
export function crumbsOf(
  territory: Pick<Territory, 'ancestors' | 'name'>,
  language: keyof Bilingual,
): Crumb[] {
  const names = [...territory.ancestors.map((place) => place.name), territory.name];
  return territory.ancestors.map((place) => ({
    to: addressOfTerritory(place.reference),
    title:
      names.filter((name) => name === place.name).length > 1
        ? `${place.name} (${place.kindName[language]})`
        : place.name,
  }));
}
