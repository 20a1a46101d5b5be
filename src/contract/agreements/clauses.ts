import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { clauseDetail, clauseFields, comparison } from './clause-shapes.ts';
import { lists } from './shapes.ts';

const ofAgreement = z.object({ agreementId: z.uuid() });
const ofClause = z.object({ clauseId: z.uuid() });
const onClause = {
  admission: 'signed-in',
  deed: 'act-for-party',
  params: ofClause,
  response: shape.idAndVersion,
} as const;
const refusals = [
  'shared.forbidden',
  'shared.stale',
  'agreements.clause-not-found',
  'agreements.party-not-found',
  'agreements.text-is-closed',
  'actors.personal-in-text',
];
const forParty = shape.optionalId.describe('The party for which it is done, where it is done for one.');
const text = {
  title: z.string().trim().min(1).max(300),
  body: z.string().trim().min(1).max(20_000),
};

export const clauseOperations = defineOperations('agreements', {
  getAgreementClause: {
    method: 'GET',
    path: '/api/agreement-clauses/{clauseId}',
    summary:
      'One clause as it is written, every edition of it, what was said of it, and how others word theirs',
    admission: 'signed-in',
    params: ofClause,
    response: clauseDetail,
    refusals: ['shared.forbidden', 'agreements.clause-not-found'],
  },
  compareClauseEditions: {
    method: 'GET',
    path: '/api/agreement-clauses/{clauseId}/comparison',
    summary: 'Two editions of a clause, word by word',
    admission: 'signed-in',
    params: ofClause,
    query: z.object({
      from: z.coerce.number().int().positive(),
      to: z.coerce.number().int().positive(),
    }),
    response: comparison,
    refusals: ['shared.forbidden', 'agreements.clause-not-found'],
  },
  addAgreementClause: {
    method: 'POST',
    path: '/api/agreements/{agreementId}/clauses',
    summary: 'Adds a clause, of one’s own wording or taken from an instrument of this or another country',
    admission: 'signed-in',
    deed: 'act-for-party',
    params: ofAgreement,
    body: z.strictObject({
      type: lists.clauseType,
      ...text,
      takenFrom: z
        .strictObject({ templateId: z.string().max(100), key: z.string().max(100) })
        .nullish()
        .transform((value) => value ?? null),
      partyId: forParty,
      confirmText: shape.confirmText,
    }),
    response: shape.idAndVersion,
    status: 201,
    refusals: [...refusals.filter((code) => code !== 'shared.stale'), 'agreements.not-found'],
  },
  updateAgreementClause: {
    ...onClause,
    method: 'PUT',
    path: '/api/agreement-clauses/{clauseId}',
    summary: 'Words a clause anew; the former wording stays as an edition, and confirmations are taken back',
    body: z.strictObject({
      ...text,
      fields: clauseFields.nullish().transform((value) => value ?? null),
      reason: shape.optionalText(1000),
      partyId: forParty,
      confirmText: shape.confirmText,
    }),
    versioned: true,
    refusals: [...refusals, 'agreements.incomplete', 'agreements.holder-not-found'],
  },
  moveAgreementClause: {
    ...onClause,
    method: 'POST',
    path: '/api/agreement-clauses/{clauseId}/place',
    summary: 'Moves a clause up or down',
    body: z.strictObject({ direction: z.enum(['up', 'down']) }),
    refusals: ['shared.forbidden', 'agreements.clause-not-found', 'agreements.text-is-closed'],
  },
  removeAgreementClause: {
    ...onClause,
    method: 'POST',
    path: '/api/agreement-clauses/{clauseId}/removal',
    summary: 'Takes a clause out of the text with the reason; it is kept and can be put back',
    body: z.strictObject({ reason: shape.reason, partyId: forParty, confirmText: shape.confirmText }),
    versioned: true,
    refusals,
  },
  restoreAgreementClause: {
    ...onClause,
    method: 'POST',
    path: '/api/agreement-clauses/{clauseId}/restoring',
    summary: 'Puts a clause back that was taken out',
    body: z.strictObject({ partyId: forParty }),
    versioned: true,
    refusals: refusals.filter((code) => code !== 'actors.personal-in-text'),
  },
  remarkOnClause: {
    ...onClause,
    method: 'POST',
    path: '/api/agreement-clauses/{clauseId}/remarks',
    summary: 'Says something of a clause, or proposes another wording, for a party',
    body: z.strictObject({
      kind: lists.remarkKind,
      partyId: forParty,
      body: z.string().trim().min(3).max(4000).describe('What is said, or why the wording is proposed.'),
      proposedTitle: shape.optionalText(300),
      proposedBody: shape.optionalText(20_000),
      confirmText: shape.confirmText,
    }),
    status: 201,
    refusals: [...refusals.filter((code) => code !== 'shared.stale'), 'agreements.incomplete'],
  },
  answerClauseRemark: {
    method: 'POST',
    path: '/api/agreement-remarks/{remarkId}/answer',
    summary: 'Accepts or refuses what another party said; an accepted proposal becomes the clause',
    admission: 'signed-in',
    deed: 'act-for-party',
    params: z.object({ remarkId: z.uuid() }),
    body: z.strictObject({
      outcome: z.enum(['accepted', 'refused']),
      answer: shape.reason,
      partyId: forParty,
      confirmText: shape.confirmText,
    }),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [
      'shared.forbidden',
      'shared.stale',
      'agreements.remark-not-found',
      'agreements.party-not-found',
      'agreements.text-is-closed',
      'agreements.own-remark',
      'agreements.remark-decided',
      'agreements.proposal-outdated',
      'actors.personal-in-text',
    ],
  },
  withdrawClauseRemark: {
    method: 'POST',
    path: '/api/agreement-remarks/{remarkId}/withdrawal',
    summary: 'Takes back what one’s own party said of a clause',
    admission: 'signed-in',
    deed: 'act-for-party',
    params: z.object({ remarkId: z.uuid() }),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [
      'shared.forbidden',
      'shared.stale',
      'agreements.remark-not-found',
      'agreements.remark-decided',
    ],
  },
});
