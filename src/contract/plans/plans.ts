import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { difference, lists, plan, planSummary, writtenPlan, writtenProgramme } from './shapes.ts';

const params = z.object({ planId: z.uuid() });
const writing = { admission: 'signed-in', deed: 'edit-plan' } as const;
const refusedWriting = ['shared.forbidden', 'shared.stale', 'plans.not-found', 'plans.not-as-it-stands'];

export const asked = {
  territory: shape.territoryReference.optional(),
  below: z.enum(['yes', 'no']).default('yes').describe('Whether those of the territories below count too.'),
  kind: lists.kind.optional(),
  standing: lists.standing.optional(),
  owner: z.uuid().optional().describe('An organisation or structure whose plans are asked for.'),
  text: z.string().trim().max(200).optional(),
};

export const planOperations = defineOperations('plans', {
  listPlans: {
    method: 'GET',
    path: '/api/plans',
    summary: 'Plans, the latest first; what is not approved only for whoever may see it',
    admission: 'anyone',
    query: z.object({ ...asked, ...shape.pageQuery }),
    response: shape.page(planSummary).extend({ count: z.number(), abilities: shape.abilities }),
    refusals: ['actors.territory-not-found'],
  },
  getPlan: {
    method: 'GET',
    path: '/api/plans/{planId}',
    summary: 'One plan with its actions, budget, editions and all that was done to it',
    description:
      'Whoever writes or reviews it reads it as it is being written; everybody else reads the last approved edition.',
    admission: 'anyone',
    params,
    query: z.object({ edition: z.coerce.number().int().min(1).optional() }),
    response: plan,
    refusals: ['plans.not-found', 'plans.edition-not-found'],
  },
  createPlan: {
    method: 'POST',
    path: '/api/plans',
    summary: 'Begins a plan of an organisation or structure, as a draft',
    ...writing,
    body: z.strictObject({
      territory: shape.territoryReference.optional().describe('Where it holds: its owner’s, unless said.'),
      organisationId: shape.optionalId,
      structureId: shape.optionalId,
      ...writtenPlan,
    }),
    response: shape.idAndVersion,
    status: 201,
    refusals: [
      'shared.forbidden',
      'actors.territory-not-found',
      'actors.personal-in-text',
      'plans.owner-not-found',
      'plans.named-not-found',
      'plans.incomplete',
    ],
  },
  updatePlan: {
    method: 'PUT',
    path: '/api/plans/{planId}',
    summary: 'Writes what a plan is called, its period and what it is about',
    ...writing,
    params,
    body: z.strictObject(writtenPlan),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [...refusedWriting, 'actors.personal-in-text', 'plans.incomplete', 'plans.named-not-found'],
  },
  deletePlan: {
    method: 'DELETE',
    path: '/api/plans/{planId}',
    summary: 'Deletes a draft that was never approved and on which nothing depends',
    ...writing,
    params,
    response: shape.done,
    versioned: true,
    refusals: [...refusedWriting, 'plans.was-published', 'plans.has-consequences'],
  },
  addPlanProgramme: {
    method: 'POST',
    path: '/api/plans/{planId}/programmes',
    summary: 'Adds a programme to a plan',
    ...writing,
    params,
    body: z.strictObject(writtenProgramme),
    response: shape.idAndVersion,
    status: 201,
    refusals: refusedWriting,
  },
  updatePlanProgramme: {
    method: 'PUT',
    path: '/api/plan-programmes/{programmeId}',
    summary: 'Writes what a programme is called and what it is for',
    ...writing,
    params: z.object({ programmeId: z.uuid() }),
    body: z.strictObject(writtenProgramme),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [...refusedWriting, 'plans.programme-not-found'],
  },
  removePlanProgramme: {
    method: 'DELETE',
    path: '/api/plan-programmes/{programmeId}',
    summary: 'Removes a programme; its actions stay in the plan',
    ...writing,
    params: z.object({ programmeId: z.uuid() }),
    response: shape.done,
    versioned: true,
    refusals: [...refusedWriting, 'plans.programme-not-found'],
  },
  comparePlanEditions: {
    method: 'GET',
    path: '/api/plans/{planId}/difference',
    summary: 'What is different between two editions, or an edition and what is being written',
    admission: 'anyone',
    params,
    query: z.object({
      from: z.coerce.number().int().min(1),
      to: z.coerce.number().int().min(1).optional().describe('Unless said, what is being written.'),
    }),
    response: difference,
    refusals: ['plans.not-found', 'plans.edition-not-found'],
  },
  exportPlans: {
    method: 'GET',
    path: '/api/plans/export',
    summary: 'Plans with their actions as a table, as far as whoever asks may read them',
    admission: 'anyone',
    query: z.object({ ...asked, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    response: z.unknown(),
    file: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
    refusals: ['actors.territory-not-found'],
  },
});
