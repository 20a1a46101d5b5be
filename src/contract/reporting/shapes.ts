import { z } from 'zod';
import { answerStates } from '#domain/reporting/answer.ts';
import { checkCodes } from '#domain/reporting/checks.ts';
import { itemKinds, ruleKinds } from '#domain/reporting/form.ts';
import { boardGroups, reportActs, reportStandings } from '#domain/reporting/report-standing.ts';
import * as shape from '../actors/shapes.ts';

/** Closed lists, as the API names them. */
export const lists = {
  itemKind: z.enum(itemKinds),
  ruleKind: z.enum(ruleKinds),
  answerState: z.enum(answerStates),
  standing: z.enum(reportStandings),
  act: z.enum(reportActs),
  group: z.enum(boardGroups),
  periodKind: z.enum(['month', 'quarter', 'semester', 'year']),
  path: z.enum(['territory', 'institution', 'agreement']),
} as const;

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const bound = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
const choice = z.strictObject({ key, label: z.string().trim().min(1).max(200) });

// What is sent -----------------------------------------------------------------------------------------------------

const writtenItem = z.strictObject({
  key: key.optional().describe('Kept between versions of a form; made where it is left out.'),
  kind: lists.itemKind,
  indicator: z
    .string()
    .trim()
    .max(40)
    .optional()
    .describe(
      'The code of the indicator whose figure is asked for or, of a ratio or a process indicator, worked out.',
    ),
  label: z.string().trim().min(1).max(300).optional().describe('The indicator’s title where it is left out.'),
  help: shape.optionalText(600),
  unit: shape.optionalText(60),
  decimals: z.number().int().min(0).max(6).optional(),
  required: z.boolean().default(false),
  low: bound.describe('What is below is questioned.'),
  high: bound.describe('What is above is questioned.'),
  choices: z.array(choice).max(40).default([]),
  by: z
    .array(z.string().max(30))
    .max(4)
    .default([])
    .describe('Dimensions by which the figure is broken down.'),
});

const formAudience = z
  .enum(['public', 'network', 'territory'])
  .describe('Who sees the figures that it brings in; small numbers are protected besides.');

export const writtenForm = {
  title: shape.title(200),
  audience: formAudience.default('public'),
  sections: z
    .array(
      z.strictObject({
        title: z.string().trim().min(1).max(200),
        help: shape.optionalText(600),
        items: z.array(writtenItem).min(1).max(120),
      }),
    )
    .min(1)
    .max(30),
  rules: z
    .array(
      z.strictObject({
        kind: lists.ruleKind,
        left: z.array(z.string().max(200)).min(1).max(60),
        right: z.array(z.string().max(200)).min(1).max(60),
        low: bound,
        high: bound,
        words: z
          .string()
          .trim()
          .min(3)
          .max(300)
          .optional()
          .describe('Made of what its figures are called where it is left out.'),
      }),
    )
    .max(60)
    .default([]),
};

export const answers = z
  .array(
    z.strictObject({
      cell: z.string().min(1).max(200),
      text: z
        .string()
        .max(4000)
        .describe(
          'As it is typed: a number, "no hay dato", "no aplica", a choice; blank takes the answer back.',
        ),
      version: z
        .number()
        .int()
        .nullish()
        .describe('The version that was seen, null where there was no answer; left out, the last one wins.'),
    }),
  )
  .min(1)
  .max(500);

export const reasons = z
  .array(z.strictObject({ check: z.string().min(1).max(300), reason: shape.reason }))
  .max(200)
  .default([])
  .describe('Why a check is passed over, by its key.');

// What is answered -------------------------------------------------------------------------------------------------

const words = z.record(z.string(), z.union([z.string(), z.number()]));

/** An item of a form, as it is shown wherever one reads it. */
export const itemShape = z.object({
  key: z.string(),
  kind: lists.itemKind,
  indicator: z.string().nullable(),
  label: z.string(),
  help: z.string().nullable(),
  unit: z.string().nullable(),
  decimals: z.number(),
  required: z.boolean(),
  choices: z.array(z.object({ key: z.string(), label: z.string() })),
});

export const formShape = z.object({
  sections: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      help: z.string().nullable(),
      items: z.array(
        itemShape.extend({
          low: z.number().nullable(),
          high: z.number().nullable(),
          dimensions: z.array(z.string()),
        }),
      ),
    }),
  ),
  rules: z.array(
    z.object({
      key: z.string(),
      kind: lists.ruleKind,
      left: z.array(z.string()),
      right: z.array(z.string()),
      low: z.number().nullable(),
      high: z.number().nullable(),
      words: z.string(),
    }),
  ),
});

export const formSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  country: z.string(),
  number: z.number().describe('Which version of the form this is.'),
  cells: z.number().describe('How many answers it asks for.'),
  audience: formAudience,
  example: z.boolean(),
  version: z.number(),
});

export const completeness = z.object({
  expected: z.number(),
  sent: z.number(),
  inTime: z.number(),
  overdue: z.number().describe('Not sent, and past the last day with grace.'),
  counts: z.object(
    Object.fromEntries(boardGroups.map((group) => [group, z.number()])) as Record<
      (typeof boardGroups)[number],
      z.ZodNumber
    >,
  ),
});

export const cycleSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  form: shape.named,
  territory: shape.place,
  period: z.string().describe('As periods are written: 2026-Q3.'),
  path: lists.path,
  opensOn: z.string(),
  dueOn: z.string(),
  graceDays: z.number(),
  closedOn: z.string().nullable(),
  isOpen: z.boolean(),
  completeness: completeness.describe('Of the reports that whoever asks may see.'),
  example: z.boolean(),
});

export const check = z.object({
  key: z.string(),
  code: z.enum(checkCodes),
  cell: z.string(),
  label: z.string(),
  values: words,
  reason: z.string().nullable().describe('Why it was passed over when the report was last sent.'),
});
