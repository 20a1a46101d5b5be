import { z } from 'zod';
import { ecologicalLevels } from '#domain/diagnosis/vocabulary.ts';
import {
  elementKinds,
  indicatorDirections,
  inspireStrategies,
  preventionLevels,
  preventionTypes,
} from '#domain/strategy/vocabulary.ts';

const day = z.iso.date();
const indicator = z.strictObject({
  title: z.string(),
  unit: z.string(),
  direction: z.enum(indicatorDirections),
  source: z.string().nullable(),
  baselineValue: z.number().nullable(),
  baselineYear: z.number().nullable(),
  targets: z.array(z.strictObject({ year: z.number(), value: z.number() })),
});
const words = {
  code: z.string().nullable(),
  title: z.string(),
  description: z.string().nullable(),
  preventionLevel: z.enum(preventionLevels).nullable(),
  preventionTypes: z.array(z.enum(preventionTypes)),
  inspire: z.array(z.enum(inspireStrategies)),
  ecologicalLevels: z.array(z.enum(ecologicalLevels)),
  lead: z.array(z.string()),
  support: z.array(z.string()),
  indicators: z.array(indicator),
};
const said = z.strictObject({
  key: z.string(),
  ...words,
  preventionLevel: words.preventionLevel.default(null),
  preventionTypes: words.preventionTypes.default([]),
  inspire: words.inspire.default([]),
  ecologicalLevels: words.ecologicalLevels.default([]),
  support: words.support.default([]),
  /** The versions that have it; otherwise every one. */
  versions: z.array(z.number()).optional(),
  /** What the first version said instead. */
  was: z.strictObject(words).partial().optional(),
});

export type ExampleElement = z.output<typeof said> & { readonly elements: readonly ExampleElement[] };

const element: z.ZodType<ExampleElement> = said.extend({
  get elements() {
    return z.array(element).default([]);
  },
});

const strategy = z.strictObject({
  key: z.string(),
  title: z.string(),
  organisation: z.string(),
  adoptingAct: z.string().nullable(),
  adoptingActOn: day.nullable(),
  periodFrom: day,
  periodTo: day,
  source: z.string(),
  levels: z.array(z.strictObject({ es: z.string(), en: z.string(), kind: z.enum(elementKinds) })),
  versions: z.array(
    z.strictObject({
      number: z.number(),
      approvingBody: z.string().nullable(),
      approvingAct: z.string().nullable(),
      approvedOn: day.nullable(),
      validFrom: day,
      validTo: day.nullable(),
    }),
  ),
  elements: z.array(element),
});

export type ExampleStrategy = z.output<typeof strategy>;

/** Reads `packs/<country>/example/strategy.json`; a file that is absent has none. */
export function readExampleStrategies(text: string): readonly ExampleStrategy[] {
  if (text.trim() === '') return [];
  return z.strictObject({ strategies: z.array(strategy) }).parse(JSON.parse(text)).strategies;
}
