import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { lists, newParty, written, writtenParty } from './shapes.ts';

const params = z.object({ agreementId: z.uuid() });
const textRefusals = [
  'shared.forbidden',
  'shared.stale',
  'agreements.not-found',
  'agreements.text-is-closed',
];
const amount = z
  .string()
  .regex(/^\d{1,16}(\.\d{1,2})?$/)
  .describe('Decimal text, at most two decimals.');
const currency = z.string().regex(/^[A-Z]{3}$/);

/** What every change of the whole has in common: it is done to the version that was seen. */
const onAgreement = { admission: 'signed-in', deed: 'act-for-party', params, versioned: true } as const;

export const partyOperations = defineOperations('agreements', {
  updateAgreement: {
    ...onAgreement,
    method: 'PUT',
    path: '/api/agreements/{agreementId}',
    summary:
      'Changes what an agreement is for, covers, answers and how long it lasts; takes confirmations back',
    body: z.strictObject(written),
    response: shape.idAndVersion,
    refusals: [
      ...textRefusals,
      'actors.territory-not-found',
      'actors.personal-in-text',
      'agreements.holder-not-found',
      'agreements.incomplete',
      'agreements.parent-not-found',
      'agreements.need-not-found',
      'agreements.line-not-found',
    ],
  },
  deleteAgreement: {
    ...onAgreement,
    method: 'DELETE',
    path: '/api/agreements/{agreementId}',
    summary: 'Deletes a draft on which nothing depends yet',
    response: shape.done,
    refusals: ['shared.forbidden', 'shared.stale', 'agreements.not-found', 'agreements.has-consequences'],
  },
  addAgreementParty: {
    ...onAgreement,
    method: 'POST',
    path: '/api/agreements/{agreementId}/parties',
    summary: 'Brings another party into a text that is still being worked on',
    body: newParty,
    response: shape.idAndVersion,
    status: 201,
    refusals: [
      ...textRefusals,
      'agreements.holder-not-found',
      'agreements.party-twice',
      'agreements.incomplete',
    ],
  },
  updateAgreementParty: {
    admission: 'signed-in',
    deed: 'act-for-party',
    method: 'PUT',
    path: '/api/agreements/{agreementId}/parties/{partyId}',
    summary: 'Corrects the role of a party, its competence and who signs for it',
    params: params.extend({ partyId: z.uuid() }),
    body: z.strictObject({ ...writtenParty, confirmText: shape.confirmText }),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [
      ...textRefusals,
      'actors.personal-in-text',
      'agreements.party-not-found',
      'agreements.incomplete',
    ],
  },
  removeAgreementParty: {
    admission: 'signed-in',
    deed: 'act-for-party',
    method: 'DELETE',
    path: '/api/agreements/{agreementId}/parties/{partyId}',
    summary: 'Takes a party out of a text that is still being worked on',
    params: params.extend({ partyId: z.uuid() }),
    response: shape.done,
    versioned: true,
    refusals: [
      ...textRefusals,
      'agreements.party-not-found',
      'agreements.party-is-used',
      'agreements.still-yours',
    ],
  },
  setAgreementBudget: {
    ...onAgreement,
    method: 'PUT',
    path: '/api/agreements/{agreementId}/budget',
    summary:
      'Says what each party brings, by year, source and budget code; totals given must be the sum of the lines',
    body: z.strictObject({
      lines: z
        .array(
          z.strictObject({
            partyId: z.uuid(),
            year: z.number().int().min(1990).max(2100),
            source: shape.optionalText(200),
            budgetCode: shape.optionalText(100),
            kind: lists.budgetKind,
            currency,
            amount,
          }),
        )
        .max(500),
      totals: z
        .array(z.strictObject({ currency, amount }))
        .nullish()
        .transform((value) => value ?? null)
        .describe('The total that the text states, by currency.'),
    }),
    response: shape.idAndVersion,
    refusals: [...textRefusals, 'agreements.party-not-found', 'agreements.budget-not-the-sum'],
  },
});
