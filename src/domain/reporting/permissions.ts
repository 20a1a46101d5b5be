import type { Actor } from '#domain/access/actor.ts';
import { mayDo, permit } from '#domain/access/permissions.ts';
import { refuse } from './refusals.ts';

/** Whose a report is, or where one of its steps is decided. */
export type ReportPlace = {
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly structureId: string | null;
};

/** A form and a cycle are the coordinating office's: whoever says what is measured says what is asked. */
export function permitAsk(actor: Actor, territoryId: number): void {
  permit(actor, 'edit-indicator', { territoryId });
}

export function mayAsk(actor: Actor, territoryId: number): boolean {
  return mayDo(actor, 'edit-indicator', { territoryId });
}

/** A report is filled in and sent by whoever reports for its territory, institution or party. */
export function permitFill(actor: Actor, place: ReportPlace): void {
  permit(actor, 'report-figures', place);
}

export function mayFill(actor: Actor, place: ReportPlace): boolean {
  return mayDo(actor, 'report-figures', place);
}

/** The next step of a report is decided by whoever reviews figures at one of the step's places. */
export function mayDecide(actor: Actor, places: readonly ReportPlace[]): boolean {
  return places.some((place) => mayDo(actor, 'review-figures', place));
}

/** @throws Refusal unless somebody may decide at one of these places */
export function permitDecide(actor: Actor, places: readonly ReportPlace[]): void {
  if (mayDecide(actor, places)) return;
  throw refuse('reporting.not-yours-to-decide');
}

/** Four eyes: nobody approves what they sent, nor twice. @throws Refusal */
export function permitFourEyes(actor: Actor, handsOnIt: readonly (string | null)[]): void {
  if (actor.kind === 'account' && handsOnIt.includes(actor.accountId)) throw refuse('reporting.own-approval');
}
