import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';

const params = z.object({ planId: z.uuid() });
const onRemark = z.object({ remarkId: z.uuid() });
const common = ['shared.forbidden', 'shared.stale', 'plans.not-found', 'plans.not-as-it-stands'];
const reasoned = z.strictObject({ reason: shape.reason, confirmText: shape.confirmText });
const words = z.string().trim().min(3).max(4000);

/** What every act upon a plan has in common: it is done to the version that was seen. */
const onPlan = {
  method: 'POST',
  admission: 'signed-in',
  params,
  response: shape.idAndVersion,
  versioned: true,
} as const;

export const planReviewOperations = defineOperations('plans', {
  submitPlan: {
    ...onPlan,
    deed: 'edit-plan',
    path: '/api/plans/{planId}/submission',
    summary: 'Sends a plan to be reviewed, or says all that it still lacks',
    refusals: [...common, 'plans.not-ready', 'plans.nothing-amended'],
  },
  remarkOnPlan: {
    method: 'POST',
    admission: 'signed-in',
    deed: 'review-plan',
    params,
    path: '/api/plans/{planId}/remarks',
    summary: 'Remarks on a plan that was submitted, on the very action and field',
    body: z.strictObject({
      actionId: shape.optionalId,
      field: z
        .string()
        .max(60)
        .nullish()
        .transform((value) => value || null),
      body: words,
      confirmText: shape.confirmText,
    }),
    response: shape.idAndVersion,
    status: 201,
    refusals: [...common, 'plans.own-submission', 'plans.action-not-found', 'actors.personal-in-text'],
  },
  answerPlanRemark: {
    method: 'POST',
    admission: 'signed-in',
    deed: 'edit-plan',
    params: onRemark,
    path: '/api/plan-remarks/{remarkId}/answer',
    summary: 'Says what was done about a remark',
    body: z.strictObject({ answer: words, confirmText: shape.confirmText }),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [...common, 'plans.remark-not-found', 'actors.personal-in-text'],
  },
  settlePlanRemark: {
    method: 'POST',
    admission: 'signed-in',
    deed: 'review-plan',
    params: onRemark,
    path: '/api/plan-remarks/{remarkId}/settlement',
    summary: 'Says that nothing remains to be done about a remark',
    response: shape.idAndVersion,
    versioned: true,
    refusals: [...common, 'plans.remark-not-found', 'plans.own-submission'],
  },
  returnPlan: {
    ...onPlan,
    deed: 'review-plan',
    path: '/api/plans/{planId}/return',
    summary: 'Sends a plan back to be mended, with what is asked for',
    body: reasoned,
    refusals: [...common, 'plans.own-submission', 'actors.personal-in-text'],
  },
  approvePlan: {
    ...onPlan,
    deed: 'review-plan',
    path: '/api/plans/{planId}/approval',
    summary: 'Approves a plan by a named act; the edition is kept whole and everyone reads it',
    body: z.strictObject({
      body: z.string().trim().min(3).max(300).describe('Who approves.'),
      act: shape.optionalText(300).describe('The act by which it is approved.'),
      on: shape.day,
      confirmText: shape.confirmText,
    }),
    refusals: [
      ...common,
      'plans.own-submission',
      'plans.not-ready',
      'plans.incomplete',
      'plans.open-remarks',
      'actors.personal-in-text',
    ],
  },
  amendPlan: {
    ...onPlan,
    deed: 'edit-plan',
    path: '/api/plans/{planId}/amendment',
    summary: 'Opens an approved plan to be amended; others read the last edition meanwhile',
    body: reasoned,
    refusals: [...common, 'actors.personal-in-text'],
  },
  abandonPlanAmendment: {
    ...onPlan,
    deed: 'edit-plan',
    path: '/api/plans/{planId}/amendment-abandonment',
    summary: 'Gives up an amendment: the plan says again what its last edition says',
    body: reasoned,
    refusals: [...common, 'plans.has-consequences', 'actors.personal-in-text'],
  },
  endPlan: {
    ...onPlan,
    deed: 'edit-plan',
    path: '/api/plans/{planId}/ending',
    summary: 'Says that a plan has ended, and why',
    body: reasoned,
    refusals: [...common, 'actors.personal-in-text'],
  },
  annulPlan: {
    ...onPlan,
    deed: 'edit-plan',
    path: '/api/plans/{planId}/annulment',
    summary: 'Annuls a plan with a reason; once approved it stays readable',
    body: reasoned,
    refusals: [...common, 'actors.personal-in-text'],
  },
});
