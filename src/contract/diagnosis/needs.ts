import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { lists, need, needSummary, written } from './shapes.ts';

const params = z.object({ needId: z.uuid() });
const deedRefusals = ['shared.forbidden', 'shared.stale', 'diagnosis.need-not-found'];
const dated = z.strictObject({ on: shape.day, reason: shape.reason, confirmText: shape.confirmText });
const reasoned = z.strictObject({ reason: shape.reason, confirmText: shape.confirmText });

/** What every act upon a need has in common: it is done to the version that was seen. */
const onNeed = {
  method: 'POST',
  admission: 'signed-in',
  deed: 'edit-need',
  params,
  response: shape.idAndVersion,
  versioned: true,
} as const;
const actRefusals = [...deedRefusals, 'diagnosis.not-as-it-stands', 'actors.personal-in-text'];

const mergeBody = z.strictObject({
  keptId: z.uuid(),
  absorbedId: z.uuid(),
  take: z
    .array(lists.part)
    .max(20)
    .default([])
    .describe('What is taken from the absorbed one where both say something.'),
});
const mergeRefusals = [
  'shared.forbidden',
  'diagnosis.need-not-found',
  'diagnosis.merge-self',
  'diagnosis.merge-different-countries',
  'diagnosis.not-as-it-stands',
];
const titled = z.object({ id: z.uuid(), problem: z.string() });

export const needOperations = defineOperations('diagnosis', {
  listNeeds: {
    method: 'GET',
    path: '/api/needs',
    summary: 'Prioritised needs, highest priority first; drafts only for whoever may edit them',
    admission: 'anyone',
    query: z.object({
      territory: shape.territoryReference.optional(),
      below: z
        .enum(['yes', 'no'])
        .default('yes')
        .describe('Whether those of the territories below count too.'),
      priority: lists.priority.optional(),
      group: lists.group.optional(),
      violence: lists.violence.optional(),
      standing: lists.standing.default('current'),
      text: z.string().trim().max(200).optional(),
      ...shape.pageQuery,
    }),
    response: shape.page(needSummary).extend({
      count: z.number().describe('How many there are in all.'),
      abilities: shape.abilities,
    }),
    refusals: ['actors.territory-not-found'],
  },
  getNeed: {
    method: 'GET',
    path: '/api/needs/{needId}',
    summary: 'One need with its source, who prioritised it, and all that was done to it',
    admission: 'anyone',
    params,
    response: need,
    refusals: ['diagnosis.need-not-found'],
  },
  createNeed: {
    method: 'POST',
    path: '/api/needs',
    summary: 'Enters a prioritised need, as a draft or for everyone to read',
    admission: 'signed-in',
    deed: 'edit-need',
    body: z.strictObject({
      territory: shape.territoryReference,
      ...written,
      isDraft: z.boolean().default(false),
      confirmNew: shape.confirmation,
    }),
    response: shape.idAndVersion,
    status: 201,
    refusals: [
      'shared.forbidden',
      'actors.territory-not-found',
      'actors.personal-in-text',
      'diagnosis.need-incomplete',
      'diagnosis.prioritiser-not-found',
      'diagnosis.looks-alike',
    ],
  },
  updateNeed: {
    method: 'PUT',
    path: '/api/needs/{needId}',
    summary: 'Corrects what is said of a need; what was said before stays in the trail',
    admission: 'signed-in',
    deed: 'edit-need',
    params,
    body: z.strictObject(written),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [...actRefusals, 'diagnosis.need-incomplete', 'diagnosis.prioritiser-not-found'],
  },
  publishNeed: {
    ...onNeed,
    path: '/api/needs/{needId}/publication',
    summary: 'Makes a draft a need that everyone reads',
    refusals: [...deedRefusals, 'diagnosis.not-as-it-stands'],
  },
  meetNeed: {
    ...onNeed,
    path: '/api/needs/{needId}/attention',
    summary: 'Says that a need was met, since when and how one knows',
    body: dated,
    refusals: [...actRefusals, 'diagnosis.need-incomplete'],
  },
  withdrawNeed: {
    ...onNeed,
    path: '/api/needs/{needId}/withdrawal',
    summary: 'Withdraws a need that is no longer a priority, with the reason',
    body: dated,
    refusals: [...actRefusals, 'diagnosis.need-incomplete'],
  },
  reopenNeed: {
    ...onNeed,
    path: '/api/needs/{needId}/reopening',
    summary: 'Says that a need that was met or withdrawn is one again',
    body: reasoned,
    refusals: actRefusals,
  },
  annulNeed: {
    ...onNeed,
    path: '/api/needs/{needId}/annulment',
    summary: 'Annuls a wrong entry; it stays readable with the reason',
    body: reasoned,
    refusals: actRefusals,
  },
  deleteNeed: {
    method: 'DELETE',
    path: '/api/needs/{needId}',
    summary: 'Deletes a wrong entry on which nothing depends',
    admission: 'signed-in',
    deed: 'edit-need',
    params,
    response: shape.done,
    versioned: true,
    refusals: [...deedRefusals, 'diagnosis.has-consequences'],
  },
  previewNeedMerge: {
    method: 'POST',
    path: '/api/need-merges/preview',
    summary: 'What merging two needs would fill in and what it leaves to decide',
    admission: 'signed-in',
    deed: 'edit-need',
    body: mergeBody,
    response: z.object({
      kept: titled,
      absorbed: titled,
      changed: z.array(lists.field).describe('What the kept one would say differently.'),
      conflicts: z.array(lists.part).describe('What both say: the kept one’s stands unless it is taken.'),
    }),
    refusals: mergeRefusals,
  },
  mergeNeeds: {
    method: 'POST',
    path: '/api/need-merges',
    summary: 'Merges two entries of one need; it can be undone',
    admission: 'signed-in',
    deed: 'edit-need',
    body: mergeBody,
    response: shape.idOnly,
    status: 201,
    refusals: mergeRefusals,
  },
  undoNeedMerge: {
    method: 'POST',
    path: '/api/need-merges/{mergeId}/undoing',
    summary: 'Takes a merge of two needs back, as long as nobody has built upon it',
    admission: 'signed-in',
    deed: 'edit-need',
    params: z.object({ mergeId: z.uuid() }),
    response: shape.done,
    refusals: [
      'shared.forbidden',
      'diagnosis.merge-not-found',
      'diagnosis.merge-undone',
      'diagnosis.merge-built-upon',
    ],
  },
});
