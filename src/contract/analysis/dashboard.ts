import { z } from 'zod';
import { mostBlocks } from '#domain/analysis/dashboard.ts';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import * as figures from '../values/shapes.ts';

const territory = shape.territoryReference;

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('view'), view: z.uuid() }),
  z.strictObject({ kind: z.literal('figure'), indicator: figures.indicatorCode, territory }),
  z.strictObject({ kind: z.literal('compliance'), territory }),
  z.strictObject({ kind: z.literal('reports'), territory }),
]);
const blocks = z.array(block).max(mostBlocks);

/** What somebody wants to see first, in their order. */
export const dashboardOperations = defineOperations('analysis', {
  getDashboard: {
    method: 'GET',
    path: '/api/dashboard',
    summary: 'My dashboard: what I put there, or else that of my role',
    admission: 'signed-in',
    response: z.object({
      blocks,
      ofRole: blocks.describe('What stands there for whoever changed nothing.'),
      isOwn: z.boolean(),
      version: z.number(),
    }),
    refusals: [],
  },
  saveDashboard: {
    method: 'PUT',
    path: '/api/dashboard',
    summary: 'Puts blocks on my dashboard, in this order',
    admission: 'signed-in',
    versioned: true,
    body: z.strictObject({ blocks }),
    response: z.object({ version: z.number() }),
    refusals: ['shared.stale'],
  },
});
