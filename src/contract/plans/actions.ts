import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { lists as needLists } from '../diagnosis/shapes.ts';
import { actionContent, lack, lists, progress, remark, titled, writtenAction } from './shapes.ts';

const params = z.object({ actionId: z.uuid() });
const writing = { admission: 'signed-in', deed: 'edit-plan' } as const;
const refusedWriting = ['shared.forbidden', 'shared.stale', 'plans.not-as-it-stands'];
const share = z.object({
  numerator: z.number(),
  denominator: z.number(),
  share: z.number().nullable().describe('Null where there is nothing to divide by.'),
});
const orphanAction = titled.extend({ plan: titled });
const choice = z.object({ id: z.uuid(), label: z.string() });

export const planActionOperations = defineOperations('plans', {
  listPlanActions: {
    method: 'GET',
    path: '/api/plan-actions',
    summary: 'Actions of plans by title, to choose one that a commitment or an agreement carries out',
    admission: 'anyone',
    query: z.object({
      territory: shape.territoryReference.optional().describe('Of plans of this territory and those below.'),
      plan: z.uuid().optional(),
      need: z.uuid().optional().describe('The need that they answer.'),
      text: z.string().trim().max(200).optional(),
      ...shape.pageQuery,
    }),
    response: shape.page(
      z.object({
        id: z.uuid(),
        title: z.string(),
        plan: titled,
        territory: shape.place,
        standing: lists.standing,
      }),
    ),
    refusals: ['actors.territory-not-found'],
  },
  getPlanAction: {
    method: 'GET',
    path: '/api/plan-actions/{actionId}',
    summary: 'One action of a plan, with what may be chosen where whoever asks may write it',
    admission: 'anyone',
    params,
    response: z.object({
      action: actionContent,
      progress: progress
        .nullable()
        .describe('How far it has got; null where only a former edition may be read.'),
      mayProgress: z.boolean().describe('Whether whoever asks may say how far it has got.'),
      plan: titled.extend({
        territory: shape.place,
        periodFrom: z.string(),
        periodTo: z.string(),
        standing: lists.standing,
        currency: z.string(),
        isLastEdition: z.boolean(),
      }),
      programme: titled.nullable(),
      copiedFrom: z.object({ id: z.uuid(), title: z.string(), plan: titled }).nullable(),
      lacks: z.array(lack).nullable(),
      remarks: z.array(remark).nullable(),
      choices: z
        .object({
          programmes: z.array(choice),
          needs: z.array(choice),
          lines: z.array(choice.extend({ group: z.string() })),
          places: z.array(z.object({ reference: z.string(), name: z.string() })),
          organisations: z.array(choice),
          structures: z.array(choice),
        })
        .nullable(),
      abilities: shape.abilities,
      version: z.number(),
      example: z.boolean(),
    }),
    refusals: ['plans.action-not-found'],
  },
  addPlanAction: {
    method: 'POST',
    path: '/api/plans/{planId}/actions',
    summary: 'Adds an action to a plan by its title; the rest may be written later',
    ...writing,
    params: z.object({ planId: z.uuid() }),
    body: z.strictObject({
      title: z.string().trim().min(3).max(300),
      programmeId: shape.optionalId,
      confirmText: shape.confirmText,
    }),
    response: shape.idAndVersion,
    status: 201,
    refusals: [...refusedWriting, 'plans.not-found', 'plans.programme-not-found', 'actors.personal-in-text'],
  },
  updatePlanAction: {
    method: 'PUT',
    path: '/api/plan-actions/{actionId}',
    summary: 'Writes an action: what is missing may be missing, what contradicts itself is refused',
    ...writing,
    params,
    body: z.strictObject(writtenAction),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [
      ...refusedWriting,
      'plans.action-not-found',
      'plans.programme-not-found',
      'plans.incomplete',
      'plans.mediation-refused',
      'plans.named-not-found',
      'actors.personal-in-text',
    ],
  },
  setPlanActionProgress: {
    method: 'POST',
    path: '/api/plan-actions/{actionId}/progress',
    summary:
      'Says how far an action of an approved plan has got: in progress, done, or dropped with the reason',
    ...writing,
    params,
    body: z.strictObject({
      standing: lists.progress,
      reason: shape.optionalText(1000).describe('Needed where it is dropped.'),
      confirmText: shape.confirmText,
    }),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [
      ...refusedWriting,
      'plans.action-not-found',
      'plans.not-in-edition',
      'plans.same-progress',
      'plans.incomplete',
      'actors.personal-in-text',
    ],
  },
  removePlanAction: {
    method: 'DELETE',
    path: '/api/plan-actions/{actionId}',
    summary: 'Takes an action out of a plan that is being written; former editions keep it',
    ...writing,
    params,
    response: shape.done,
    versioned: true,
    refusals: [...refusedWriting, 'plans.action-not-found', 'plans.has-consequences'],
  },
  copyPlanActions: {
    method: 'POST',
    path: '/api/plans/{planId}/copies',
    summary: 'Copies chosen actions of another plan; need, places and period are asked again',
    ...writing,
    params: z.object({ planId: z.uuid() }),
    body: z.strictObject({ fromPlanId: z.uuid(), actionIds: z.array(z.uuid()).min(1).max(100) }),
    response: z.object({ copied: z.number() }),
    status: 201,
    refusals: [...refusedWriting, 'plans.not-found', 'plans.copy-self'],
  },
  listPlanOrphans: {
    method: 'GET',
    path: '/api/plan-orphans',
    summary: 'Actions without need or line, needs and lines without action, and the two shares',
    description: 'Counted over the last approved editions of plans in force.',
    admission: 'anyone',
    query: z.object({ territory: shape.territoryReference }),
    response: z.object({
      territory: shape.place,
      on: z.string(),
      alignment: z
        .object({
          actions: share,
          budget: z.array(share.extend({ currency: z.string() })),
          lines: share.nullable().describe('Only for a whole country: a strategy is not one place’s.'),
        })
        .describe('C11: what is linked to a line ÷ all; lines with at least one local action ÷ all.'),
      needResponse: share.describe('C12: prioritised needs with at least one funded action ÷ all.'),
      actionsWithoutNeed: z.array(orphanAction),
      actionsWithoutLine: z.array(orphanAction),
      needsWithoutAction: z.array(
        z.object({
          id: z.uuid(),
          problem: z.string(),
          priority: needLists.priority,
          territory: shape.place,
        }),
      ),
      linesWithoutAction: z.array(
        z.object({ id: z.uuid(), code: z.string().nullable(), title: z.string(), strategy: z.string() }),
      ),
    }),
    refusals: ['actors.territory-not-found'],
  },
});
