import { z } from 'zod';
import { periodKinds } from '#domain/indicators/period.ts';
import type { ValueLayout } from './layout.ts';

const header = z.string().min(1).max(500);
const parts = z.record(z.string().max(60), z.string().max(60));

const columns = z.union([
  z.strictObject({ kind: z.literal('cell'), header }),
  z.strictObject({ kind: z.literal('parts'), year: header, month: header.nullable() }),
  z.strictObject({ kind: z.literal('fixed'), period: z.string().max(40) }),
  z.strictObject({ kind: z.literal('columns') }),
]);
const indicator = z.union([
  z.strictObject({ kind: z.literal('fixed'), code: z.string().max(40).nullable() }),
  z.strictObject({
    kind: z.literal('cell'),
    header,
    codes: z.record(z.string().max(500), z.string().max(40).nullable()),
  }),
  z.strictObject({ kind: z.literal('columns') }),
]);

/** A layout as a mapping file or a form gives it. */
export const valueLayoutSchema = z.strictObject({
  sheet: z.string().max(200).nullable(),
  headerRow: z.number().int().min(1).max(1000),
  place: z.strictObject({
    code: header.nullable(),
    names: z.array(header).max(8),
    fixed: z.string().max(40).nullable(),
  }),
  period: columns,
  indicator,
  value: header.nullable(),
  dimensions: z
    .array(
      z.strictObject({
        header,
        dimension: z.string().max(30),
        categories: z.record(z.string().max(500), z.string().max(30)),
      }),
    )
    .max(6),
  columns: z
    .array(
      z.strictObject({
        header,
        period: z.string().max(40).nullable(),
        indicator: z.string().max(40).nullable(),
        parts,
      }),
    )
    .max(400),
  crossings: z
    .array(z.strictObject({ header, texts: z.record(z.string().max(500), parts.nullable()) }))
    .max(4)
    .optional(),
  countBy: z.enum([...periodKinds, 'as-told']),
  addsRows: z.boolean(),
  decimals: z.enum(['point', 'comma', 'either']),
  dayOrder: z.enum(['day-first', 'month-first', 'either']),
}) satisfies z.ZodType<ValueLayout>;
