import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { act, reasoned, refusals } from './life-shapes.ts';

const partyRefusals = [...refusals, 'agreement-life.party-not-found', 'agreement-life.party-withdrawn'];
const onBalance = z.object({ agreementId: z.uuid(), balanceId: z.uuid() });
const balanceRefusals = [
  ...partyRefusals,
  'agreement-life.balance-not-found',
  'agreement-life.balance-decided',
];

export const settlementOperations = defineOperations('agreements', {
  addBalance: {
    ...act,
    deed: 'act-for-party',
    path: '/api/agreements/{agreementId}/balances',
    summary: 'Enters what one party owes another when an agreement is settled',
    body: z.strictObject({
      debtorPartyId: z.uuid(),
      creditorPartyId: z.uuid(),
      currency: z.string().regex(/^[A-Z]{3}$/),
      amount: z.string().regex(/^\d{1,15}(\.\d{1,2})?$/),
      ...reasoned,
    }),
    refusals: [...partyRefusals, 'agreement-life.incomplete'],
  },
  payBalance: {
    ...act,
    deed: 'act-for-party',
    params: onBalance,
    path: '/api/agreements/{agreementId}/balances/{balanceId}/payment',
    summary: 'Records that a balance was paid, with the reference of the payment',
    body: z.strictObject({ on: shape.day, reference: z.string().trim().min(2).max(300) }),
    refusals: [...balanceRefusals, 'agreement-life.incomplete'],
  },
  waiveBalance: {
    ...act,
    deed: 'act-for-party',
    params: onBalance,
    path: '/api/agreements/{agreementId}/balances/{balanceId}/waiver',
    summary: 'Waives a balance with a reason, for the party that it is owed to',
    body: z.strictObject(reasoned),
    refusals: balanceRefusals,
  },
  decideOnCommitment: {
    ...act,
    deed: 'act-for-party',
    path: '/api/agreements/{agreementId}/commitment-decisions',
    summary: 'Says what becomes of an open commitment of an agreement that ends',
    body: z.strictObject({
      instanceId: z.uuid(),
      decision: z.enum(['close', 'finish-by', 'pass-on']),
      until: shape.optionalDay.describe('By when it is finished.'),
      toAgreementId: shape.optionalId.describe('The agreement that takes it on.'),
      ...reasoned,
    }),
    refusals: [...refusals, 'agreement-life.commitment-not-found', 'agreement-life.incomplete'],
  },
  closeAgreement: {
    ...act,
    deed: 'oversee-agreement',
    path: '/api/agreements/{agreementId}/closing',
    summary: 'Closes an agreement that is settled, with its final report and what was learnt',
    body: z.strictObject({
      report: z.string().trim().min(20).max(10_000),
      lessons: z.string().trim().min(10).max(10_000),
      confirmText: shape.confirmText,
    }),
    refusals: [...refusals, 'agreement-life.unsettled', 'agreement-life.open-commitments'],
  },
});
