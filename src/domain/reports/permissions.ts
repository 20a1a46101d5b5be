import type { Actor } from '#domain/access/actor.ts';
import { mayDo, permit, type Place } from '#domain/access/permissions.ts';
import type { BulletinAudience } from './bulletin.ts';

/** What is internal is read by whoever sees there what is not published; an institution's account also by those who act for it. */
export function permitRead(actor: Actor, audience: BulletinAudience, place: Place): void {
  if (audience === 'public') return;
  if (place.organisationId && mayDo(actor, 'act-for-party', place)) return;
  permit(actor, 'see-unpublished', place);
}

/** A report is kept, and made by itself, where somebody answers for figures. */
export function permitKeep(actor: Actor, place: Place): void {
  permit(actor, 'review-figures', place);
}

export function mayKeep(actor: Actor, place: Place): boolean {
  return mayDo(actor, 'review-figures', place);
}
