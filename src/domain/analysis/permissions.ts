import type { Actor } from '#domain/access/actor.ts';
import { mayDo } from '#domain/access/permissions.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { ViewAudience } from './view.ts';

type Viewed = {
  readonly accountId: string;
  readonly territoryId: number;
  readonly audience: ViewAudience;
};

const isOwn = (actor: Actor, accountId: string) => actor.kind === 'account' && actor.accountId === accountId;

/** Whoever keeps indicators in a territory may show a view of it to everybody. */
export function mayShareWithEverybody(actor: Actor, territoryId: number): boolean {
  return mayDo(actor, 'edit-indicator', { territoryId });
}

/** A view is changed by whose it is; one that everybody sees also by whoever keeps indicators there. */
export function mayChangeView(actor: Actor, { accountId, audience, territoryId }: Viewed): boolean {
  return isOwn(actor, accountId) || (audience === 'everybody' && mayShareWithEverybody(actor, territoryId));
}

/** @throws Refusal `shared.forbidden` */
export function permitChangeView(actor: Actor, view: Viewed): void {
  if (!mayChangeView(actor, view)) throw refuseShared('shared.forbidden');
}

/** @throws Refusal `shared.forbidden` where it would be for everybody, and that is not theirs to decide */
export function permitAudience(actor: Actor, audience: ViewAudience, territoryId: number): void {
  if (audience === 'everybody' && !mayShareWithEverybody(actor, territoryId))
    throw refuseShared('shared.forbidden');
}

/** What everybody reads beside a figure is written by whoever keeps indicators there; what stays within, also by whoever sees or reports figures. */
export function mayNote(
  actor: Actor,
  at: { readonly territoryId: number; readonly isPublic: boolean },
): boolean {
  const { isPublic, territoryId } = at;
  if (mayDo(actor, 'edit-indicator', { territoryId })) return true;
  return (
    !isPublic &&
    (mayDo(actor, 'see-figures', { territoryId }) || mayDo(actor, 'report-figures', { territoryId }))
  );
}

/** @throws Refusal `shared.forbidden` */
export function permitNote(
  actor: Actor,
  at: { readonly territoryId: number; readonly isPublic: boolean },
): void {
  if (!mayNote(actor, at)) throw refuseShared('shared.forbidden');
}

/** A note is taken away by who wrote it, or by whoever keeps indicators there. */
export function mayRemoveNote(
  actor: Actor,
  note: { readonly accountId: string; readonly territoryId: number },
): boolean {
  return isOwn(actor, note.accountId) || mayDo(actor, 'edit-indicator', { territoryId: note.territoryId });
}

/** @throws Refusal `shared.forbidden` */
export function permitRemoveNote(
  actor: Actor,
  note: { readonly accountId: string; readonly territoryId: number },
): void {
  if (!mayRemoveNote(actor, note)) throw refuseShared('shared.forbidden');
}
