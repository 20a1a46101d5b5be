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
    .describe('The code of the indicator whose figure is asked for.'),
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

export const writtenForm = {
  title: shape.title(200),
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
        words: z.string().trim().min(3).max(300),
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

export const formShape = z.object({
  sections: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      help: z.string().nullable(),
      items: z.array(
        z.object({
          key: z.string(),
          kind: lists.itemKind,
          indicator: z.string().nullable(),
          label: z.string(),
          help: z.string().nullable(),
          unit: z.string().nullable(),
          decimals: z.number(),
          required: z.boolean(),
          low: z.number().nullable(),
          high: z.number().nullable(),
          choices: z.array(z.object({ key: z.string(), label: z.string() })),
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

const answer = z.object({
  state: lists.answerState,
  number: z.number().nullable(),
  text: z.string().nullable(),
  version: z.number(),
});

export const reportCell = z.object({
  cell: z.string(),
  label: z.string().nullable().describe('The group, where the item is broken down.'),
  answer: answer.nullable(),
  known: z
    .object({ value: z.number(), source: z.string() })
    .nullable()
    .describe('What another source says of the same place and period: a proposal, not an answer.'),
  previous: z.object({ period: z.string(), value: z.number() }).nullable(),
  remarks: z.array(z.string()).describe('What the reviewer who last returned it says of it.'),
});

export const reportView = z.object({
  id: z.uuid(),
  cycle: z.object({ id: z.uuid(), title: z.string() }),
  territory: shape.place,
  holder: z
    .string()
    .nullable()
    .describe('The institution or structure that reports; null for the territory itself.'),
  period: z.string(),
  previousPeriod: z.string(),
  opensOn: z.string(),
  dueOn: z.string(),
  graceDays: z.number(),
  standing: lists.standing,
  daysLate: z.number(),
  firstSentOn: z.string().nullable(),
  sections: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      help: z.string().nullable(),
      items: z.array(
        z.object({
          key: z.string(),
          kind: lists.itemKind,
          indicator: z.string().nullable(),
          label: z.string(),
          help: z.string().nullable(),
          unit: z.string().nullable(),
          decimals: z.number(),
          required: z.boolean(),
          choices: z.array(z.object({ key: z.string(), label: z.string() })),
          cells: z.array(reportCell),
        }),
      ),
    }),
  ),
  checks: z.array(check),
  progress: z.object({
    cells: z.number(),
    answered: z.number(),
    required: z.number(),
    requiredAnswered: z.number(),
  }),
  steps: z.array(
    z.object({ number: z.number(), places: z.array(z.string()), isDone: z.boolean(), isNext: z.boolean() }),
  ),
  acts: z.array(
    z.object({
      act: lists.act,
      on: z.string(),
      step: z.number(),
      reason: z.string().nullable(),
      byLink: z.boolean(),
      remarks: z.array(z.object({ cell: z.string(), label: z.string(), remark: z.string() })),
    }),
  ),
  possible: z.array(lists.act).describe('What whoever asks may do to it now.'),
  mayFill: z.boolean(),
  example: z.boolean(),
  version: z.number(),
});
