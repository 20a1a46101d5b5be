import type { Answer } from '../api.ts';

export type Organisation = Answer<'getOrganisation'>;
export type OrganisationLine = Answer<'listOrganisations'>['items'][number];
export type Structure = Answer<'getStructure'>;
export type StructureLine = Answer<'listStructures'>['items'][number];
export type Person = Answer<'getPerson'>;
export type PersonLine = Answer<'listPeople'>['items'][number];
export type Post = Organisation['posts'][number];
export type Work = Organisation['work'][number];
export type Contact = Organisation['contacts'][number];
export type Seat = Structure['seatList'][number];
export type Named = { readonly id: string; readonly name: string };

export const addressOfOrganisation = (id: string) => `/actores/organizaciones/${id}`;
export const addressOfStructure = (id: string) => `/actores/estructuras/${id}`;
export const addressOfPerson = (id: string) => `/actores/personas/${id}`;

/** The number of the country's own place in a reference: `PA` of `PA-0810`. */
export const countryOf = (reference: string) => reference.slice(0, 2);

/** The way to a thing: the territory it belongs to. */
export function crumbOf(territory: { readonly reference: string; readonly name: string }) {
  return { to: `/territorios/${territory.reference}`, title: territory.name };
}
