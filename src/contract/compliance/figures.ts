import { z } from 'zod';
import { complianceClasses } from '#domain/compliance/compliance-class.ts';
import { figureParts, indicatorCodes } from '#domain/compliance/indicators.ts';
import { lights } from '#domain/compliance/light.ts';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';

/** Of what the figures are told. */
const asked = {
  territory: shape.territoryReference,
  agreement: z.uuid().optional(),
  party: z.uuid().optional().describe('An organisation or structure: what it owes.'),
  line: z.uuid().optional().describe('A line of the strategy.'),
  from: shape.day.optional().describe('Due dates from this day on.'),
  to: shape.day.optional(),
};
const refusals = ['actors.territory-not-found'];
const spreadsheets = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
] as const;
const share = { numerator: z.number(), denominator: z.number() };

const figure = z.object({
  code: z.enum(indicatorCodes),
  part: z
    .enum(figureParts)
    .describe(
      'C1 is also told by people, C10 by answers filled in, C11 by budget and by lines, C15 by needs that nobody answers.',
    ),
  ...share,
  value: z
    .number()
    .nullable()
    .describe('The share, or for C3 and C20 the median in days; null where there is nothing to count.'),
  p90: z.number().nullable().describe('For C3 and C20: the ninth decile in days.'),
  currency: z
    .string()
    .nullable()
    .describe('Of a figure by budget: what its amounts are in; one figure for each.'),
});

const dues = z.object({
  due: z.number(),
  late: z.number(),
  overdue: z.number(),
  breached: z.number(),
  waiting: z.number(),
  unanswered: z.number().describe('Of those waiting, those whose verifier has let its time pass.'),
  heldBack: z.number(),
  waived: z.number(),
  unpublished: z.number().describe('Not told to whoever asks: not yet published.'),
});

const override = z.object({
  id: z.uuid(),
  light: z.enum(lights),
  reason: z.string(),
  from: z.string(),
  to: z.string(),
});

const light = z.object({
  byRule: z.enum(lights).nullable(),
  ...share,
  longestOverdue: z.number(),
  thresholds: z.object({ green: z.number(), amber: z.number(), redAfterDays: z.number() }),
  override: override.nullable(),
});

const caseKinds = [
  'commitment',
  'territory',
  'session',
  'action',
  'need',
  'report',
  'structure',
  'series',
] as const;

const complianceCase = z.object({
  id: z.string(),
  kind: z.enum(caseKinds),
  subject: z
    .string()
    .describe(
      'What to open: a commitment, an agreement, a plan, a need, a territory, a report, a structure, a series.',
    ),
  title: z.string(),
  example: z.boolean().describe('A commitment invented for a demonstration.'),
  territory: shape.place,
  on: z.string().nullable(),
  counted: z.enum(['numerator', 'denominator', 'outside']),
  why: z.string().describe('Why it counts as it does. Words: `compliance.why.<why>`.'),
  weight: z.number(),
  daysLate: z.number(),
  daysLost: z.number().describe('Days lost while another’s prerequisite was late.'),
  budget: z
    .array(z.object({ currency: z.string(), amount: z.number() }))
    .describe('Of an action: its money, each currency apart; what its figure by budget is made of.'),
  heldBy: z.array(shape.named.extend({ days: z.number() })),
});

export const figureOperations = defineOperations('compliance', {
  getCompliance: {
    method: 'GET',
    path: '/api/compliance',
    summary: 'How far what was promised is done: each figure with its numerator and denominator',
    admission: 'anyone',
    query: z.object(asked),
    response: z.object({
      today: z.string(),
      figures: z.array(figure),
      dues,
      light,
      groups: z
        .array(
          z.object({
            class: z.enum(complianceClasses),
            territories: z.array(shape.place.extend(share)),
          }),
        )
        .describe('Territories by class, in order of name: never sorted or numbered by compliance.'),
      holders: z
        .array(shape.named.extend({ days: z.number(), count: z.number() }))
        .describe('Whose late prerequisites cost others days, for those who may see it.'),
      lines: z.array(z.object({ id: z.uuid(), title: z.string() })).describe('Lines to choose from.'),
      abilities: shape.abilities,
    }),
    refusals,
  },
  listComplianceCases: {
    method: 'GET',
    path: '/api/compliance/{code}/cases',
    summary: 'The arithmetic of a figure: everything that was counted, and why it counts as it does',
    admission: 'anyone',
    params: z.object({ code: z.string().max(4) }),
    query: z.object({ ...asked, ...shape.pageQuery }),
    response: shape.page(complianceCase),
    refusals: [...refusals, 'compliance.unknown-indicator'],
  },
  exportCompliance: {
    method: 'GET',
    path: '/api/compliance/export',
    summary: 'The figures as they are shown, or the cases of one of them, as a spreadsheet',
    admission: 'anyone',
    query: z.object({
      ...asked,
      code: z.string().max(4).optional().describe('The cases of this figure; without it, the figures.'),
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
    }),
    response: z.unknown(),
    file: spreadsheets,
    refusals: [...refusals, 'compliance.unknown-indicator'],
  },
  overrideLight: {
    method: 'POST',
    path: '/api/light-overrides',
    summary: 'Sets another light than the rule gives, with the reason and until when; both are shown',
    admission: 'signed-in',
    deed: 'oversee-agreement',
    body: z.strictObject({
      kind: z.enum(['agreement', 'commitment', 'plan']),
      subject: z.uuid(),
      light: z.enum(lights),
      reason: z.string().trim().min(10).max(1000),
      to: shape.day,
    }),
    response: shape.idOnly,
    status: 201,
    refusals: ['shared.forbidden', 'compliance.subject-not-found', 'compliance.ends-before-it-begins'],
  },
  endLightOverride: {
    method: 'POST',
    path: '/api/light-overrides/{overrideId}/end',
    summary: 'Ends a light that somebody set before its day: the rule stands alone again',
    admission: 'signed-in',
    deed: 'oversee-agreement',
    params: z.object({ overrideId: z.uuid() }),
    response: shape.done,
    refusals: ['shared.forbidden', 'compliance.override-not-found'],
  },
});
