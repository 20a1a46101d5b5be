import { z } from 'zod';
import { figureParts, indicatorCodes } from '#domain/compliance/indicators.ts';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { asked, code, indicator, indicatorSummary, params, worded, written } from './shapes.ts';

const codeAndVersion = z.object({ code: z.string(), version: z.number() });
const deedRefusals = ['shared.forbidden', 'shared.stale', 'indicators.not-found'];

/** What every change of an indicator has in common: it is done to the version that was seen. */
const onIndicator = {
  admission: 'signed-in',
  deed: 'edit-indicator',
  params,
  response: codeAndVersion,
  versioned: true,
} as const;

const counted = z.record(z.string(), z.number());
const share = { numerator: z.number(), denominator: z.number() };

export const indicatorOperations = defineOperations('indicators', {
  listIndicators: {
    method: 'GET',
    path: '/api/indicators',
    summary: 'What is measured, in the order of codes; drafts only for whoever may edit them',
    admission: 'anyone',
    query: z.object({ ...asked, ...shape.pageQuery }),
    response: shape.page(indicatorSummary).extend({
      count: z.number().describe('How many there are in all.'),
      counts: z
        .object({
          topic: counted,
          framework: counted,
          standing: counted,
          withFigures: z.number(),
        })
        .describe('How many each choice of a filter would show, the other filters being as they are.'),
      abilities: shape.abilities,
    }),
    refusals: ['actors.territory-not-found'],
  },
  getIndicator: {
    method: 'GET',
    path: '/api/indicators/{code}',
    summary: 'One indicator: what it measures, how it is counted, by whom, with what limits',
    admission: 'anyone',
    params,
    response: indicator,
    refusals: ['indicators.not-found'],
  },
  createIndicator: {
    method: 'POST',
    path: '/api/indicators',
    summary: 'Adds an indicator of a territory, or of every country, as a draft or for everyone',
    admission: 'signed-in',
    deed: 'edit-indicator',
    body: z.strictObject({
      code,
      territory: shape.territoryReference.nullish().describe('Whose it is; none: of every country.'),
      ...written,
      ...worded,
      isDraft: z.boolean().default(false),
    }),
    response: codeAndVersion,
    status: 201,
    refusals: [
      'shared.forbidden',
      'actors.territory-not-found',
      'actors.organisation-not-found',
      'indicators.incomplete',
      'indicators.code-taken',
    ],
  },
  updateIndicator: {
    ...onIndicator,
    method: 'PUT',
    path: '/api/indicators/{code}',
    summary: 'Corrects what is said of an indicator; what its figures mean stays once it has some',
    body: z.strictObject(written),
    refusals: [
      ...deedRefusals,
      'actors.organisation-not-found',
      'indicators.incomplete',
      'indicators.has-figures',
      'indicators.is-part',
      'indicators.not-as-it-stands',
    ],
  },
  redefineIndicator: {
    ...onIndicator,
    method: 'POST',
    path: '/api/indicators/{code}/definitions',
    summary: 'Words the definition anew, with the reason and from which day; former wordings stay',
    body: z.strictObject({ ...worded, reason: shape.reason, validFrom: shape.optionalDay }),
    refusals: [...deedRefusals, 'indicators.not-as-it-stands'],
  },
  publishIndicator: {
    ...onIndicator,
    method: 'POST',
    path: '/api/indicators/{code}/publication',
    summary: 'Makes a draft an indicator that everyone reads',
    refusals: [...deedRefusals, 'indicators.not-as-it-stands'],
  },
  retireIndicator: {
    ...onIndicator,
    method: 'POST',
    path: '/api/indicators/{code}/retirement',
    summary: 'Says that an indicator is not used any more; its figures stay',
    body: z.strictObject({ reason: shape.reason }),
    refusals: [...deedRefusals, 'indicators.not-as-it-stands', 'indicators.is-part'],
  },
  restoreIndicator: {
    ...onIndicator,
    method: 'POST',
    path: '/api/indicators/{code}/restoration',
    summary: 'Takes a retired indicator up again',
    refusals: [...deedRefusals, 'indicators.not-as-it-stands'],
  },
  deleteIndicator: {
    ...onIndicator,
    method: 'DELETE',
    path: '/api/indicators/{code}',
    summary: 'Deletes an indicator that nothing rests on',
    response: shape.done,
    refusals: [...deedRefusals, 'indicators.in-use'],
  },
  getComputedIndicator: {
    method: 'GET',
    path: '/api/indicators/{code}/computed',
    summary: 'The figure of an indicator that the system computes, as of now; nothing is stored',
    admission: 'anyone',
    params,
    query: z.object({
      territory: shape.territoryReference,
      period: z.string().max(20).optional().describe('2026, 2026-Q1, 2026-03 …; all that is due without it.'),
    }),
    response: z.object({
      code: z.string(),
      rule: z.enum(indicatorCodes),
      territory: shape.place,
      from: z.string().nullable(),
      to: z.string().nullable(),
      asOf: z.string(),
      figures: z.array(
        z.object({
          part: z.enum(figureParts),
          ...share,
          value: z
            .number()
            .nullable()
            .describe('In the unit of the indicator; null where nothing is to count.'),
          p90: z.number().nullable(),
          currency: z.string().nullable().describe('Of a figure by budget: what its amounts are in.'),
        }),
      ),
    }),
    refusals: [
      'indicators.not-found',
      'indicators.not-computed',
      'indicators.not-a-period',
      'actors.territory-not-found',
    ],
  },
});
