import { z } from 'zod';
import * as shape from '../actors/shapes.ts';
import { defineOperations } from '../operation.ts';

const settled = z.object({
  key: z.string(),
  place: shape.place,
  since: z.string(),
  by: z.string().nullable(),
  abilities: shape.abilities,
});

/** What people settled about the places of files: how a file calls a territory. */
export const valuePlaceOperations = defineOperations('values', {
  listValuePlaces: {
    method: 'GET',
    path: '/api/value-places',
    summary: 'Names of places that people settled once, and the territory that each stands for',
    admission: 'signed-in',
    deed: 'import',
    query: z.object({ country: z.string().length(2), ...shape.pageQuery }),
    response: z.object({ items: z.array(settled), next: z.string().nullable() }),
    refusals: ['shared.forbidden'],
  },
  correctValuePlace: {
    method: 'POST',
    path: '/api/value-places',
    summary: 'Says that a name stands for another territory, or that it is to be asked again',
    description: 'What was imported stays as it is; the next file is read anew.',
    admission: 'signed-in',
    deed: 'import',
    body: z.strictObject({
      country: z.string().length(2),
      key: z.string().min(1).max(500),
      was: shape.territoryReference.describe('What it stood for when it was seen.'),
      territory: shape.territoryReference.nullable().describe('Null: whoever imports next is asked.'),
      reason: shape.reason,
    }),
    response: z.object({ key: z.string() }),
    refusals: ['shared.forbidden', 'shared.stale', 'actors.territory-not-found', 'values.place-not-settled'],
  },
});
