import { z } from 'zod';
import { gateKinds } from '#domain/agreements/template-schema.ts';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { lists } from './shapes.ts';

const params = z.object({ agreementId: z.uuid() });

/** What every step towards the signature has in common: it is done to the version that was seen. */
const step = {
  method: 'POST',
  admission: 'signed-in',
  deed: 'act-for-party',
  params,
  response: shape.idAndVersion.extend({ standing: lists.standing }),
  versioned: true,
} as const;
const refusals = [
  'shared.forbidden',
  'shared.stale',
  'agreements.not-found',
  'agreement-life.not-as-it-stands',
  'agreements.not-ready',
];
const reasoned = z.strictObject({ reason: shape.reason, confirmText: shape.confirmText });
const texts = { body: shape.line(300), note: shape.optionalText(2000), confirmText: shape.confirmText };

export const pathOperations = defineOperations('agreements', {
  openNegotiation: {
    ...step,
    path: '/api/agreements/{agreementId}/negotiation',
    summary: 'Puts a draft before its parties: each remarks, proposes and confirms',
    refusals,
  },
  confirmAgreementText: {
    ...step,
    path: '/api/agreements/{agreementId}/confirmations',
    summary:
      'Says for a party that it agrees with the text whose hash it has read; any later change takes that back',
    body: z.strictObject({ partyId: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    refusals: [
      'shared.forbidden',
      'shared.stale',
      'agreements.not-found',
      'agreements.party-not-found',
      'agreements.text-changed',
      'agreement-life.not-as-it-stands',
    ],
  },
  sendToLegalReview: {
    ...step,
    path: '/api/agreements/{agreementId}/legal-review',
    summary: 'Closes the text, confirmed by every party, and sends it to legal review',
    refusals,
  },
  reportLegalReview: {
    ...step,
    path: '/api/agreements/{agreementId}/legal-report',
    summary:
      'Records the legal report: favourable, the parties approve; with observations, they negotiate again',
    body: z.strictObject({
      result: z.enum(['favourable', 'observations']),
      reference: shape.optionalText(200),
      on: shape.day,
      ...texts,
    }),
    refusals: [...refusals, 'actors.personal-in-text', 'agreements.incomplete', 'agreements.text-changed'],
  },
  recordApproval: {
    ...step,
    path: '/api/agreements/{agreementId}/approvals',
    summary:
      'Records the act by which a party approves; with the last of them the agreement is ready to be signed',
    body: z.strictObject({
      partyId: z.uuid(),
      kind: lists.approvalKind,
      body: shape.line(300).describe('The council, the minister, the board: who approved.'),
      reference: shape.line(200).describe('The number and name of the act.'),
      on: shape.day,
      confirmText: shape.confirmText,
    }),
    refusals: [
      ...refusals,
      'actors.personal-in-text',
      'agreements.party-not-found',
      'agreements.already-approved',
      'agreements.incomplete',
      'agreements.text-changed',
    ],
  },
  takeBackApproval: {
    ...step,
    path: '/api/agreements/{agreementId}/approvals/{approvalId}/taking-back',
    summary: 'Takes back an approving act that was recorded by mistake; it stays readable as such',
    params: params.extend({ approvalId: z.uuid() }),
    refusals: [
      'shared.forbidden',
      'shared.stale',
      'agreements.not-found',
      'agreements.approval-not-found',
      'agreements.party-not-found',
      'agreement-life.not-as-it-stands',
    ],
  },
  recordGate: {
    ...step,
    path: '/api/agreements/{agreementId}/gates',
    summary:
      'Records what the instrument asks for outside the text: a memorandum, a consultation and its result',
    body: z.strictObject({
      kind: z.enum(gateKinds).exclude(['legal-report']),
      result: lists.gateResult,
      reference: shape.optionalText(200),
      on: shape.day,
      ...texts,
    }),
    refusals: [...refusals, 'actors.personal-in-text', 'agreements.incomplete'],
  },
  reopenNegotiation: {
    ...step,
    path: '/api/agreements/{agreementId}/reopening',
    summary: 'Opens the text again before it is signed; confirmations and approvals are taken back',
    body: reasoned,
    refusals: [...refusals, 'actors.personal-in-text'],
  },
  abandonAgreement: {
    ...step,
    path: '/api/agreements/{agreementId}/abandonment',
    summary: 'Gives an agreement up before it is signed, with the reason',
    body: reasoned,
    refusals: [...refusals, 'actors.personal-in-text'],
  },
});
