import { z } from 'zod';
import { isDay } from '#domain/shared/dates.ts';
import { isNumberBase } from './numbering.ts';

const bilingual = z.object({ es: z.string().min(1), en: z.string().min(1) });

const changeover = z.object({
  levels: z.array(z.enum(['national', 'regional', 'municipal', 'local'])).min(1),
  first: z.string().refine(isDay, 'territories.manifest-changeover'),
  everyYears: z.int().min(1).max(12),
  verified: z.boolean(),
});

const pattern = z.string().refine(isPattern, 'territories.manifest-pattern');

const kind = z
  .object({
    kind: z.string().regex(/^[a-z][a-z-]*$/),
    level: z.int().min(0).max(6),
    name: bilingual,
    plural: bilingual,
    codeDigits: z.int().min(1).max(20).nullable(),
    codePattern: pattern.nullable(),
  })
  .refine((one) => one.level === 0 || one.codePattern !== null, 'territories.manifest-code-pattern');

/** What a manifest.json must be. */
export const manifestSchema = z.object({
  code: z.string().regex(/^[A-Z]{2}$/),
  name: bilingual,
  packVersion: z.string().regex(/^\d+(\.\d+)*$/),
  numberBase: z.int().refine(isNumberBase, 'territories.manifest-number-base'),
  currency: z.string().regex(/^[A-Z]{3}$/),
  locale: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/),
  timeZone: z.string().min(1),
  paper: z.enum(['letter', 'a4']),
  phonePrefix: z
    .string()
    .regex(/^\+\d{1,4}$/)
    .nullable()
    .default(null),
  languages: z.array(z.string()).min(1),
  changeovers: z.array(changeover).default([]),
  mapFrame: z
    .object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() })
    .refine((frame) => frame.west < frame.east && frame.south < frame.north, 'territories.manifest-frame'),
  kinds: z
    .array(kind)
    .refine(
      (kinds) => kinds.filter((one) => one.level === 0).length === 1,
      'territories.manifest-country-kind',
    )
    .refine(hasEveryLevel, 'territories.manifest-levels'),
});

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
}

function hasEveryLevel(kinds: readonly { readonly level: number }[]): boolean {
  const levels = new Set(kinds.map((one) => one.level));
  return Array.from({ length: levels.size }, (_, level) => level).every((level) => levels.has(level));
}
