import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';

const category = z.object({
  code: z.string(),
  title: z.string(),
  titleEn: z.string(),
  isUnknown: z.boolean().describe('What the source did not say.'),
});

/** By what figures are broken down. */
export const dimensionOperations = defineOperations('indicators', {
  listDimensions: {
    method: 'GET',
    path: '/api/dimensions',
    summary: 'By what figures are broken down, with the categories of each',
    admission: 'anyone',
    response: z.object({
      items: z.array(
        z.object({
          code: z.string(),
          title: z.string(),
          titleEn: z.string(),
          categories: z.array(category),
        }),
      ),
      abilities: shape.abilities,
    }),
    refusals: [],
  },
  addDimensionCategory: {
    method: 'POST',
    path: '/api/dimensions/{dimension}/categories',
    summary: 'Adds a category to a dimension',
    admission: 'signed-in',
    deed: 'edit-indicator',
    params: z.object({ dimension: z.string().max(30) }),
    body: z.strictObject({
      code: z.string().regex(/^[a-z0-9][a-z0-9+-]{0,29}$/, 'indicators.not-a-category-code'),
      title: z.string().trim().min(1).max(200),
      titleEn: z.string().trim().min(1).max(200),
    }),
    response: z.object({ dimension: z.string(), code: z.string() }),
    status: 201,
    refusals: ['shared.forbidden', 'indicators.dimension-not-found', 'indicators.category-taken'],
  },
});
