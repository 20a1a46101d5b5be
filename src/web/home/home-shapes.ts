import type { Answer } from '../api.ts';

export type Situation = Answer<'getSituation'>;
export type ToCall = NonNullable<Situation['vacancies']>[number]['call'];
export type Standing = Situation['structures'][number]['standing'];

export const addressOfStructure = (id: string) => `/actores/estructuras/${id}`;
export const addressOfOrganisation = (id: string) => `/actores/organizaciones/${id}`;
export const addressOfPerson = (id: string) => `/actores/personas/${id}`;

/** What people call something by at the start of a line: its first letter large. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
