import { standingAfter } from './plan-standing.ts';
import { refuse } from './refusals.ts';
import type { ActionStanding, PlanStanding } from './vocabulary.ts';

/** How far an action has got: since when, and why where it was dropped or somebody said why. */
export type Progress = {
  readonly standing: ActionStanding;
  readonly reason: string | null;
  readonly on: string | null;
};

/**
 * Says how far an action of an approved plan has got. It may also go back: what was said too early is said again. What was
 * dropped says why.
 * @throws Refusal `plans.not-as-it-stands`, `plans.not-in-edition`, `plans.same-progress`, `plans.incomplete`
 */
export function refuseProgress(
  now: { readonly plan: PlanStanding; readonly action: ActionStanding; readonly isInEdition: boolean },
  said: { readonly standing: ActionStanding; readonly reason: string | null },
): void {
  standingAfter(now.plan, 'progressed');
  if (!now.isInEdition) throw refuse('plans.not-in-edition');
  if (now.action === said.standing) throw refuse('plans.same-progress');
  if (said.standing === 'dropped' && said.reason === null)
    throw refuse('plans.incomplete', {
      problems: [{ code: 'plans.dropped-without-reason', field: 'reason' }],
    });
}
