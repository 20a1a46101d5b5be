import { z } from 'zod';
import { itemKinds, ruleKinds } from './form.ts';

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const text = (most: number) => z.string().trim().min(1).max(most);
const optional = (most: number) => text(most).nullable().default(null);
const bound = z.number().nullable().default(null);

const item = z.strictObject({
  key,
  kind: z.enum(itemKinds),
  indicator: z.string().max(40).nullable().default(null),
  label: text(300),
  help: optional(600),
  unit: optional(60),
  decimals: z.number().int().min(0).max(6).default(0),
  required: z.boolean().default(false),
  low: bound,
  high: bound,
  least: bound,
  most: bound,
  choices: z
    .array(z.strictObject({ key, label: text(200) }))
    .max(40)
    .default([]),
  formula: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('ratio'),
        numerator: z.string().max(40),
        denominator: z.string().max(40).nullable(),
        multiplier: z.number().positive(),
      }),
      z.strictObject({ kind: z.literal('process'), rule: z.string().max(4) }),
    ])
    .nullable()
    .default(null),
  dimensions: z.array(z.string().max(30)).max(6).default([]),
  crossings: z
    .array(z.strictObject({ key: text(150), parts: z.record(z.string(), z.string()), label: text(200) }))
    .max(200)
    .default([]),
});

const rule = z.strictObject({
  key,
  kind: z.enum(ruleKinds),
  left: z.array(z.string().max(200)).min(1).max(60),
  right: z.array(z.string().max(200)).min(1).max(60),
  low: bound,
  high: bound,
  words: text(300),
});

/** A form as it is kept. */
export const formSchema = z.strictObject({
  sections: z
    .array(
      z.strictObject({ key, title: text(200), help: optional(600), items: z.array(item).min(1).max(120) }),
    )
    .min(1)
    .max(30),
  rules: z.array(rule).max(60).default([]),
});
