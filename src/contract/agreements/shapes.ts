import { z } from 'zod';
import { agreementActNames, agreementStandings } from '#domain/agreements/lifecycle.ts';
import { clauseTypes } from '#domain/agreements/template-schema.ts';
import {
  addendumKinds,
  agreementKinds,
  amendmentRules,
  approvalKinds,
  budgetKinds,
  effectiveRules,
  gateResults,
  partyRoles,
  partyStandings,
  remarkKinds,
  remarkStandings,
} from '#domain/agreements/vocabulary.ts';
import * as shape from '../actors/shapes.ts';

/** Closed lists, as the API names them. */
export const lists = {
  kind: z.enum(agreementKinds),
  addendumKind: z.enum(addendumKinds),
  standing: z.enum(agreementStandings),
  act: z.enum(agreementActNames),
  effectiveRule: z.enum(effectiveRules),
  amendmentRule: z.enum(amendmentRules),
  partyRole: z.enum(partyRoles),
  partyStanding: z.enum(partyStandings),
  budgetKind: z.enum(budgetKinds),
  clauseType: z.enum(clauseTypes),
  approvalKind: z.enum(approvalKinds),
  gateResult: z.enum(gateResults),
  remarkKind: z.enum(remarkKinds),
  remarkStanding: z.enum(remarkStandings),
  language: z.enum(['es', 'en']),
} as const;

/** What is sent of a party. */
export const writtenParty = {
  role: lists.partyRole,
  capacity: shape.optionalText(500).describe('In which capacity it acts.'),
  competence: shape.optionalText(1000).describe('The competence that it relies on.'),
  representativeOffice: shape.optionalText(300).describe('The office of whoever signs for it.'),
  representativeId: shape.optionalId.describe('Who will sign, out of those who hold a post in it.'),
  appointmentAct: shape.optionalText(300),
  powerSource: shape.optionalText(300),
};

/** An organisation or a structure that is to become a party. */
export const newParty = z
  .strictObject({ organisationId: shape.optionalId, structureId: shape.optionalId, ...writtenParty })
  .refine(({ organisationId, structureId }) => (organisationId === null) !== (structureId === null), {
    message: 'agreements.one-holder',
    path: ['organisationId'],
  });

/** What is sent of an agreement as a whole. */
export const written = {
  title: z.string().trim().min(3).max(300),
  shortName: shape.optionalText(100),
  object: shape.optionalText(2000).describe('What it is for, in one sentence.'),
  territories: z.array(shape.territoryReference).max(200).describe('What it covers.'),
  needIds: z.array(z.uuid()).max(50).default([]).describe('The needs that it answers.'),
  noNeedReason: shape.optionalText(1000).describe('Why it answers none.'),
  lineIds: z.array(z.uuid()).max(50).default([]).describe('The lines of the strategy that it serves.'),
  parentId: shape.optionalId.describe('The framework that it hangs from.'),
  commissionStructureId: shape.optionalId.describe('The commission that follows it.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullish()
    .transform((value) => value ?? null),
  termMonths: z
    .number()
    .int()
    .min(1)
    .max(600)
    .nullish()
    .transform((value) => value ?? null)
    .describe('How long it lasts, counted from the day it takes effect.'),
  endsOn: shape.optionalDay.describe('Its last day, where it names one.'),
  confirmText: shape.confirmText,
};

const holder = z.object({ id: z.uuid(), name: z.string(), kind: z.enum(['organisation', 'structure']) });

/** An agreement in a line of a list. */
export const agreementSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  shortName: z.string().nullable(),
  number: z.string().nullable(),
  kind: lists.kind,
  standing: lists.standing.describe('How it stands today.'),
  standingOn: z.string().nullable(),
  territory: shape.place,
  parties: z.array(holder),
  parentId: z.uuid().nullable(),
  effectiveOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  isPublic: z.boolean(),
  example: z.boolean(),
});

export const party = z.object({
  id: z.uuid(),
  holder,
  role: lists.partyRole,
  capacity: z.string().nullable(),
  competence: z.string().nullable(),
  representativeOffice: z.string().nullable(),
  representative: shape.named.nullable().describe('Who signs, where that may be seen.'),
  appointmentAct: z.string().nullable(),
  powerSource: z.string().nullable(),
  standing: lists.partyStanding,
  hasConfirmed: z.boolean().describe('Whether it confirmed the text as it stands now.'),
  isYours: z.boolean().describe('Whether whoever asks may act for it.'),
  joinedOn: z.string().nullable(),
  leftOn: z.string().nullable(),
  version: z.number(),
});

export const clause = z.object({
  id: z.uuid(),
  type: lists.clauseType,
  title: z.string(),
  body: z.string().describe('With its places filled in.'),
  gaps: z.array(z.string()).describe('The places that nothing fills in yet.'),
  openRemarks: z.number(),
  version: z.number(),
});

export const act = z.object({
  act: lists.act,
  on: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
  party: z.string().nullable(),
  from: lists.standing.nullable(),
  to: lists.standing,
});

export const budgetLine = z.object({
  id: z.uuid(),
  partyId: z.uuid(),
  year: z.number(),
  source: z.string().nullable(),
  budgetCode: z.string().nullable(),
  kind: lists.budgetKind,
  currency: z.string(),
  amount: z.string(),
});

/** The paper of an act or a procedure, for whoever may see it. */
export const attachedPaper = z.object({ id: z.uuid(), name: z.string() });

export const approval = z.object({
  id: z.uuid(),
  partyId: z.uuid(),
  kind: lists.approvalKind,
  body: z.string(),
  reference: z.string(),
  on: z.string(),
  file: attachedPaper.nullable(),
  isTakenBack: z.boolean().describe('It was of a text that was opened again, or recorded by mistake.'),
});

export const sum = z.object({ currency: z.string(), amount: z.string() });
