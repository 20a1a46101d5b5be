import { z } from 'zod';
import { storedStates } from '#domain/values/figure.ts';
import { defineOperations } from '../operation.ts';
import { sourceGiven } from '../territory-shapes.ts';
import * as shape from '../actors/shapes.ts';
import * as figures from './shapes.ts';

const params = z.object({ series: figures.seriesId });
const numbered = z.object({ id: z.string(), version: z.number() });
const editRefusals = ['shared.forbidden', 'shared.stale', 'values.series-not-found'];

/** What may be said anew of a series; its level, period and groups never change: another source of them is another series. */
const described = {
  title: shape.title(300),
  titleEn: shape.optionalText(300),
  countingUnit: shape.optionalText(60),
  rank: z.number().int().min(1).max(99).default(1).describe('The lowest is shown first.'),
  audience: figures.seriesShown.shape.audience.default('public'),
  isPublished: z.boolean().default(false),
  note: shape.optionalText(2000),
};

export const seriesOperations = defineOperations('values', {
  listSeries: {
    method: 'GET',
    path: '/api/series',
    summary: 'The sources of figures: what each says of which indicator, how finely, and how fresh it is',
    admission: 'anyone',
    query: z.object({
      indicator: figures.indicatorCode.optional(),
      territory: shape.territoryReference.optional(),
      retired: z.enum(['yes', 'no']).default('no'),
      after: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: shape.page(figures.seriesLine).extend({ abilities: shape.abilities }),
    refusals: ['actors.territory-not-found', 'values.indicator-not-found'],
  },
  getSeries: {
    method: 'GET',
    path: '/api/series/{series}',
    summary: 'One source of figures of an indicator, with where and when it declares that it is whole',
    admission: 'anyone',
    params,
    response: figures.seriesLine.extend({
      version: z.number(),
      titleEn: z.string().nullable(),
      coverage: z.array(figures.coverage),
      batches: z
        .array(figures.batch)
        .describe('What came together, newest first; for those who keep figures there.'),
      abilities: shape.abilities,
    }),
    refusals: ['values.series-not-found'],
  },
  createSeries: {
    method: 'POST',
    path: '/api/series',
    summary: 'Begins a series: what one source says of one indicator at one level, period and breakdown',
    admission: 'signed-in',
    deed: 'edit-indicator',
    body: z.strictObject({
      indicator: figures.indicatorCode,
      territory: shape.territoryReference.describe('What it is about: it and all below.'),
      organisationId: shape.optionalId,
      source: sourceGiven,
      periodKind: figures.periodKind,
      level: z.number().int().min(0).max(6),
      grain: z.array(figures.dimension).max(6).default([]),
      ...described,
    }),
    response: numbered,
    status: 201,
    refusals: [
      'shared.forbidden',
      'actors.territory-not-found',
      'values.indicator-not-found',
      'values.series-exists',
      'territories.source-not-found',
      'values.dimension-not-known',
      'values.level-not-known',
      'values.ratio-is-made',
    ],
  },
  updateSeries: {
    method: 'PUT',
    path: '/api/series/{series}',
    summary: 'Says anew what a series is called, whom it is for and which comes first',
    admission: 'signed-in',
    deed: 'edit-indicator',
    params,
    body: z.strictObject(described),
    response: numbered,
    versioned: true,
    refusals: editRefusals,
  },
  retireSeries: {
    method: 'POST',
    path: '/api/series/{series}/retirement',
    summary: 'Takes a series out of use; its figures stay and nothing is added',
    admission: 'signed-in',
    deed: 'edit-indicator',
    params,
    body: z.strictObject({ reason: shape.reason }),
    response: numbered,
    versioned: true,
    refusals: [...editRefusals, 'values.series-retired'],
  },
  declareCoverage: {
    method: 'POST',
    path: '/api/series/{series}/coverage',
    summary: 'Declares where and when the source told everything: there what is absent is zero',
    admission: 'signed-in',
    deed: 'edit-indicator',
    params,
    body: z.strictObject({
      territory: shape.territoryReference,
      from: z.string().max(20),
      to: z.string().max(20),
      note: shape.optionalText(500),
    }),
    response: shape.idOnly,
    status: 201,
    refusals: [
      'shared.forbidden',
      'values.series-not-found',
      'values.not-a-period',
      'values.outside-series',
      'actors.territory-not-found',
    ],
  },
  withdrawCoverage: {
    method: 'DELETE',
    path: '/api/series/{series}/coverage/{coverage}',
    summary: 'Takes a declaration back: what is absent there is not reported again',
    admission: 'signed-in',
    deed: 'edit-indicator',
    params: params.extend({ coverage: z.uuid() }),
    response: shape.done,
    refusals: ['shared.forbidden', 'values.series-not-found', 'values.coverage-not-found'],
  },
  enterValues: {
    method: 'POST',
    path: '/api/series/{series}/values',
    summary: 'Enters or corrects single figures with the reason; what stood before stays in the log',
    admission: 'signed-in',
    deed: 'review-figures',
    params,
    body: z.strictObject({
      reason: shape.reason,
      cutoffOn: shape.optionalDay.describe('The day up to which the source had counted.'),
      status: z.enum(['provisional', 'final']).default('final'),
      confirmText: shape.confirmText,
      values: z
        .array(
          z.strictObject({
            territory: shape.territoryReference,
            period: z.string().max(20),
            parts: z.record(z.string().max(30), z.string().max(30)).default({}),
            state: z.enum(storedStates).describe('Zero is a value and is said to be one.'),
            value: z.number().nullable().default(null),
          }),
        )
        .min(1)
        .max(2_000),
    }),
    response: z.object({ batchId: z.string(), written: z.number(), same: z.number() }),
    status: 201,
    refusals: [
      'shared.forbidden',
      'values.series-not-found',
      'values.series-retired',
      'values.wrong-values',
      'actors.personal-in-text',
    ],
  },
  revokeBatch: {
    method: 'POST',
    path: '/api/value-batches/{batch}/revocation',
    summary: 'Takes back all that came together; what somebody has changed since stays',
    admission: 'signed-in',
    deed: 'review-figures',
    params: z.object({ batch: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
    body: z.strictObject({ reason: shape.reason, confirmText: shape.confirmText }),
    response: z.object({ changed: z.number() }),
    refusals: [
      'shared.forbidden',
      'values.batch-not-found',
      'values.batch-revoked',
      'actors.personal-in-text',
    ],
  },
  shareValue: {
    method: 'POST',
    path: '/api/series/{series}/shares',
    summary: 'Says how those who paid for a result share it; it counts once',
    admission: 'signed-in',
    deed: 'review-figures',
    params,
    body: z.strictObject({
      territory: shape.territoryReference,
      period: z.string().max(20),
      parts: z.record(z.string().max(30), z.string().max(30)).default({}),
      shares: z.array(z.strictObject({ organisationId: z.uuid(), share: z.number().gt(0).max(1) })).max(30),
    }),
    response: shape.done,
    refusals: [
      'shared.forbidden',
      'values.series-not-found',
      'values.wrong-values',
      'values.shares-too-many',
      'actors.organisation-not-found',
    ],
  },
});
