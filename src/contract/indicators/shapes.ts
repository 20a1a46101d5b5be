import { z } from 'zod';
import { indicatorCodePattern } from '#domain/indicators/codes.ts';
import { periodKinds } from '#domain/indicators/period.ts';
import {
  compositions,
  countingUnits,
  denominators,
  directions,
  indicatorStandings,
  targetKinds,
  topics,
} from '#domain/indicators/vocabulary.ts';
import { possibleIndicatorActs } from '#domain/indicators/indicator-standing.ts';
import * as shape from '../actors/shapes.ts';

/** Closed lists, as the API names them. */
export const lists = {
  topic: z.enum(topics),
  composition: z.enum(compositions),
  direction: z.enum(directions),
  countingUnit: z.enum(countingUnits),
  denominatorKind: z.enum(denominators),
  period: z.enum(periodKinds),
  standing: z.enum(indicatorStandings),
  targetKind: z.enum(targetKinds),
  act: z.enum(possibleIndicatorActs),
} as const;

export const code = z.string().regex(indicatorCodePattern, 'indicators.not-a-code');
export const params = z.object({ code });
const optionalCode = code.nullish().transform((value) => value ?? null);
const optionalNumber = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
const codes = z.array(z.string().trim().min(1).max(10)).max(20).default([]);

/** Which indicators are asked for. */
export const asked = {
  topic: lists.topic.optional(),
  framework: z.string().trim().max(60).optional().describe('ses, sdg, process, national, or another.'),
  country: z.string().length(2).optional().describe('Those of this country and those of every one.'),
  standing: lists.standing.default('current'),
  text: z.string().trim().max(200).optional(),
  territory: shape.territoryReference
    .optional()
    .describe('Where figures are looked for; anywhere without it.'),
  figures: z
    .enum(['told'])
    .optional()
    .describe('told: only those that somebody tells there, or the system computes.'),
};

/** What is said of an indicator besides its definition. */
export const written = {
  title: z.string().trim().min(3).max(300),
  titleEn: shape.optionalText(300),
  topic: lists.topic,
  composition: lists.composition,
  unit: z.string().trim().min(1).max(60),
  unitEn: shape.optionalText(60),
  decimals: z.number().int().min(0).max(6).default(0),
  direction: lists.direction,
  countsPeople: z
    .boolean()
    .describe('People or incidents: small numbers are protected. Never commitments, meetings or money.'),
  countingUnit: lists.countingUnit.nullish().transform((value) => value ?? null),
  numerator: optionalCode,
  denominatorKind: lists.denominatorKind.nullish().transform((value) => value ?? null),
  denominator: optionalCode,
  whole: optionalCode.describe('What it is part of: everything that it counts, that one counts too.'),
  multiplier: z.number().positive().max(10_000_000).default(1),
  finestPeriod: lists.period.default('year'),
  lowBound: optionalNumber,
  highBound: optionalNumber,
  framework: shape.optionalText(60),
  sdgCodes: codes,
  iccsCodes: codes,
  dimensions: z
    .array(z.strictObject({ dimension: z.string().max(30), isRequired: z.boolean().default(false) }))
    .max(20)
    .default([]),
  organisationId: shape.optionalId.describe('Who keeps it: its owner.'),
};

/** What one wording of a definition says. */
export const worded = {
  definition: z.string().trim().min(3).max(4000),
  definitionEn: shape.optionalText(4000),
  numeratorWords: shape.optionalText(1000),
  numeratorWordsEn: shape.optionalText(1000),
  denominatorWords: shape.optionalText(1000),
  denominatorWordsEn: shape.optionalText(1000),
  method: shape.optionalText(4000),
  methodEn: shape.optionalText(4000),
  limits: shape.optionalText(4000),
  limitsEn: shape.optionalText(4000),
};

export const indicatorSummary = z.object({
  code: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  topic: lists.topic,
  composition: lists.composition,
  unit: z.string(),
  unitEn: z.string().nullable(),
  direction: lists.direction,
  framework: z.string().nullable(),
  country: z.string().nullable().describe('Null: of every country.'),
  standing: lists.standing,
  countsPeople: z.boolean(),
  hasFigures: z
    .boolean()
    .describe('Whether some source tells it of the territory asked about, or the system computes it.'),
  example: z.boolean(),
});

/** A category of the international classification of crime (ICCS). */
export const namedIccs = z.object({
  code: z.string(),
  title: z.string().nullable(),
  titleEn: z.string().nullable(),
  within: z.string().nullable().describe('Of a code finer than are known here: the category that holds it.'),
  isVerified: z.boolean().describe('False: not yet read in the classification itself.'),
});

const titled = z.object({ code: z.string(), title: z.string(), titleEn: z.string().nullable() });

const definition = z.object({
  number: z.number(),
  definition: z.string(),
  definitionEn: z.string().nullable(),
  numeratorWords: z.string().nullable(),
  numeratorWordsEn: z.string().nullable(),
  denominatorWords: z.string().nullable(),
  denominatorWordsEn: z.string().nullable(),
  method: z.string().nullable(),
  methodEn: z.string().nullable(),
  limits: z.string().nullable(),
  limitsEn: z.string().nullable(),
  isVerified: z.boolean().describe('False: not yet read in the document of its source.'),
  reason: z.string().nullable(),
  validFrom: z.string().nullable(),
  writtenOn: z.string(),
});

export const source = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  address: z.string().nullable(),
  verified: z.boolean(),
});

const told = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  of: z.string().describe('The code of the indicator that it tells: of a ratio, that of its numerator.'),
  country: z.string(),
  territory: z.object({ reference: z.string(), name: z.string() }),
  source,
  countingUnit: z.string().nullable(),
  periodKind: lists.period,
  level: z.number(),
  grain: z.array(z.string()),
  note: z.string().nullable(),
  isPublished: z.boolean(),
  standing: z.enum(['current', 'retired']),
});

export const indicator = indicatorSummary.extend({
  decimals: z.number(),
  countingUnit: lists.countingUnit.nullable(),
  numerator: titled.nullable(),
  denominatorKind: lists.denominatorKind.nullable(),
  denominator: titled.nullable(),
  whole: titled.nullable().describe('What it is part of: both are protected together.'),
  parts: z.array(titled).describe('The indicators that are part of it.'),
  multiplier: z.number(),
  finestPeriod: lists.period,
  lowBound: z.number().nullable(),
  highBound: z.number().nullable(),
  rule: z.string().nullable(),
  standingReason: z.string().nullable(),
  sdgCodes: z.array(z.string()),
  iccsCodes: z.array(z.string()),
  iccs: z.array(namedIccs).describe('What its codes of the international classification of crime stand for.'),
  dimensions: z.array(
    z.object({
      dimension: z.string(),
      isRequired: z.boolean(),
      title: z.string(),
      titleEn: z.string(),
    }),
  ),
  definition,
  definitions: z.array(definition).describe('Every wording, newest first.'),
  source: source.nullable(),
  territory: shape.place.nullable(),
  organisation: shape.named.nullable(),
  partOf: z.array(titled).describe('The ratios that are made of it.'),
  series: z.array(told).describe('Who tells it: one series for each source, the first shown first.'),
  possible: z.array(lists.act),
  abilities: shape.abilities,
  version: z.number(),
});

export const target = z.object({
  id: z.uuid(),
  territory: shape.place,
  kind: lists.targetKind,
  year: z.number(),
  group: z.record(z.string(), z.string()).describe('Of whom: {"sex": "f"}; empty is everybody.'),
  value: z.number(),
  source: z.string().nullable(),
  note: z.string().nullable(),
  version: z.number(),
});
