import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { commitment, lists, partyChoice, row, rowChecked, rowProblem, written } from './shapes.ts';

const params = z.object({ commitmentId: z.uuid() });
const deedRefusals = [
  'shared.forbidden',
  'shared.stale',
  'commitments.not-found',
  'commitments.not-as-it-stands',
];

/** What entering and correcting refuse alike. */
const writingRefusals = [
  'shared.forbidden',
  'actors.territory-not-found',
  'actors.personal-in-text',
  'commitments.incomplete',
  'commitments.party-not-found',
  'commitments.party-closed',
  'commitments.verifier-of-own-side',
  'commitments.need-not-found',
  'commitments.line-not-found',
  'commitments.rule-invalid',
  'commitments.rule-endless',
  'commitments.rule-too-many',
  'commitments.rule-empty',
  'commitments.outside-term',
  'commitments.text-closed',
  'commitments.in-signed-text',
];

const within = {
  agreementId: shape.optionalId.describe('The agreement that they belong to.'),
  planActionId: shape.optionalId.describe('The action of a plan that they belong to.'),
};
const country = z.string().regex(/^[A-Z]{2}$/);
const sheet = z.strictObject({
  country,
  ...within,
  rows: z.array(row).min(1).max(60),
  confirmText: shape.confirmText,
});
const added = z.object({
  row: z.number(),
  id: z.uuid(),
  score: z.number(),
  missing: z.array(lists.part),
});

/** What every act upon a commitment has in common: it is done to the version that was seen. */
const onCommitment = {
  method: 'POST',
  admission: 'signed-in',
  params,
  response: shape.idAndVersion,
  versioned: true,
} as const;
const reasoned = z.strictObject({ reason: shape.reason, confirmText: shape.confirmText });

