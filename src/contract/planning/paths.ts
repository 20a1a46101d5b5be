import { z } from 'zod';
import { chosenNeedsAtMost } from '#domain/planning/sessions.ts';
import * as shape from '../actors/shapes.ts';
import { defineOperations } from '../operation.ts';
import * as planning from './shapes.ts';

const ofStep = z.object({ pathId: z.uuid(), step: planning.sessionInPath });
const walked = ['shared.forbidden', 'planning.not-found', 'planning.path-closed'];
const onStep = {
  method: 'POST',
  admission: 'signed-in',
  deed: 'edit-plan',
  params: ofStep,
  response: z.object({ version: z.number() }),
  versioned: true,
} as const;

export const pathOperations = defineOperations('planning', {
  listPlanningProgress: {
    method: 'GET',
    path: '/api/planning-progress',
    summary:
      'Every municipality with the session reached, since when, what stops it and whether it asked for help',
    description:
      'For the centre, all of its territory; for whoever writes plans, their own. Requests for help come first, otherwise in order of the tree: never ranked.',
    admission: 'signed-in',
    query: z.object({ territory: shape.territoryReference }),
    response: z.object({
      items: z.array(planning.progress),
      mayFollow: z.boolean().describe('Whether whoever asks answers for help here.'),
    }),
    refusals: ['shared.forbidden', 'actors.territory-not-found'],
  },
  exportPlanningProgress: {
    method: 'GET',
    path: '/api/planning-progress/export',
    summary: 'The session that every municipality has reached, as a spreadsheet',
    admission: 'signed-in',
    query: z.object({ territory: shape.territoryReference, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    response: z.unknown(),
    file: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
    refusals: ['shared.forbidden', 'actors.territory-not-found'],
  },
  openPlanningPath: {
    method: 'POST',
    path: '/api/planning-paths',
    summary: 'Begins the path of six sessions for a municipality',
    admission: 'signed-in',
    deed: 'edit-plan',
    body: z.strictObject({ organisationId: z.uuid() }),
    response: shape.idOnly,
    status: 201,
    refusals: [
      'shared.forbidden',
      'planning.organisation-not-found',
      'planning.not-a-municipality',
      'planning.path-open',
    ],
  },
  getPlanningPath: {
    method: 'GET',
    path: '/api/planning-paths/{pathId}',
    summary: 'A path with its sessions, what the register already sees, and the help asked for',
    admission: 'signed-in',
    params: z.object({ pathId: z.uuid() }),
    response: planning.path,
    refusals: ['planning.not-found'],
  },
  savePlanningStep: {
    ...onStep,
    method: 'PUT',
    path: '/api/planning-paths/{pathId}/steps/{step}',
    summary: 'Keeps what was done in a session so far, and what stops it',
    body: z.strictObject({
      ticked: z.array(z.string().max(40)).max(20),
      needs: z
        .array(z.uuid())
        .max(chosenNeedsAtMost)
        .default([])
        .describe('The needs to answer first; in the third session.'),
      notes: shape.optionalText(4000),
      obstacle: shape.optionalText(1000),
      confirmText: shape.confirmText,
    }),
    refusals: [...walked, 'shared.stale', 'planning.need-not-found', 'actors.personal-in-text'],
  },
  finishPlanningStep: {
    ...onStep,
    path: '/api/planning-paths/{pathId}/steps/{step}/completion',
    summary: 'Ends a session and goes on to the next; the last one ends the path',
    refusals: [...walked, 'shared.stale', 'planning.step-not-reached', 'planning.step-unfinished'],
  },
  reopenPlanningStep: {
    ...onStep,
    path: '/api/planning-paths/{pathId}/steps/{step}/reopening',
    summary: 'Takes a session up again that was ended',
    refusals: [...walked, 'shared.stale', 'planning.step-not-done'],
  },
  askPlanningHelp: {
    method: 'POST',
    path: '/api/planning-paths/{pathId}/steps/{step}/help',
    summary: 'Asks the centre for help from the session in which it is needed',
    admission: 'signed-in',
    deed: 'edit-plan',
    params: ofStep,
    body: z.strictObject({ question: z.string().trim().min(3).max(2000), confirmText: shape.confirmText }),
    response: shape.idOnly,
    status: 201,
    refusals: [...walked, 'actors.personal-in-text'],
  },
  answerPlanningHelp: {
    method: 'POST',
    path: '/api/planning-help/{helpId}/answer',
    summary: 'Answers a request for help; the answer stands in the session that asked',
    admission: 'signed-in',
    deed: 'review-plan',
    params: z.object({ helpId: z.uuid() }),
    body: z.strictObject({ answer: z.string().trim().min(3).max(4000), confirmText: shape.confirmText }),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [
      'shared.forbidden',
      'shared.stale',
      'planning.help-not-found',
      'planning.help-answered',
      'actors.personal-in-text',
    ],
  },
});
