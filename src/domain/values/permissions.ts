import type { Actor } from '../access/actor.ts';
import { mayDo, permit } from '../access/permissions.ts';

/** To whom a series belongs. */
export type SeriesPlace = { readonly territoryId: number; readonly organisationId: string | null };

/** Whoever keeps indicators or brings files in there begins and changes series. */
export function mayEditSeries(actor: Actor, place: SeriesPlace): boolean {
  return mayDo(actor, 'edit-indicator', place) || mayDo(actor, 'import', place);
}

export function permitEditSeries(actor: Actor, place: SeriesPlace): void {
  if (!mayEditSeries(actor, place)) permit(actor, 'edit-indicator', place);
}

/** Whoever reviews figures or brings files in somewhere corrects single ones there, of whatever series. */
export function mayEnterValues(actor: Actor, territoryId: number): boolean {
  return mayDo(actor, 'review-figures', { territoryId }) || mayDo(actor, 'import', { territoryId });
}

export function permitEnterValues(actor: Actor, territoryId: number): void {
  if (!mayEnterValues(actor, territoryId)) permit(actor, 'review-figures', { territoryId });
}

/** What came together is taken back by whoever could have brought it. */
export function permitRevokeBatch(actor: Actor, place: SeriesPlace): void {
  if (mayDo(actor, 'import', place)) return;
  permit(actor, 'review-figures', place);
}

/** Who keeps figures of a territory sees who entered them, and small ones as they are. */
export function seesFigures(actor: Actor, territoryId: number): boolean {
  return mayDo(actor, 'see-figures', { territoryId });
}
