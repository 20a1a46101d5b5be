import { z } from 'zod';
import { drawingTones } from '#domain/analysis/drawing.ts';
import { bulletinAudiences, bulletinKinds } from '#domain/reports/bulletin.ts';
import * as shape from '../actors/shapes.ts';

export const kind = z.enum(bulletinKinds);
export const audience = z.enum(bulletinAudiences);
export const language = z.enum(['es', 'en']);
export const format = z.enum(['json', 'pdf', 'docx']).default('json');
export const quarter = z
  .string()
  .trim()
  .min(4)
  .max(20)
  .describe('2026-Q3. The last that is over, unless said.');

const point = z.tuple([z.number(), z.number()]);
const tone = z.enum(drawingTones);
const mark = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rect'),
    x: z.number(),
    y: z.number(),
    width: z.number(),
    height: z.number(),
    tone,
  }),
  z.object({ kind: z.literal('line'), from: point, to: point, tone }),
  z.object({ kind: z.literal('path'), d: z.string(), tone, isDashed: z.boolean() }),
  z.object({
    kind: z.literal('text'),
    at: point,
    text: z.string(),
    anchor: z.enum(['start', 'middle', 'end']),
    tone,
  }),
]);
const facts = z.array(z.tuple([z.string(), z.string()]));
const lines = z.array(z.array(z.string()));

/** One part of a report, in the order in which it is read. */
export const block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('title'),
    text: z.string(),
    above: z.string().nullable(),
    below: z.string().nullable(),
  }),
  z.object({ kind: z.literal('caption'), text: z.string() }),
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2)]), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), look: z.enum(['body', 'note']), text: z.string() }),
  z.object({
    kind: z.literal('table'),
    columns: z.array(z.object({ title: z.string(), isNumber: z.boolean() })),
    rows: lines,
  }),
  z.object({ kind: z.literal('facts'), rows: facts }),
  z.object({ kind: z.literal('notice'), text: z.string() }),
  z.object({
    kind: z.literal('drawing'),
    drawing: z.object({ width: z.number(), height: z.number(), marks: z.array(mark) }),
    alternative: z.string(),
  }),
]);

/** A report as a page shows it: the same blocks as its files have. */
export const told = z.object({
  title: z.string(),
  kind,
  audience,
  language,
  quarter: z.string(),
  cutOff: z.string(),
  isExample: z.boolean(),
  territory: shape.place,
  organisation: shape.named.nullable(),
  blocks: z.array(block),
});

export const kept = z.object({
  id: z.uuid(),
  title: z.string(),
  kind,
  audience,
  language,
  quarter: z.string(),
  code: z.string(),
  hash: z.string(),
  madeAt: z.string(),
  isScheduled: z.boolean(),
  isExample: z.boolean(),
  territory: shape.place,
});

export const schedule = z.object({
  id: z.uuid(),
  title: z.string(),
  kind,
  audience,
  language,
  daysAfter: z.number(),
  territory: shape.place,
});
