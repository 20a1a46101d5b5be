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

type AccountActor = Extract<Actor, { kind: 'account' }>;

/** A remark in a consultation is left by anyone who has an account and may write. */
export function mayRemark(actor: Actor): actor is AccountActor {
  return actor.kind === 'account' && actor.mayWrite;
}

/** @throws Refusal unless somebody with an account who may write; otherwise who it is */
export function permitRemark(actor: Actor): AccountActor {
  if (mayRemark(actor)) return actor;
  throw refuseShared(actor.kind === 'visitor' ? 'shared.signed-out' : 'shared.forbidden');
}
