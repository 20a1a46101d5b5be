import { z } from 'zod';
import { axes } from '#domain/analysis/pivot.ts';
import { positions } from '#domain/analysis/compare-areas.ts';
import { verdicts } from '#domain/analysis/own-past.ts';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import * as figures from '../values/shapes.ts';
import * as looked from './shapes.ts';

const files = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const;

const change = z.object({
  verdict: z.enum(verdicts),
  latest: z.object({ period: z.string(), events: z.number() }),
  before: z.array(z.string()).describe('The periods that it is held against.'),
  expected: z.number().describe('The events that there would be if all went on as before.'),
  usual: looked.interval.describe('Between how many chance alone brings, 95 times of 100.'),
  probability: z.number().describe('How often chance alone brings a difference as large.'),
});

const pooled = z.object({
  from: z.string(),
  to: z.string(),
  periods: z.number(),
  events: z.number(),
  persons: z.number(),
  value: z.number(),
  interval: looked.interval,
  isEnough: z.boolean(),
});

const compared = looked.figure.extend({
  territory: shape.place,
  expected: z.number().nullable().describe('Events that it would have at the rate of the whole.'),
  position: z
    .enum(positions)
    .nullable()
    .describe('Its class in the funnel; null where it is not to be classed. Within a class nobody is first.'),
  step: z.number().int().min(1).max(5).nullable().describe('Its class by value, where chance says nothing.'),
  smoothed: z
    .object({ value: z.number(), lower: z.number().nullable(), upper: z.number().nullable() })
    .nullable()
    .describe('Its rate drawn to that of all; only where at least 5 events stand behind it.'),
  local: z
    .object({ value: z.number(), basis: z.enum(['neighbourhood', 'all-areas', 'no-events']) })
    .nullable()
    .describe(
      'Its rate drawn to that of its neighbours (Marshall, local); an island falls back on all areas.',
    ),
  exceedance: z
    .number()
    .nullable()
    .describe('How likely its true rate is a fifth above that of the whole; from 0.8 on: look closer.'),
});

const funnelPoint = z.object({
  persons: z.number(),
  alarmLower: z.number(),
  alertLower: z.number(),
  alertUpper: z.number(),
  alarmUpper: z.number(),
});

/** What an own past is asked by. */
export const trendQuery = {
  ...looked.asked,
  territory: shape.territoryReference,
  ...looked.span,
  period: figures.periodKind.optional().describe('Else years.'),
};

/** What a comparison is asked by. */
export const comparisonQuery = {
  ...looked.asked,
  within: shape.territoryReference,
  level: z.string().max(40).optional().describe('Else the next below.'),
  period: figures.periodKind.optional().describe('Else years.'),
  ...looked.span,
};

/** Looking at figures: one territory's own past, territories beside the whole, any table of them. */
export const lookingOperations = defineOperations('analysis', {
  getTrend: {
    method: 'GET',
    path: '/api/trends',
    summary:
      'An indicator in one territory through time, with intervals, and whether the latest differs from its own past',
    admission: 'anyone',
    query: z.object(trendQuery),
    response: z.object({
      ...looked.beside,
      territory: shape.place,
      points: z.array(
        looked.figure.extend({
          period: z.string(),
          isOpen: z.boolean().describe('It has not ended: less was counted than will be.'),
        }),
      ),
      change: change.nullable(),
      pooled: pooled
        .nullable()
        .describe('Of a rate: the shortest window, back from the latest, that is enough.'),
    }),
    refusals: [...looked.askedRefusals],
  },
  compareTerritories: {
    method: 'GET',
    path: '/api/comparisons',
    summary:
      'Territories of a level beside the whole that they lie in: classes, intervals and a funnel, never a rank',
    admission: 'anyone',
    query: z.object({ ...comparisonQuery, format: z.enum(['json', 'csv', 'xlsx']).default('json') }),
    response: z.object({
      ...looked.beside,
      within: shape.place,
      level: z.number(),
      from: z.string().nullable().describe('The first period counted; null where there are no figures.'),
      to: z.string().nullable(),
      rateOf: z
        .string()
        .nullable()
        .describe('The count that was asked for, where its rate is compared instead.'),
      whole: looked.figure.nullable(),
      areas: z.array(compared).describe('In the order of their numbers.'),
      classes: z.array(z.object({ step: z.number(), from: z.number(), to: z.number() })),
      dispersion: z
        .object({ phi: z.number(), isExcessive: z.boolean(), isWidened: z.boolean() })
        .nullable()
        .describe(
          'How much more the territories differ than chance explains; up to 4 the lines are widened by it.',
        ),
      smoothing: z.enum(['gamma-poisson', 'marshall']).nullable(),
      bordering: z
        .object({ isApproximate: z.boolean() })
        .nullable()
        .describe('By which boundaries neighbours are known; null where none were smoothed by them.'),
      funnel: z.array(funnelPoint),
    }),
    orFile: files,
    refusals: [...looked.askedRefusals],
  },
  exploreFigures: {
    method: 'GET',
    path: '/api/explorations',
    summary:
      'A table of any indicators by territory, period and group, laid out as asked, with intervals and sources',
    admission: 'anyone',
    query: z.object({
      indicators: z.string().min(1).max(200).describe('Codes, with commas: "HOM,SES-1". Up to 5.'),
      within: shape.territoryReference,
      level: z.string().max(40).optional(),
      ...looked.span,
      period: figures.periodKind.optional(),
      by: z.string().max(200).optional().describe('Dimensions, with commas: "sex,age".'),
      across: z.enum(axes).default('period').describe('What stands across; all else stands down.'),
      format: z.enum(['json', 'csv', 'xlsx']).default('json'),
    }),
    response: z.object({
      within: shape.place,
      level: z.number(),
      told: z.array(z.object(looked.beside)),
      by: z.array(z.enum(axes)),
      across: z.enum(axes),
      columns: z.array(z.object({ key: z.string(), title: z.string() })),
      rows: z.array(
        z.object({
          key: z.string(),
          heads: z.array(z.object({ axis: z.enum(axes), key: z.string(), title: z.string() })),
          cells: z.array(looked.figure.nullable()),
        }),
      ),
      count: z.number(),
    }),
    orFile: files,
    refusals: [...looked.askedRefusals, 'analysis.too-many-cells', 'analysis.too-many-indicators'],
  },
});