export const commitmentOperations = defineOperations('commitments', {
  checkCommitments: {
    method: 'POST',
    path: '/api/commitments/check',
    summary:
      'What a sheet of commitments would become: whom each name means, the score of each, and what is wrong',
    admission: 'signed-in',
    deed: 'act-for-party',
    body: sheet,
    response: z.object({ rows: z.array(rowChecked) }),
    refusals: [
      'shared.forbidden',
      'commitments.agreement-not-found',
      'commitments.action-not-found',
      'commitments.text-closed',
      'commitments.in-signed-text',
    ],
  },
  createCommitments: {
    method: 'POST',
    path: '/api/commitments/sheet',
    summary: 'Enters a sheet of commitments with five fields each: all of them, or those that are sound',
    admission: 'signed-in',
    deed: 'act-for-party',
    body: sheet.extend({
      keep: z.enum(['all', 'good']).default('all').describe('All or none; or those without a fault.'),
    }),
    response: z.object({
      kept: z.array(added),
      left: z.array(z.object({ row: z.number(), problems: z.array(rowProblem) })),
    }),
    status: 201,
    refusals: [
      'shared.forbidden',
      'commitments.rows-with-problems',
      'commitments.agreement-not-found',
      'commitments.action-not-found',
      'commitments.text-closed',
      'commitments.in-signed-text',
    ],
  },
  createCommitment: {
    method: 'POST',
    path: '/api/commitments',
    summary: 'Enters one commitment with all that is known of it, as a proposal',
    admission: 'signed-in',
    deed: 'act-for-party',
    body: z.strictObject({ ...within, ...written }),
    response: shape.idAndVersion,
    status: 201,
    refusals: [...writingRefusals, 'commitments.agreement-not-found', 'commitments.action-not-found'],
  },
  getCommitment: {
    method: 'GET',
    path: '/api/commitments/{commitmentId}',
    summary: 'One commitment: how it stands, what it needs next and from whom, its evidence and its history',
    admission: 'anyone',
    params,
    response: commitment,
    refusals: ['commitments.not-found'],
  },
  updateCommitment: {
    method: 'PUT',
    path: '/api/commitments/{commitmentId}',
    summary: 'Corrects a proposal; what was agreed changes only by an addendum or by rescheduling',
    admission: 'signed-in',
    deed: 'act-for-party',
    params,
    body: z.strictObject(written),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [...deedRefusals, ...writingRefusals.slice(1)],
  },
  agreeCommitment: {
    ...onCommitment,
    path: '/api/commitments/{commitmentId}/agreeing',
    summary:
      'Makes a proposal outside any agreement what was agreed: whoever owes it, or whoever oversees it, says so',
    deed: 'act-for-party',
    body: z.strictObject({
      isPublic: z.boolean().default(true),
      needId: shape.optionalId.describe('The need that it answers, where the proposal does not say it.'),
      noNeedReason: shape.optionalText(500).describe('Or why it answers no registered need.'),
      confirmText: shape.confirmText,
    }),
    refusals: [
      ...deedRefusals,
      'actors.personal-in-text',
      'commitments.agreed-with-its-agreement',
      'commitments.need-not-found',
      'commitments.need-or-reason',
    ],
  },
  publishCommitment: {
    ...onCommitment,
    path: '/api/commitments/{commitmentId}/publication',
    summary: 'Makes a commitment that was agreed readable for everyone',
    deed: 'oversee-agreement',
    refusals: deedRefusals,
  },
  cancelCommitment: {
    ...onCommitment,
    path: '/api/commitments/{commitmentId}/cancellation',
    summary: 'Ends a commitment that is no longer owed, with the reason; what was met stays met',
    deed: 'oversee-agreement',
    body: reasoned,
    refusals: [...deedRefusals, 'actors.personal-in-text'],
  },
  annulCommitment: {
    ...onCommitment,
    path: '/api/commitments/{commitmentId}/annulment',
    summary: 'Annuls a wrong entry; it stays readable with the reason',
    deed: 'act-for-party',
    body: reasoned,
    refusals: [
      ...deedRefusals,
      'actors.personal-in-text',
      'commitments.text-closed',
      'commitments.in-signed-text',
    ],
  },
  addDependency: {
    method: 'POST',
    path: '/api/commitments/{commitmentId}/prerequisites',
    summary: 'Says that a commitment needs another first',
    admission: 'signed-in',
    deed: 'act-for-party',
    params,
    body: z.strictObject({
      prerequisiteId: z.uuid(),
      reason: shape.optionalText(500),
      confirmText: shape.confirmText,
    }),
    response: shape.done,
    status: 201,
    refusals: [
      'shared.forbidden',
      'commitments.not-found',
      'commitments.not-as-it-stands',
      'commitments.circle',
      'actors.personal-in-text',
    ],
  },
  removeDependency: {
    method: 'DELETE',
    path: '/api/commitments/{commitmentId}/prerequisites/{prerequisiteId}',
    summary: 'Says that a commitment does not need another any more',
    admission: 'signed-in',
    deed: 'act-for-party',
    params: z.object({ commitmentId: z.uuid(), prerequisiteId: z.uuid() }),
    response: shape.done,
    refusals: [
      'shared.forbidden',
      'commitments.not-found',
      'commitments.not-as-it-stands',
      'commitments.dependency-not-found',
    ],
  },
  listPartyChoices: {
    method: 'GET',
    path: '/api/commitment-parties',
    summary: 'Organisations and structures whose name holds these words, to choose who owes or is owed',
    admission: 'signed-in',
    query: z.object({ country, text: z.string().trim().min(2).max(200) }),
    response: z.object({ items: z.array(partyChoice) }),
    refusals: [],
  },
  listCommitmentChoices: {
    method: 'GET',
    path: '/api/commitment-choices',
    summary: 'Commitments whose words match, to choose what another depends on',
    admission: 'signed-in',
    query: z.object({ country, text: z.string().trim().min(2).max(200), except: z.uuid().optional() }),
    response: z.object({
      items: z.array(z.object({ id: z.uuid(), what: z.string(), obligor: z.string(), dueOn: z.string() })),
    }),
    refusals: [],
  },
});
