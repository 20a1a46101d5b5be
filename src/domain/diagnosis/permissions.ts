import type { Actor } from '#domain/access/actor.ts';
import { mayDo, permit } from '#domain/access/permissions.ts';

/** A need belongs to its territory: whoever coordinates there, or keeps a committee there, enters and changes it. */
export function permitEditNeed(actor: Actor, territoryId: number): void {
  permit(actor, 'edit-need', { territoryId });
}

export function mayEditNeed(actor: Actor, territoryId: number): boolean {
  return mayDo(actor, 'edit-need', { territoryId });
}

/** A file of needs is brought in by whoever may import there and may enter each of its needs by hand. */
export function permitImportNeeds(actor: Actor, territoryId: number): void {
  permit(actor, 'import', { territoryId });
  permit(actor, 'edit-need', { territoryId });
}
