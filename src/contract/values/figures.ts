import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import * as figures from './shapes.ts';

const csv = ['text/csv'] as const;

/** The kinds of file in which figures leave. */
export const figureFileFormats = [
  'csv',
  'xlsx',
  'dhis2-json',
  'dhis2-csv',
  'dhis2-xml',
  'adx',
  'dhis2-metadata',
] as const;

/** What a figure question is made of, in an address. */
export const questionQuery = {
  indicator: figures.indicatorCode,
  level: z
    .string()
    .max(40)
    .optional()
    .describe('A level, 0 the country, or a kind of territory; else that of the territory asked for.'),
  from: z.string().max(20).describe('A day or a period: its first day counts.'),
  to: z.string().max(20).describe('A day or a period: its last day counts.'),
  within: shape.territoryReference.optional(),
  territory: shape.territoryReference.optional().describe('One territory alone.'),
  by: z.string().max(200).optional().describe('Dimensions, with commas: "sex,age".'),
  period: figures.periodKind.optional().describe('Else as the source tells it.'),
  series: figures.seriesId.optional().describe('One source; else the first that can answer.'),
};

export const figureOperations = defineOperations('values', {
  listValues: {
    method: 'GET',
    path: '/api/values',
    summary: 'Figures of an indicator by territory, period and group, with small numbers of people protected',
    admission: 'anyone',
    query: z.object({
      ...questionQuery,
      format: z.enum(['json', 'csv']).default('json'),
      after: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(20_000).default(5_000),
    }),
    response: z.object({
      indicator: figures.measured,
      series: figures.seriesShown.nullable().describe('Null where no source answers this.'),
      others: z.array(figures.seriesShown),
      level: z.number(),
      period: figures.periodKind,
      audience: figures.audience,
      territories: z.array(shape.place),
      crossings: z.array(figures.crossing),
      items: z.array(figures.cell),
      breaks: z.array(figures.lineBreak),
      notes: z.array(z.string()).describe('What has to be said beside these figures.'),
      count: z.number(),
      next: z.string().nullable(),
    }),
    orFile: csv,
    refusals: [
      'values.indicator-not-found',
      'values.series-not-found',
      'values.not-a-period',
      'values.not-a-level',
      'values.too-much',
      'actors.territory-not-found',
    ],
  },
  exportValues: {
    method: 'GET',
    path: '/api/values/export',
    summary: 'Figures of an indicator as a file: all that its first source tells, or what is asked for',
    admission: 'anyone',
    query: z.object({
      ...questionQuery,
      from: questionQuery.from.optional(),
      to: questionQuery.to.optional(),
      format: z
        .enum(figureFileFormats)
        .default('xlsx')
        .describe(
          'dhis2-… and adx: for other systems, only what is a number; dhis2-metadata: what they must know first.',
        ),
    }),
    response: z.unknown(),
    file: [
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/json',
      'application/xml',
      'application/adx+xml',
    ],
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
