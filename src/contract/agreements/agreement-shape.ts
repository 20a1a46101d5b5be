import { z } from 'zod';
import { checkCodes, checkPlaces } from '#domain/agreements/checks.ts';
import { frameworkBearings } from '#domain/agreements/framework.ts';
import { gateKinds } from '#domain/agreements/template-schema.ts';
import * as shape from '../actors/shapes.ts';
import { stateShown } from '../commitments/shapes.ts';
import {
  act,
  agreementSummary,
  approval,
  attachedPaper,
  budgetLine,
  clause,
  lists,
  party,
  sum,
} from './shapes.ts';

const values = z.record(z.string(), z.union([z.string(), z.number()]));
const link = z.object({ id: z.uuid(), title: z.string() });
const lawBasis = z.object({
  norm: z.string(),
  article: z.string().nullable().describe('Null where nobody has verified it.'),
  address: z.string().nullable(),
  verified: z.boolean(),
});

/** An agreement as its page shows it. */
export const agreement = agreementSummary.extend({
  language: lists.language,
  addendumKind: lists.addendumKind.nullable(),
  addendum: z
    .object({
      newEndsOn: z.string().nullable(),
      changes: z.array(
        z.object({ clause: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
      ),
      reschedulings: z.array(z.object({ what: z.string(), before: z.string(), after: z.string() })),
    })
    .nullable()
    .describe('What an addendum changes in its agreement, as it is signed.'),
  template: z.object({
    id: z.string(),
    number: z.number(),
    title: z.string(),
    nativeName: z.string(),
    basis: z.array(lawBasis),
    maxMonths: z.number().nullable(),
  }),
  object: z.string().nullable(),
  standingReason: z.string().nullable(),
  origin: z.enum(['drafted', 'registered']),
  effectiveRule: lists.effectiveRule,
  amendmentRule: lists.amendmentRule,
  signedOn: z.string().nullable(),
  termMonths: z.number().nullable(),
  reviewOn: z.string().nullable(),
  cureBy: z.string().nullable(),
  settleBy: z.string().nullable(),
  registryNumber: z.string().nullable(),
  verificationCode: z.string().nullable(),
  noNeedReason: z.string().nullable(),
  currency: z.string().nullable(),
  meetingEvery: z.string().nullable(),
  reportEvery: z.string().nullable(),
  noticeDays: z.number().nullable(),
  cureDays: z.number().nullable(),
  withdrawalDays: z.number().nullable(),
  commission: shape.named.nullable(),
  parties: z.array(agreementSummary.shape.parties.element),
  partyList: z.array(party),
  territories: z.array(shape.place),
  needs: z.array(z.object({ id: z.uuid(), problem: z.string() })),
  lines: z.array(z.object({ id: z.uuid(), code: z.string().nullable(), title: z.string() })),
  clauses: z.array(clause),
  commitments: z.array(
    z.object({
      id: z.uuid(),
      what: z.string(),
      obligor: z.string(),
      dueOn: z.string(),
      standing: z.enum(['proposed', 'agreed', 'cancelled', 'annulled']),
      state: stateShown
        .extend({ instances: z.number(), kept: z.number() })
        .nullable()
        .describe(
          'How the due date that asks for attention first stands; of how many, and how many were kept.',
        ),
    }),
  ),
  budget: z.array(budgetLine),
  together: z
    .object({
      amount: z.string(),
      currency: z.string(),
      rates: z.array(
        z.object({ from: z.string(), to: z.string(), rate: z.string(), on: z.string(), source: z.string() }),
      ),
    })
    .nullable()
    .describe(
      'All of it in one currency, with the dated rates; null with one currency only, or without a rate.',
    ),
  sums: z.object({
    byCurrency: z.array(sum),
    byYear: z.array(sum.extend({ year: z.number() })),
  }),
  approvals: z.array(approval),
  gates: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(gateKinds),
      body: z.string(),
      reference: z.string().nullable(),
      on: z.string(),
      result: lists.gateResult,
      note: z.string().nullable(),
      file: attachedPaper.nullable(),
    }),
  ),
  checks: z
    .array(
      z.object({
        code: z.enum(checkCodes),
        blocks: z.boolean(),
        place: z.enum(checkPlaces),
        id: z.uuid().nullable().describe('The party, clause or commitment that it is about.'),
        values,
      }),
    )
    .describe('What is amiss before it is signed, what blocks legal review first; for whoever works on it.'),
  next: z
    .object({
      step: z.enum(['negotiation', 'legal-review', 'legal-report', 'signature']),
      waiting: z.array(z.object({ code: z.string(), partyId: z.uuid().nullable(), values })),
    })
    .nullable()
    .describe('The next step towards the signature and what it waits for; the words are problem.<code>.'),
  removedClauses: z.array(z.object({ id: z.uuid(), title: z.string(), version: z.number() })),
  parent: link
    .extend({
      bearing: z
        .enum(frameworkBearings)
        .describe('Whether it stands, ends before this one does, or is over while this one goes on.'),
    })
    .nullable(),
  children: z.array(
    link.extend({
      kind: lists.kind,
      addendumKind: lists.addendumKind.nullable(),
      standing: lists.standing,
    }),
  ),
  acts: z.array(act).describe('All that was done to it, newest first, as far as whoever asks may see.'),
  hash: z.string().nullable().describe('The hash of the text as it stands, for whoever works on it.'),
  isSealed: z.boolean().describe('Whether the text is the one that was put to signature.'),
  possible: z.array(lists.act).describe('What can be done to it as it stands.'),
  abilities: shape.abilities.describe(
    '"work" for whoever works on its text, "oversee" for whoever oversees it.',
  ),
  version: z.number(),
});
