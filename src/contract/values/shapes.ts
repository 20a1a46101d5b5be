import { z } from 'zod';
import { periodKinds } from '#domain/indicators/period.ts';
import { figureStates } from '#domain/values/figure.ts';
import { intervalMethods } from '#domain/values/uncertainty.ts';
import { audiences } from '#domain/values/protection.ts';
import * as shape from '../actors/shapes.ts';

export const periodKind = z.enum(periodKinds);
export const figureState = z.enum(figureStates);
export const audience = z.enum(audiences);
export const indicatorCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)
  .transform((code) => code.toUpperCase());
export const seriesId = z.coerce.number().int().min(1).max(2_147_483_647);
export const dimension = z.string().regex(/^[a-z][a-z0-9-]{1,29}$/);

/** What a source says of an indicator, as a line of a list. */
export const seriesShown = z.object({
  id: z.string(),
  title: z.string(),
  source: shape.source,
  countingUnit: z.string().nullable(),
  periodKind,
  level: z.number(),
  levelTitle: z.string().nullable().describe('What territories of this level are called there.'),
  grain: z.array(z.string()),
  adds: z.boolean(),
  rank: z.number(),
  audience: z.enum(['public', 'network', 'territory']),
  isPublished: z.boolean().describe('Officially public just as it is told: shown as published.'),
  note: z.string().nullable(),
  example: z.boolean(),
});

export const crossing = z.object({
  key: z.string().describe('"age=15-17&sex=f"; empty for the whole.'),
  parts: z.record(z.string(), z.string()),
});

export const interval = z.object({ lower: z.number(), upper: z.number() });

/** How a figure's interval was found. */
export const intervalMethod = z
  .enum(intervalMethods)
  .nullable()
  .describe(
    '"poisson" exactly from the count; "taylor" from the design of a sample; "published" by the source.',
  );

/** How much of a sum was told. */
export const reporting = z
  .object({
    territories: z.number().describe('Territories that told something.'),
    territoriesOf: z.number(),
    reports: z.number().describe('Figures that were told: one for each territory and period of the source.'),
    reportsOf: z.number().describe('Figures that were due by today.'),
  })
  .nullable()
  .describe('Of a sum over places or time; null of a figure as it was told, or not shown.');

export const cell = z.object({
  territory: z.string(),
  period: z.string().describe('2024, 2024-S1, 2024-Q3, 2024-07, 2024-W05 or 2024-07-15.'),
  crossing: z.string(),
  value: z.number().nullable(),
  state: figureState.describe(
    'Zero is a value; "protected" is known but too small to be shown to this reader.',
  ),
  heldAt: z
    .string()
    .nullable()
    .describe('The wider territory whose figure this is: it is never apportioned.'),
  reported: z.number().describe('How many reported cells were added up.'),
  withheld: z.number().describe('How many parts the source suppressed: then the sum is a least.'),
  reporting,
  interval: interval
    .nullable()
    .describe('95 %. Null where counting says nothing of chance, or the source publishes none.'),
  method: intervalMethod,
  answers: z.number().nullable().describe('Of an estimate: how many answers stand behind it.'),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
});

export const measured = z.object({
  code: z.string(),
  title: z.string(),
  unit: z.string(),
  decimals: z.number(),
  composition: z.string(),
  direction: z.string(),
  multiplier: z.number(),
  countsPeople: z.boolean(),
});

export const lineBreak = z.object({
  from: shape.place,
  to: shape.place,
  on: z.string().nullable(),
  kind: z.string(),
});

/** Where and when a source declares that it told everything. */
export const coverage = z.object({
  id: z.uuid(),
  territory: shape.place,
  from: z.string(),
  to: z.string(),
  note: z.string().nullable(),
});

/** Figures that came together. */
export const batch = z.object({
  number: z.string(),
  kind: z.enum(['pack', 'import', 'report', 'entry']),
  cutoffOn: z.string().nullable(),
  status: z.enum(['provisional', 'final']),
  reason: z.string().nullable(),
  madeAt: z.string(),
  by: z.string().nullable().describe('Who, for those who keep figures there.'),
  revokedAt: z.string().nullable(),
  crosswalks: z
    .array(z.object({ id: z.uuid(), title: z.string(), number: z.number() }))
    .describe('By which versions of which names of offences it was read.'),
});

/** A series in a list, with the indicator, the place, and how fresh it is. */
export const seriesLine = seriesShown.extend({
  indicator: z.object({ code: z.string(), title: z.string() }),
  territory: shape.place,
  standing: z.enum(['current', 'retired']),
  cutoffOn: z.string().nullable(),
  isProvisional: z.boolean(),
  writtenAt: z.string().nullable(),
});
