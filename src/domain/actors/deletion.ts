import { refuse } from './refusals.ts';

/** What depends on a thing, by kind, e.g. `{ posts: 2, seats: 0 }`. */
export type Consequences = Readonly<Record<string, number>>;

/** Whether anything depends on it. */
export function hasConsequences(consequences: Consequences): boolean {
  return Object.values(consequences).some((count) => count > 0);
}

/**
 * A wrong entry without consequences is deleted; any other is annulled with a reason.
 * @throws Refusal `actors.has-consequences`, with how many of each kind depend on it
 */
export function refuseDeletion(consequences: Consequences): void {
  if (hasConsequences(consequences)) {
    throw refuse('actors.has-consequences', { values: { ...consequences } });
  }
}

/** @throws Refusal `actors.not-active` when a thing has already ended, been merged or annulled. */
export function refuseUnlessActive(standing: string): void {
  if (standing !== 'active') throw refuse('actors.not-active', { values: { standing } });
}
