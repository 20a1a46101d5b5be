import { z } from 'zod';
import { planActs } from '#domain/plans/plan-standing.ts';
import { actionFields, planFields } from '#domain/plans/plan-content.ts';
import {
  budgetKinds,
  budgetSources,
  harmQuestions,
  planKinds,
  actionStandings,
  planStandings,
  remarkStandings,
} from '#domain/plans/vocabulary.ts';
import { inspireStrategies, preventionLevels, preventionTypes } from '#domain/strategy/vocabulary.ts';
import * as shape from '../actors/shapes.ts';
import { lists as needLists } from '../diagnosis/shapes.ts';

/** Closed lists, as the API names them. */
export const lists = {
  kind: z.enum(planKinds),
  standing: z.enum(planStandings),
  progress: z.enum(actionStandings),
  act: z.enum(planActs),
  source: z.enum(budgetSources),
  budgetKind: z.enum(budgetKinds),
  harm: z.enum(harmQuestions),
  remark: z.enum(remarkStandings),
  level: z.enum(preventionLevels),
  type: z.enum(preventionTypes),
  inspire: z.enum(inspireStrategies),
} as const;

const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null);
const people = orNull(z.number().int().min(0).max(100_000_000));
const currency = z.string().regex(/^[A-Z]{3}$/);
const money = z.number().min(0).max(1e15);
const titleText = z.string().trim().min(3).max(300);
const several = <Schema extends z.ZodType>(schema: Schema, most = 20) =>
  z.array(schema).max(most).default([]);

// What is sent -----------------------------------------------------------------------------------------------------

export const writtenPlan = {
  title: titleText,
  summary: shape.optionalText(4000),
  periodFrom: shape.day,
  periodTo: shape.day.describe('Its last day.'),
  strategyId: shape.optionalId.describe('The strategy that it follows.'),
  confirmText: shape.confirmText,
};

export const writtenProgramme = {
  title: titleText,
  objective: shape.optionalText(2000),
};

const harmAnswer = z.strictObject({
  could: z.boolean(),
  measure: shape.optionalText(1000).describe('What is done about it; needed where it could.'),
});

const writtenBudget = z.strictObject({
  year: z.number().int().min(1990).max(2100),
  sourceKind: lists.source,
  sourceOrganisationId: shape.optionalId,
  sourceWords: shape.optionalText(200),
  kind: lists.budgetKind.default('cash'),
  currency,
  amount: money,
});

/** All that is said of an action. Only the title is needed to save it; the rest before its plan is submitted. */
export const writtenAction = {
  title: titleText,
  programmeId: shape.optionalId,
  description: shape.optionalText(4000),
  places: z.array(shape.territoryReference).max(200).default([]).describe('Where it is done.'),
  periodFrom: shape.optionalDay,
  periodTo: shape.optionalDay,
  needId: shape.optionalId.describe('The need that it answers.'),
  noNeedReason: shape.optionalText(1000).describe('Why it answers none, where it does not.'),
  lineIds: several(z.uuid()).describe('The lines of the strategy that it follows, by thread.'),
  noLineReason: shape.optionalText(1000).describe('Why it follows none, where it does not.'),
  violence: orNull(needLists.violence),
  preventionLevel: orNull(lists.level),
  preventionTypes: several(lists.type),
  inspire: several(lists.inspire),
  ecologicalLevels: several(needLists.ecologicalLevel),
  targetGroups: several(needLists.group),
  targetWords: shape.optionalText(200),
  targetSize: people.describe('How many people, estimated.'),
  targetWomen: people,
  targetYouth: people,
  targetIndigenous: people,
  targetSource: shape.optionalText(300).describe('Where the estimate comes from.'),
  responsibleOrganisationId: shape.optionalId,
  responsibleStructureId: shape.optionalId,
  responsibleOffice: shape.optionalText(200).describe('An office, never a person’s name.'),
  partners: several(z.strictObject({ organisationId: z.uuid(), contribution: shape.optionalText(500) }), 30),
  outputs: several(
    z.strictObject({
      title: titleText,
      unit: shape.optionalText(60),
      quantity: orNull(z.number().min(0).max(1e12)),
    }),
    30,
  ),
  budget: several(writtenBudget, 60),
  budgetTotal: orNull(money).describe('What it costs in all; the lines have to add up to it.'),
  budgetCurrency: orNull(currency),
  usesMediation: z.boolean().default(false),
  harm: orNull(z.partialRecord(lists.harm, harmAnswer)).describe('The do-no-harm check.'),
  poaCode: shape.optionalText(60).describe('Its code in the yearly operating plan.'),
  confirmText: shape.confirmText,
};

// What is answered -------------------------------------------------------------------------------------------------

export const titled = z.object({ id: z.uuid(), title: z.string() });
const need = z.object({ id: z.uuid(), problem: z.string() });

export const budgetLine = z.object({
  year: z.number(),
  sourceKind: lists.source,
  sourceOrganisation: shape.named.nullable(),
  sourceWords: z.string().nullable(),
  kind: lists.budgetKind,
  currency: z.string(),
  amount: z.number(),
});

