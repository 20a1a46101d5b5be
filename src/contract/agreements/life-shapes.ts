import { z } from 'zod';
import { lifeSteps } from '#domain/agreements/steps.ts';
import { signatureMethods } from '#domain/agreements/signing.ts';
import * as shape from '../actors/shapes.ts';
import { lists } from './shapes.ts';

/** An agreement, named in the address. */
export const params = z.object({ agreementId: z.uuid() });

export const method = z.enum(signatureMethods);
export const gateKind = z.enum([
  'memo',
  'legal-report',
  'endorsement',
  'registration',
  'publication',
  'indigenous-consultation',
]);

/** What every act upon an agreement has in common: it is done to the version that was seen. */
export const act = {
  method: 'POST',
  admission: 'signed-in',
  params,
  response: shape.idAndVersion,
  versioned: true,
} as const;

export const refusals = [
  'shared.forbidden',
  'shared.stale',
  'agreements.not-found',
  'agreement-life.not-as-it-stands',
  'actors.personal-in-text',
];
export const reasoned = { reason: shape.reason, confirmText: shape.confirmText };

const party = z.object({ id: z.uuid(), name: z.string() });

export const signature = z.object({
  id: z.uuid(),
  party,
  office: z.string(),
  method,
  hash: z.string(),
  signedOn: z.string(),
  place: z.string().nullable(),
  check: z.unknown().describe('What the signature of a PDF was found to be.'),
  isGood: z
    .boolean()
    .describe('Whether it counts: ink and PDF count once a second person has compared them.'),
  isWithdrawn: z.boolean(),
  hasFile: z.boolean(),
  fileRedactedBy: z.string().nullable().describe('The order by which its file was replaced.'),
  mayConfirm: z.boolean(),
  mayWithdraw: z.boolean(),
});

export const gate = z.object({
  kind: gateKind,
  body: z.string(),
  reference: z.string().nullable(),
  on: z.string(),
  result: lists.gateResult,
});

export const notice = z.object({
  id: z.uuid(),
  by: party,
  to: party,
  facts: z.string(),
  clauses: z.array(z.string()),
  commitments: z.array(z.string()),
  givenOn: z.string(),
  cureBy: z.string(),
  reply: z.string().nullable(),
  repliedOn: z.string().nullable(),
  outcome: z.enum(['cured', 'withdrawn', 'persists']).nullable(),
  outcomeOn: z.string().nullable(),
  outcomeReason: z.string().nullable(),
  publishedOn: z.string().nullable(),
  publishableFrom: z.string(),
  version: z.number(),
});

export const balance = z.object({
  id: z.uuid(),
  debtor: party,
  creditor: party,
  reason: z.string(),
  currency: z.string(),
  amount: z.string(),
  dueOn: z.string(),
  paidOn: z.string().nullable(),
  paidReference: z.string().nullable(),
  waivedOn: z.string().nullable(),
  waiverReason: z.string().nullable(),
  version: z.number(),
});

export const session = z.object({
  id: z.uuid(),
  calledOn: z.string(),
  heldOn: z.string().nullable(),
  seats: z.number(),
  quorum: z.number(),
  present: z.number().nullable(),
  verdict: z.enum(['called', 'valid', 'without-quorum']),
  decisions: z.string().nullable(),
  hasFile: z.boolean(),
  version: z.number(),
});

export const addendum = z.object({
  id: z.uuid(),
  kind: lists.addendumKind,
  title: z.string(),
  standing: lists.standing,
  effectiveOn: z.string().nullable(),
});

export const openCommitment = z.object({
  commitmentId: z.uuid(),
  instanceId: z.uuid(),
  what: z.string(),
  dueOn: z.string(),
  decision: z.enum(['close', 'finish-by', 'pass-on']).nullable(),
});

export const step = z.object({
  act: z.enum(lifeSteps).describe('The name of the deed; its words are agreement-life.step.<act>.'),
  isOpen: z.boolean().describe('Whether whoever asks can do it now.'),
  why: z.string().nullable().describe('The code of what stands in the way.'),
});

export const warning = z.object({
  kind: z.enum(['ends', 'renews-tacitly', 'review-due', 'cure-ends', 'settlement-due']),
  onDay: z.string(),
  days: z.number(),
  mark: z.number().nullable(),
});

export const lifeParty = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(['organisation', 'structure']),
  holderId: z.uuid(),
  role: lists.partyRole,
  standing: lists.partyStanding,
  isYours: z.boolean(),
  hasSigned: z.boolean(),
  hasConfirmed: z.boolean(),
  wantsToEnd: z.boolean(),
});
