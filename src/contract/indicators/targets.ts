import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { code, lists, params, target } from './shapes.ts';

const said = {
  value: z.number(),
  source: shape.optionalText(300).describe('Where a baseline is from, or who decided a target.'),
  note: shape.optionalText(1000),
};
const onTarget = { admission: 'signed-in', deed: 'edit-indicator', versioned: true } as const;
const targetParams = z.object({ targetId: z.uuid() });
const deedRefusals = ['shared.forbidden', 'shared.stale', 'indicators.target-not-found'];

/** Baselines and targets: what is aimed at, by territory and year. */
export const targetOperations = defineOperations('indicators', {
  listTargets: {
    method: 'GET',
    path: '/api/indicator-targets',
    summary: 'Baselines and targets of an indicator or a territory, by year',
    admission: 'anyone',
    query: z.object({
      indicator: code.optional(),
      territory: shape.territoryReference.optional(),
      below: z
        .enum(['yes', 'no'])
        .default('no')
        .describe('Whether those of the territories below count too.'),
      ...shape.pageQuery,
    }),
    response: shape
      .page(
        target.extend({
          indicator: z.object({ code: z.string(), title: z.string(), titleEn: z.string().nullable() }),
        }),
      )
      .extend({ abilities: shape.abilities }),
    refusals: ['actors.territory-not-found', 'indicators.not-found'],
  },
  setTarget: {
    method: 'POST',
    path: '/api/indicators/{code}/targets',
    summary: 'Sets a baseline or a target of an indicator for a territory and a year',
    admission: 'signed-in',
    deed: 'edit-indicator',
    params,
    body: z.strictObject({
      territory: shape.territoryReference,
      kind: lists.targetKind,
      year: z.number().int().min(1900).max(2200),
      group: z.record(z.string().max(30), z.string().max(30)).default({}),
      ...said,
    }),
    response: shape.idAndVersion,
    status: 201,
    refusals: [
      'shared.forbidden',
      'actors.territory-not-found',
      'indicators.not-found',
      'indicators.not-as-it-stands',
      'indicators.target-incomplete',
      'indicators.target-taken',
      'indicators.category-not-found',
    ],
  },
  correctTarget: {
    ...onTarget,
    method: 'PUT',
    path: '/api/indicator-targets/{targetId}',
    summary: 'Corrects the figure of a baseline or target, its source or its note',
    params: targetParams,
    body: z.strictObject(said),
    response: shape.idAndVersion,
    refusals: [...deedRefusals, 'indicators.target-incomplete'],
  },
  removeTarget: {
    ...onTarget,
    method: 'DELETE',
    path: '/api/indicator-targets/{targetId}',
    summary: 'Takes a baseline or target away; the trail keeps what it said',
    params: targetParams,
    response: shape.done,
    refusals: deedRefusals,
  },
});
