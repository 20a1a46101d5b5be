import type { Actor } from '#domain/access/actor.ts';
import { mayDo, permit, type Place } from '#domain/access/permissions.ts';

/** A survey is kept by whoever says what is measured there. */
export function permitKeepSurvey(actor: Actor, place: Place): void {
  permit(actor, 'edit-indicator', place);
}

export function mayKeepSurvey(actor: Actor, place: Place): boolean {
  return mayDo(actor, 'edit-indicator', place);
}

/** Its file is read by whoever may also bring files in. */
export function permitReadAnswers(actor: Actor, place: Place): void {
  permit(actor, 'edit-indicator', place);
  permit(actor, 'import', place);
}

/** A round of the pulse is opened and closed by whoever reports there: the municipality, or the secretary of the committee for it. */
export function permitPulse(actor: Actor, place: Place): void {
  permit(actor, 'report-figures', place);
}

export function mayPulse(actor: Actor, place: Place): boolean {
  return mayDo(actor, 'report-figures', place);
}
