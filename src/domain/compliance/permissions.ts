import type { Actor } from '#domain/access/actor.ts';
import { mayDo, permit } from '#domain/access/permissions.ts';

/** Days that do not count, rates and quiet periods are kept by whoever oversees the agreements of the place. */
export function permitKeepCalendars(actor: Actor, territoryId: number): void {
  permit(actor, 'oversee-agreement', { territoryId });
}

export function mayKeepCalendars(actor: Actor, territoryId: number): boolean {
  return mayDo(actor, 'oversee-agreement', { territoryId });
}

/** Another light than the rule's is set by whoever oversees, with a reason. */
export function permitOverrideLight(actor: Actor, territoryId: number): void {
  permit(actor, 'oversee-agreement', { territoryId });
}

export function mayOverrideLight(actor: Actor, territoryId: number): boolean {
  return mayDo(actor, 'oversee-agreement', { territoryId });
}
