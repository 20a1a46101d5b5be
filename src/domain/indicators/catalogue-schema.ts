import { z } from 'zod';
import { indicatorCodePattern, isIccsCode } from './codes.ts';
import { periodKinds } from './period.ts';
import { compositions, countingUnits, directions, topics } from './vocabulary.ts';

const both = z.strictObject({ es: z.string().min(1), en: z.string().min(1) });
const code = z.string().regex(indicatorCodePattern);
const dimensionCode = z.string().regex(/^[a-z][a-z0-9-]{1,29}$/);

const indicator = z.strictObject({
  code,
  title: both,
  topic: z.enum(topics),
  composition: z.enum(compositions),
  unit: both,
  decimals: z.number().int().min(0).max(6).default(0),
  direction: z.enum(directions),
  countsPeople: z.boolean(),
  countingUnit: z.enum(countingUnits).nullable().default(null),
  numerator: code.nullable().default(null),
  /** Of a ratio: `population`, or the code of an indicator. */
  denominator: z
    .union([z.literal('population'), code])
    .nullable()
    .default(null),
  /** What holds it: everything that it counts, that one counts too. */
  whole: code.nullable().default(null),
  multiplier: z.number().positive().default(1),
  finestPeriod: z.enum(periodKinds).default('year'),
  lowBound: z.number().nullable().default(0),
  highBound: z.number().nullable().default(null),
  rule: z.string().nullable().default(null),
  framework: z.string().nullable().default(null),
  sdg: z.array(z.string()).default([]),
  iccs: z.array(z.string()).default([]),
  dimensions: z.array(dimensionCode).default([]),
  definition: both,
  numeratorWords: both.nullable().default(null),
  denominatorWords: both.nullable().default(null),
  method: both.nullable().default(null),
  limits: both.nullable().default(null),
  /** Whether what is said was read in the source; otherwise it is shown as "sin verificar". */
  verified: z.boolean(),
  source: z.string().nullable().default(null),
});

/** A file of indicators: `packs/indicators/*.json` for every country, `packs/<country>/indicators.json` for one. */
export const catalogueSchema = z.strictObject({ indicators: z.array(indicator) });

/** The dimensions by which figures are broken down, with their categories: `packs/indicators/dimensions.json`. */
export const dimensionsSchema = z.strictObject({
  dimensions: z.array(
    z.strictObject({
      code: dimensionCode,
      title: both,
      categories: z.array(
        z.strictObject({
          code: z.string().regex(/^[a-z0-9][a-z0-9+-]{0,29}$/),
          title: both,
          isUnknown: z.boolean().default(false),
        }),
      ),
    }),
  ),
});

/** The international classification of crime, as far as it is known here: `packs/indicators/iccs.json`. */
export const catalogueIccsSchema = z.strictObject({
  iccs: z.array(
    z.strictObject({
      code: z.string().refine(isIccsCode),
      title: both,
      /** Whether the code and what it stands for were read in the classification, or in a list of another body that follows it. */
      verified: z.boolean(),
    }),
  ),
});

/** Where the indicators of every country come from: `packs/indicators/sources.json`. */
export const catalogueSourcesSchema = z.strictObject({
  sources: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
      title: z.string().min(3),
      publisher: z.string().nullable(),
      address: z.url().nullable(),
      published: z.string().nullable(),
      licence: z.string().nullable(),
      verified: z.boolean(),
      note: z.string().nullable(),
    }),
  ),
});

export type CatalogueIndicator = z.output<typeof indicator>;
export type CatalogueDimension = z.output<typeof dimensionsSchema>['dimensions'][number];
export type CatalogueIccs = z.output<typeof catalogueIccsSchema>['iccs'][number];
export type CatalogueSource = z.output<typeof catalogueSourcesSchema>['sources'][number];
