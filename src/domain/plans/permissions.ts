import type { Actor } from '#domain/access/actor.ts';
import { mayDo, permit } from '#domain/access/permissions.ts';
import { refuse } from './refusals.ts';

/** Where a plan belongs: its territory, and the organisation or structure whose plan it is. */
export type PlanHolder = {
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly structureId: string | null;
};

/** A plan is written by whoever its organisation or structure is, or coordinates its territory. */
export function permitEditPlan(actor: Actor, plan: PlanHolder): void {
  permit(actor, 'edit-plan', plan);
}

export function mayEditPlan(actor: Actor, plan: PlanHolder): boolean {
  return mayDo(actor, 'edit-plan', plan);
}

/** A plan is looked through by the centre. */
export function permitReviewPlan(actor: Actor, plan: PlanHolder): void {
  permit(actor, 'review-plan', { territoryId: plan.territoryId });
}

export function mayReviewPlan(actor: Actor, plan: PlanHolder): boolean {
  return mayDo(actor, 'review-plan', { territoryId: plan.territoryId });
}

/** Whether somebody sees it as it is being written, not only as it was last approved. */
export function maySeeInWork(actor: Actor, plan: PlanHolder): boolean {
  return mayEditPlan(actor, plan) || mayReviewPlan(actor, plan) || mayDo(actor, 'see-unpublished', plan);
}

/**
 * Nobody decides on what they submitted themselves.
 * @throws Refusal `plans.own-submission`
 */
export function refuseOwnSubmission(actor: Actor, submittedBy: string | null): void {
  if (actor.kind === 'account' && submittedBy !== null && actor.accountId === submittedBy) {
    throw refuse('plans.own-submission');
  }
}
