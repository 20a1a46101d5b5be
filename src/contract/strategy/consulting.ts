import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import * as own from './shapes.ts';

const remark = z.object({
  id: z.uuid(),
  element: z.object({ id: z.uuid(), title: z.string(), code: z.string().nullable() }).nullable(),
  organisation: shape.named.nullable(),
  body: z.string(),
  at: z.string(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  isOwn: z.boolean(),
  version: z.number(),
});

const compared = z.object({
  threadId: z.uuid(),
  outcome: own.lists.outcome,
  fields: z.array(own.lists.field).describe('In what it differs.'),
  before: own.element.nullable(),
  after: own.element.nullable(),
  placeBefore: z.array(z.string()).describe('The titles of what it stood under.'),
  placeAfter: z.array(z.string()),
});

export const strategyConsultingOperations = defineOperations('strategy', {
  listStrategyRemarks: {
    method: 'GET',
    path: '/api/strategy-versions/{versionId}/remarks',
    summary: 'What was remarked on a version in consultation, and what was answered',
    admission: 'signed-in',
    params: z.object({ versionId: z.uuid() }),
    response: z.object({
      items: z.array(remark),
      mayRemark: z.boolean(),
      abilities: shape.abilities,
    }),
    refusals: ['strategy.version-not-found'],
  },
  remarkOnStrategy: {
    method: 'POST',
    path: '/api/strategy-versions/{versionId}/remarks',
    summary: 'Leaves a remark on an element of a version in consultation, or on the whole',
    admission: 'signed-in',
    params: z.object({ versionId: z.uuid() }),
    body: z.strictObject({
      elementId: shape.optionalId,
      text: z.string().trim().min(3).max(4000),
      confirmText: shape.confirmText,
    }),
    response: shape.idAndVersion,
    status: 201,
    refusals: [
      'shared.forbidden',
      'actors.personal-in-text',
      'strategy.version-not-found',
      'strategy.element-not-found',
      'strategy.no-consultation',
    ],
  },
  answerStrategyRemark: {
    method: 'POST',
    path: '/api/strategy-remarks/{remarkId}/answer',
    summary: 'Answers a remark, for everybody who may read it',
    admission: 'signed-in',
    deed: 'edit-strategy',
    params: z.object({ remarkId: z.uuid() }),
    body: z.strictObject({ answer: z.string().trim().min(3).max(4000), confirmText: shape.confirmText }),
    response: shape.idAndVersion,
    versioned: true,
    refusals: ['shared.forbidden', 'shared.stale', 'actors.personal-in-text', 'strategy.remark-not-found'],
  },
  compareStrategyVersions: {
    method: 'GET',
    path: '/api/strategy-comparisons',
    summary: 'Two versions of a strategy side by side: each element kept, changed, new or ended',
    admission: 'anyone',
    query: z.object({ from: z.uuid(), to: z.uuid() }),
    response: z.object({
      strategy: z.object({ id: z.uuid(), title: z.string(), levels: z.array(own.levelName) }),
      from: own.versionSummary,
      to: own.versionSummary,
      counts: z.record(own.lists.outcome, z.number()),
      items: z.array(compared),
    }),
    refusals: ['strategy.version-not-found', 'strategy.other-strategy'],
  },
  listEndedAlignments: {
    method: 'GET',
    path: '/api/ended-alignments',
    summary: 'What is still aligned to a line that the version in force has no more',
    admission: 'anyone',
    query: z.object({
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
    }),
    response: z.object({
      items: z.array(
        own.aligned.extend({
          line: z.object({
            threadId: z.uuid(),
            code: z.string().nullable(),
            title: z.string(),
            strategyId: z.uuid(),
          }),
        }),
      ),
    }),
    refusals: [],
  },
});
