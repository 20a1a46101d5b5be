import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from './shapes.ts';

const mergeKind = z.enum(['organisation', 'person']);
const mergeBody = z.strictObject({
  kind: mergeKind,
  keptId: z.uuid(),
  absorbedId: z.uuid(),
  take: z
    .array(z.string().max(40))
    .max(20)
    .default([])
    .describe('Fields whose value is taken from the absorbed one.'),
});

const mergePreview = z.object({
  kept: shape.named,
  absorbed: shape.named,
  moves: z.array(z.object({ table: z.string(), labels: z.array(z.string()) })),
  repeated: z.array(z.object({ table: z.string(), label: z.string() })),
  conflicts: z.array(
    z.object({
      code: z.enum(['two-values', 'terms-overlap', 'two-paths', 'two-accounts', 'account-absorbed']),
      blocks: z.boolean(),
      field: z.string().optional(),
      kept: z.string(),
      absorbed: z.string(),
    }),
  ),
});

const mergeRefusals = [
  'shared.forbidden',
  'actors.organisation-not-found',
  'actors.person-not-found',
  'actors.not-active',
  'actors.merge-self',
  'actors.merge-different-countries',
  'actors.merge-ancestor',
];

export const changeOperations = defineOperations('actors', {
  previewMerge: {
    method: 'POST',
    path: '/api/merges/preview',
    summary: 'What merging two entries of one organisation or person would move, drop and leave to decide',
    admission: 'signed-in',
    deed: 'merge',
    body: mergeBody,
    response: mergePreview,
    refusals: mergeRefusals,
  },
  merge: {
    method: 'POST',
    path: '/api/merges',
    summary: 'Merges two entries of one organisation or person; it can be undone',
    admission: 'signed-in',
    deed: 'merge',
    body: mergeBody,
    response: shape.idOnly,
    status: 201,
    refusals: [
      ...mergeRefusals,
      'actors.merge-terms-overlap',
      'actors.merge-two-paths',
      'actors.merge-two-accounts',
      'actors.merge-account-absorbed',
    ],
  },
  undoMerge: {
    method: 'POST',
    path: '/api/merges/{mergeId}/undoing',
    summary: 'Takes a merge back, as long as nobody has built upon it',
    admission: 'signed-in',
    deed: 'merge',
    params: z.object({ mergeId: z.uuid() }),
    response: shape.done,
    refusals: [
      'shared.forbidden',
      'actors.merge-not-found',
      'actors.merge-undone',
      'actors.merge-built-upon',
    ],
  },
  listMerges: {
    method: 'GET',
    path: '/api/merges',
    summary: 'What was merged, and whether it was undone',
    admission: 'signed-in',
    query: z.object({ kind: mergeKind.optional(), ...shape.pageQuery }),
    response: shape.page(
      z.object({
        id: z.uuid(),
        kind: mergeKind,
        kept: shape.named,
        absorbed: shape.named,
        doneAt: z.string(),
        undoneAt: z.string().nullable(),
      }),
    ),
    refusals: [],
  },
});
