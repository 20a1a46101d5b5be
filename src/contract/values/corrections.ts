import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import * as figures from './shapes.ts';
import { questionQuery } from './figures.ts';

const said = z.object({ value: z.number().nullable(), state: figures.figureState });

const correction = z.object({
  id: z.string(),
  indicator: z.object({ code: z.string(), title: z.string(), unit: z.string() }),
  series: z.object({ id: z.string(), title: z.string(), source: shape.source }),
  territory: shape.place,
  period: z.string(),
  crossing: z.string(),
  group: z.string().describe('The crossing in words; empty for everybody.'),
  before: said,
  after: said.nullable().describe('Null: taken away.'),
  on: z.string().describe('The moment.'),
  reason: z.string().nullable(),
  takenBackWith: z
    .enum(['pack', 'import', 'report', 'entry'])
    .nullable()
    .describe('It went with all that it came with: a report that was returned, an import that was undone.'),
});

const differing = z.enum([
  'same',
  'first-higher',
  'second-higher',
  'only-first',
  'only-second',
  'neither',
  'hidden',
]);

export const correctionOperations = defineOperations('values', {
  listCorrections: {
    method: 'GET',
    path: '/api/value-corrections',
    summary: 'The log of corrections: which figure was what before, newest first',
    admission: 'anyone',
    query: z.object({
      indicator: figures.indicatorCode.optional(),
      territory: shape.territoryReference.optional(),
      after: z
        .string()
        .regex(/^\d{1,18}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: shape.page(correction),
    refusals: ['actors.territory-not-found', 'values.indicator-not-found'],
  },
  getCellHistory: {
    method: 'GET',
    path: '/api/series/{series}/history',
    summary:
      'Everything that one figure has been, from where it came, and how those who paid for it share it',
    admission: 'anyone',
    params: z.object({ series: figures.seriesId }),
    query: z.object({
      territory: shape.territoryReference,
      period: z.string().max(20),
      crossing: z.string().max(300).default(''),
    }),
    response: z.object({
      current: said.extend({ batch: figures.batch.nullable() }),
      former: z.array(said.extend({ batch: figures.batch.nullable(), until: z.string() })),
      shares: z.array(z.object({ organisation: shape.named, share: z.number() })),
      abilities: shape.abilities,
    }),
    refusals: ['values.series-not-found', 'actors.territory-not-found', 'values.not-a-period'],
  },
  compareSources: {
    method: 'GET',
    path: '/api/values/comparison',
    summary: 'What two sources say of one indicator, side by side, with the difference in words',
    admission: 'anyone',
    query: z.object({
      indicator: questionQuery.indicator,
      first: figures.seriesId,
      second: figures.seriesId,
      level: questionQuery.level,
      within: questionQuery.within,
      territory: questionQuery.territory,
      period: questionQuery.period,
      from: questionQuery.from,
      to: questionQuery.to,
    }),
    response: z.object({
      indicator: figures.measured,
      first: figures.seriesShown,
      second: figures.seriesShown,
      period: figures.periodKind,
      why: z.array(z.string()).describe('What is not alike in how they count.'),
      rows: z.array(
        z.object({
          territory: shape.place,
          period: z.string(),
          first: said,
          second: said,
          differing,
          difference: z.number().nullable(),
          percent: z.number().nullable().describe('Of the lower of the two.'),
        }),
      ),
      notes: z.array(z.string()),
    }),
    refusals: [
      'values.indicator-not-found',
      'values.series-not-found',
      'values.not-a-period',
      'values.not-a-level',
      'values.too-much',
      'actors.territory-not-found',
    ],
  },
});
