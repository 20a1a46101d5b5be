import { z } from 'zod';
import * as shape from '../actors/shapes.ts';
import { check, itemShape, lists } from './shapes.ts';

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

/** What is worked out and only shown. */
export const computed = z.object({
  value: z.number().nullable().describe('Null as long as one of its parts is not known.'),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  by: z
    .enum(['answers', 'population', 'system'])
    .describe(
      'From answers of this report, from one of them and the people who live there, or by the system.',
    ),
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
        itemShape.extend({
          cells: z.array(reportCell),
          computed: computed.nullable().describe('Of an item that nobody answers: what it comes to now.'),
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
