import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { act, params, refusals } from './life-shapes.ts';
import { lists } from './shapes.ts';

const content = {
  title: z.string().trim().min(3).max(300),
  reason: shape.reason,
  newEndsOn: shape.optionalDay.describe('The new last day, of an extension.'),
  changes: z
    .array(
      z.strictObject({
        clauseId: shape.optionalId.describe('The clause as the signed text names it; none where it is new.'),
        title: shape.optionalText(300).describe('The title of a new clause.'),
        after: shape.optionalText(20_000).describe('What it shall say; nothing where it is taken out.'),
      }),
    )
    .max(50)
    .default([]),
  reschedulings: z
    .array(z.strictObject({ instanceId: z.uuid(), dueOn: shape.day }))
    .max(100)
    .default([]),
  confirmText: shape.confirmText,
};
const addendumRefusals = [
  ...refusals,
  'agreement-life.incomplete',
  'agreement-life.clause-not-found',
  'agreement-life.commitment-not-found',
  'agreement-life.extension-not-allowed',
  'agreement-life.extension-too-long',
  'agreement-life.extension-not-longer',
  'agreement-life.after-the-end',
  'commitments.outside-term',
];

const version = z.object({
  body: z.string().nullable(),
  addendum: z
    .object({ id: z.uuid(), title: z.string(), kind: lists.addendumKind, on: z.string() })
    .nullable()
    .describe('The addendum that says so; none for the text that was signed.'),
});

export const addendaOperations = defineOperations('agreements', {
  openAddendum: {
    method: 'POST',
    path: '/api/agreements/{agreementId}/addenda',
    summary: 'Opens an addendum: a modification, an extension, the accession of a party, a list of errata',
    admission: 'signed-in',
    deed: 'act-for-party',
    params,
    body: z.strictObject({
      kind: lists.addendumKind,
      ...content,
      party: z
        .strictObject({
          organisationId: shape.optionalId,
          structureId: shape.optionalId,
          role: lists.partyRole,
        })
        .nullish()
        .transform((value) => value ?? null)
        .describe('Who accedes.'),
    }),
    response: shape.idAndVersion,
    status: 201,
    refusals: [
      ...addendumRefusals,
      'agreement-life.not-sealed',
      'agreement-life.addendum-open',
      'agreement-life.party-not-found',
      'agreement-life.already-party',
    ],
  },
  updateAddendum: {
    ...act,
    method: 'PUT',
    deed: 'act-for-party',
    path: '/api/addenda/{agreementId}',
    summary: 'Changes an addendum that is being negotiated; what was confirmed is asked for again',
    body: z.strictObject(content),
    refusals: [...addendumRefusals, 'agreement-life.not-an-addendum'],
  },
  confirmAddendum: {
    ...act,
    deed: 'act-for-party',
    path: '/api/addenda/{agreementId}/confirmations',
    summary: 'Confirms the text of an addendum for a party, with its approving act where one is needed',
    body: z.strictObject({
      partyId: z.uuid(),
      approval: z
        .strictObject({
          kind: lists.approvalKind,
          body: z.string().trim().min(3).max(300),
          reference: z.string().trim().min(1).max(300),
          on: shape.day,
        })
        .nullish()
        .transform((value) => value ?? null),
    }),
    refusals: [
      ...refusals,
      'agreement-life.not-an-addendum',
      'agreement-life.party-not-found',
      'agreement-life.party-withdrawn',
      'agreement-life.approval-missing',
      'agreement-life.incomplete',
    ],
  },
  abandonAddendum: {
    ...act,
    deed: 'act-for-party',
    path: '/api/addenda/{agreementId}/abandonment',
    summary: 'Gives an addendum up before it is signed',
    body: z.strictObject({ reason: shape.reason, confirmText: shape.confirmText }),
    refusals: [...refusals, 'agreement-life.not-an-addendum'],
  },
  getConsolidatedText: {
    method: 'GET',
    path: '/api/agreements/{agreementId}/consolidated',
    summary: 'The text in force: what was signed, and over it each addendum, with every earlier form',
    admission: 'anyone',
    params,
    response: z.object({
      agreement: z.object({
        id: z.uuid(),
        title: z.string(),
        standing: lists.standing,
        country: z.string(),
        endsOn: z.string().nullable(),
        firstEndsOn: z.string().nullable(),
        example: z.boolean(),
      }),
      hash: z.string(),
      signedOn: z.string().nullable(),
      isRedacted: z.boolean(),
      clauses: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          body: z.string().nullable(),
          versions: z.array(version),
        }),
      ),
      addenda: z.array(
        z.object({
          id: z.uuid(),
          kind: lists.addendumKind,
          title: z.string(),
          on: z.string(),
          newEndsOn: z.string().nullable(),
        }),
      ),
    }),
    refusals: ['agreements.not-found', 'agreement-life.not-sealed'],
  },
});
