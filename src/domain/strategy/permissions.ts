import type { Actor } from '#domain/access/actor.ts';
import { mayDo, permit } from '#domain/access/permissions.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';

/** The strategy is written by whoever keeps it in its country. */
export function permitEditStrategy(actor: Actor, territoryId: number): void {
  permit(actor, 'edit-strategy', { territoryId });
}

export function mayEditStrategy(actor: Actor, territoryId: number): boolean {
  return mayDo(actor, 'edit-strategy', { territoryId });
}

/** A remark in a consultation is left by anyone who is signed in and may write. */
export function permitRemark(actor: Actor): void {
  if (actor.kind === 'visitor') throw refuseShared('shared.signed-out');
  if (actor.kind === 'account' && !actor.mayWrite) throw refuseShared('shared.forbidden');
}
