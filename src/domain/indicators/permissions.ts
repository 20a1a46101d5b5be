import type { Actor } from '#domain/access/actor.ts';
import { mayDo, permit } from '#domain/access/permissions.ts';

/** Where an indicator belongs: the territory that made it, or no one country. */
export type IndicatorPlace = {
  readonly territoryId: number | null;
  readonly organisationId: string | null;
};

/** Whoever keeps indicators there corrects them; those of every country belong to whoever runs the installation. */
export function mayEditIndicator(actor: Actor, { territoryId, organisationId }: IndicatorPlace): boolean {
  return territoryId === null
    ? mayDo(actor, 'manage-installation', {})
    : mayDo(actor, 'edit-indicator', { territoryId, organisationId });
}

export function permitEditIndicator(actor: Actor, { territoryId, organisationId }: IndicatorPlace): void {
  if (territoryId === null) permit(actor, 'manage-installation', {});
  else permit(actor, 'edit-indicator', { territoryId, organisationId });
}

/** What is aimed at in a territory is set by whoever keeps indicators there, of whatever indicator. */
export function permitSetTarget(actor: Actor, territoryId: number): void {
  permit(actor, 'edit-indicator', { territoryId });
}

export function maySetTarget(actor: Actor, territoryId: number): boolean {
  return mayDo(actor, 'edit-indicator', { territoryId });
}