export const actionContent = z.object({
  id: z.uuid(),
  programmeId: z.uuid().nullable(),
  title: z.string(),
  description: z.string().nullable(),
  places: z.array(z.object({ reference: z.string(), name: z.string() })),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  need: need.nullable(),
  noNeedReason: z.string().nullable(),
  lines: z.array(z.object({ id: z.uuid(), code: z.string().nullable(), title: z.string() })),
  noLineReason: z.string().nullable(),
  violence: needLists.violence.nullable(),
  preventionLevel: lists.level.nullable(),
  preventionTypes: z.array(lists.type),
  inspire: z.array(lists.inspire),
  ecologicalLevels: z.array(needLists.ecologicalLevel),
  targetGroups: z.array(needLists.group),
  targetWords: z.string().nullable(),
  targetSize: z.number().nullable(),
  targetWomen: z.number().nullable(),
  targetYouth: z.number().nullable(),
  targetIndigenous: z.number().nullable(),
  targetSource: z.string().nullable(),
  responsibleOrganisation: shape.named.nullable(),
  responsibleStructure: shape.named.nullable(),
  responsibleOffice: z.string().nullable(),
  partners: z.array(z.object({ organisation: shape.named, contribution: z.string().nullable() })),
  outputs: z.array(
    z.object({ title: z.string(), unit: z.string().nullable(), quantity: z.number().nullable() }),
  ),
  budget: z.array(budgetLine),
  budgetTotal: z.number().nullable(),
  budgetCurrency: z.string().nullable(),
  usesMediation: z.boolean(),
  harm: z
    .partialRecord(lists.harm, z.object({ could: z.boolean(), measure: z.string().nullable() }))
    .nullable(),
  poaCode: z.string().nullable(),
});

export const progress = z.object({
  standing: lists.progress,
  reason: z.string().nullable(),
  on: z.string().nullable().describe('Since when.'),
});

export const planSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  kind: lists.kind,
  territory: shape.place,
  owner: shape.named.extend({ kind: z.enum(['organisation', 'structure']) }),
  periodFrom: z.string(),
  periodTo: z.string(),
  standing: lists.standing,
  standingOn: z.string().nullable(),
  edition: z.number().describe('How many times it was approved.'),
  example: z.boolean().describe('Invented for the demonstration.'),
});

export const lack = z.object({
  code: z.string(),
  field: z.string(),
  message: z.string(),
  action: titled.nullable(),
});

export const remark = z.object({
  id: z.uuid(),
  action: titled.nullable(),
  field: z.string().nullable(),
  body: z.string(),
  standing: lists.remark,
  answer: z.string().nullable(),
  at: z.string(),
  version: z.number(),
});

export const plan = planSummary.extend({
  summary: z.string().nullable(),
  strategy: titled.nullable(),
  standingReason: z.string().nullable(),
  isLastEdition: z
    .boolean()
    .describe('What is shown is the last approved edition, not what is being written.'),
  programmes: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      objective: z.string().nullable(),
      version: z.number().nullable(),
    }),
  ),
  actions: z.array(
    actionContent.extend({
      progress: progress.nullable().describe('How far it has got; null in a former edition.'),
    }),
  ),
  totals: z.array(
    z.object({
      sourceKind: lists.source,
      year: z.number(),
      currency: z.string(),
      kind: lists.budgetKind,
      amount: z.number(),
    }),
  ),
  currencies: z.array(z.object({ currency: z.string(), cash: z.number(), inKind: z.number() })),
  lacks: z.array(lack).nullable().describe('What has to be mended before it is submitted; null for readers.'),
  remarks: z.array(remark).nullable().describe('Null for whoever neither writes nor reviews it.'),
  editions: z.array(
    z.object({
      number: z.number(),
      approvingBody: z.string(),
      approvingAct: z.string().nullable(),
      approvedOn: z.string(),
    }),
  ),
  acts: z.array(
    z.object({
      act: lists.act,
      on: z.string(),
      at: z.string(),
      reason: z.string().nullable(),
      action: titled
        .extend({ standing: lists.progress })
        .nullable()
        .describe('The action that it was about.'),
    }),
  ),
  copiedFrom: titled.nullable(),
  possible: z.array(lists.act).describe('What can be done to it as it stands.'),
  isOwnSubmission: z.boolean().describe('Whoever asks submitted it, and so does not decide on it.'),
  abilities: shape.abilities,
  version: z.number(),
});

const change = (field: z.ZodType<string>) => z.object({ field, from: z.unknown(), to: z.unknown() });
const compared = (field: z.ZodType<string>) =>
  z.object({
    added: z.array(titled),
    removed: z.array(titled),
    changed: z.array(titled.extend({ fields: z.array(change(field)) })),
  });
export const difference = z.object({
  plan: titled,
  from: z.object({ number: z.number() }),
  to: z.object({ number: z.number().nullable().describe('Null: what is being written.') }),
  head: z.array(change(z.enum(planFields))),
  programmes: compared(z.enum(['title', 'objective'])),
  actions: compared(z.enum(actionFields)),
  programmeNames: z
    .record(z.string(), z.string())
    .describe('Names of programmes that actions moved between.'),
  editions: z.array(z.number()),
});
