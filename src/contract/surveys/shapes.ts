import { z } from 'zod';
import { estimateKinds } from '#domain/surveys/survey.ts';
import * as shape from '../actors/shapes.ts';
import { indicatorCode } from '../values/shapes.ts';

const column = z.string().trim().min(1).max(100);
const answer = z.string().trim().max(100);
const optionalColumn = column.nullish().transform((value) => value ?? null);
const codes = z.record(answer, z.string().trim().min(1).max(60));

export const design = z.strictObject({
  weight: optionalColumn.describe('The column of weights; without it everybody weighs the same.'),
  stratum: optionalColumn,
  cluster: optionalColumn.describe('The column of the first unit drawn.'),
  only: z
    .array(z.strictObject({ column, value: answer }))
    .max(5)
    .readonly()
    .default([])
    .describe('Which rows are this survey’s, where the file holds several.'),
  territory: z
    .strictObject({ column, codes: codes.describe('Answer to reference of a territory.') })
    .nullish()
    .transform((value) => value ?? null),
  groups: z
    .array(z.strictObject({ column, dimension: z.string().min(2).max(30), codes }))
    .max(6)
    .readonly()
    .default([]),
});

export const question = z.strictObject({
  column,
  label: shape.line(300),
  indicator: indicatorCode.describe('An indicator that is an estimate of a survey.'),
  kind: z.enum(estimateKinds),
  counted: z
    .array(answer)
    .max(50)
    .readonly()
    .default([])
    .describe('Of a share: the answers that count as yes.'),
  valid: z
    .array(answer)
    .max(100)
    .readonly()
    .default([])
    .describe('The answers that count at all; empty: all.'),
});

export const written = {
  title: shape.title(200),
  publisher: shape.optionalText(200),
  address: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullish()
    .transform((value) => value ?? null),
  population: shape.title(300).describe('Who could be asked: people of 18 and over in the country.'),
  fieldworkFrom: shape.day,
  fieldworkTo: shape.day,
  answers: z
    .number()
    .int()
    .min(1)
    .max(10_000_000)
    .nullish()
    .transform((value) => value ?? null),
  note: shape.optionalText(2000),
  design,
  questions: z.array(question).max(60).readonly().default([]),
};

export const summary = z.object({
  id: z.uuid(),
  title: z.string(),
  territory: shape.place,
  source: shape.source,
  population: z.string(),
  fieldworkFrom: z.string(),
  fieldworkTo: z.string(),
  answers: z.number().nullable(),
  example: z.boolean(),
});

export const estimate = z.object({
  indicator: z.string(),
  title: z.string(),
  unit: z.string(),
  decimals: z.number(),
  territory: shape.place,
  group: z.string().describe('"sex=f"; empty for everybody.'),
  groupTitle: z.string().describe('The same as people say it.'),
  period: z.string(),
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  standardError: z.number().nullable(),
  answers: z.number().nullable(),
  hasInterval: z.boolean().describe('False: the source publishes none.'),
});

export const made = z.object({
  question: z.string(),
  indicator: z.string(),
  territory: z.string().nullable(),
  group: z.object({ dimension: z.string(), category: z.string() }).nullable(),
  value: z.number(),
  standardError: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  answers: z.number(),
});
