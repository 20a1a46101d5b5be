import type { Actor } from '#domain/access/actor.ts';
import { mayDo, permit } from '#domain/access/permissions.ts';
import { refuse } from '#domain/shared/refusals.ts';

/** Whose something is, and where: a path is an office's, an entry of the inventory an organisation's. */
export type Holding = { readonly territoryId: number; readonly organisationId: string };

/** The path is walked by whoever writes the plan of the office. */
export function permitWalkPath(actor: Actor, path: Holding): void {
  permit(actor, 'edit-plan', path);
}

export function mayWalkPath(actor: Actor, path: Holding): boolean {
  return mayDo(actor, 'edit-plan', path);
}

/** The centre follows every path of its territory, and answers when help is asked. */
export function permitFollowPath(actor: Actor, territoryId: number): void {
  permit(actor, 'review-plan', { territoryId });
}

export function mayFollowPath(actor: Actor, territoryId: number): boolean {
  return mayDo(actor, 'review-plan', { territoryId });
}

/** Whether somebody sees a path at all: whoever walks it, and the centre. */
export function maySeePath(actor: Actor, path: Holding): boolean {
  return mayWalkPath(actor, path) || mayFollowPath(actor, path.territoryId);
}

/** An organisation enters its own programmes; the centre corrects any of them. */
export function permitEditEntry(actor: Actor, entry: Holding): void {
  if (mayEditEntry(actor, entry)) return;
  throw refuse(actor.kind === 'visitor' ? 'shared.signed-out' : 'shared.forbidden');
}

export function mayEditEntry(actor: Actor, entry: Holding): boolean {
  return mayDo(actor, 'edit-plan', entry) || mayFollowPath(actor, entry.territoryId);
}

/** Whether a programme is linked to prevention is for the centre to say, never for whoever runs it. */
export function permitDecideLink(actor: Actor, territoryId: number): void {
  permit(actor, 'review-plan', { territoryId });
}

/** An operating plan is brought in by whoever writes the plans of its organisation. */
export function permitImportInventory(actor: Actor, organisation: Holding): void {
  permit(actor, 'edit-plan', organisation);
}
