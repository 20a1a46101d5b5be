import { z } from 'zod';
import { partyRoles } from '#domain/agreements/vocabulary.ts';
import * as shape from '../actors/shapes.ts';
import { defineOperations } from '../operation.ts';
import { mapping, resolution, sheetAnswer } from './sheet-shapes.ts';

const spreadsheets = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
] as const;
const params = z.object({ sheetId: z.uuid() });
const found = ['registering.sheet-not-found'] as const;

/** What is done to a list that is open. */
const onSheet = {
  admission: 'signed-in',
  deed: 'act-for-party',
  params,
  response: sheetAnswer,
  versioned: true,
} as const;

export const registeringOperations = defineOperations('agreements', {
  registerAgreement: {
    method: 'POST',
    path: '/api/agreements/registrations',
    summary: 'Registers an agreement that is already in force as it stands',
    description:
      'Nothing is invented: no approvals, no signatures. What is known of the paper is entered, and its file is attached.',
    admission: 'signed-in',
    deed: 'act-for-party',
    body: z.strictObject({
      territory: shape.territoryReference,
      templateId: z.string().min(1).max(100).describe('The instrument whose rules it follows from here on.'),
      title: z.string().trim().min(3).max(300),
      number: shape.optionalText(100),
      object: shape.optionalText(4000),
      language: z.enum(['es', 'en']).default('es'),
      parentId: shape.optionalId,
      parties: z
        .array(
          z.strictObject({
            organisationId: shape.optionalId,
            structureId: shape.optionalId,
            role: z.enum(partyRoles),
            representativeOffice: shape.optionalText(200),
          }),
        )
        .min(2)
        .max(100),
      territories: z.array(shape.territoryReference).max(200).default([]),
      needs: z.array(z.uuid()).max(50).default([]),
      noNeedReason: shape.optionalText(500),
      signedOn: shape.day,
      effectiveOn: shape.optionalDay.describe('Where it is another day than that of the signature.'),
      endsOn: shape.optionalDay.describe('The last day of its term; none where the paper has none.'),
      registryNumber: shape.optionalText(100),
      isPublic: z.boolean().default(true),
      confirmNew: shape.confirmation,
      confirmText: shape.confirmText,
    }),
    response: shape.idAndVersion,
    status: 201,
    refusals: [
      'shared.forbidden',
      'actors.territory-not-found',
      'actors.personal-in-text',
      'registering.incomplete',
      'registering.looks-alike',
      'agreements.template-not-found',
      'agreements.only-a-library',
      'agreements.holder-not-found',
      'agreements.party-twice',
      'agreements.incomplete',
      'agreements.parent-not-found',
      'agreements.need-not-found',
    ],
  },
  attachRegisteredFile: {
    method: 'POST',
    path: '/api/agreements/{agreementId}/registered-file',
    summary: 'Attaches the paper of a registered agreement, as a PDF or a scan',
    admission: 'signed-in',
    deed: 'act-for-party',
    params: z.object({ agreementId: z.uuid() }),
    query: z.object({
      fileName: z.string().trim().min(1).max(200).default('archivo'),
      isPublic: z.enum(['yes', 'no']).default('no'),
    }),
    bytes: ['application/pdf', 'image/jpeg', 'image/png', 'application/octet-stream'],
    maximumBytes: 25_000_000,
    response: shape.idOnly,
    status: 201,
    refusals: ['shared.forbidden', 'shared.too-large', 'agreements.not-found', 'registering.not-registered'],
  },
  openCommitmentSheet: {
    method: 'POST',
    path: '/api/commitment-sheets',
    summary: 'Sends a list of commitments in any layout; its columns are guessed and nothing is entered yet',
    admission: 'signed-in',
    deed: 'act-for-party',
    query: z.object({
      territory: shape.territoryReference,
      agreement: z.uuid().optional(),
      fileName: z.string().trim().min(1).max(200).default('archivo'),
    }),
    bytes: spreadsheets,
    maximumBytes: 20_000_000,
    response: sheetAnswer,
    status: 201,
    refusals: [
      'shared.forbidden',
      'shared.unsupported-media',
      'shared.too-large',
      'actors.territory-not-found',
      'agreements.not-found',
      'registering.too-many-rows',
    ],
  },
  listCommitmentSheets: {
    method: 'GET',
    path: '/api/commitment-sheets',
    summary: 'The lists that whoever asks has sent, newest first',
    admission: 'signed-in',
    query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
    response: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          fileName: z.string(),
          standing: z.enum(['open', 'applied', 'revoked']),
          createdAt: z.string(),
        }),
      ),
    }),
    refusals: [],
  },
  getCommitmentSheet: {
    method: 'GET',
    path: '/api/commitment-sheets/{sheetId}',
    summary: 'A list as it is understood: its columns, what each row would do, what has to be put right',
    admission: 'signed-in',
    params,
    response: sheetAnswer,
    refusals: [...found],
  },
  mapCommitmentSheet: {
    ...onSheet,
    method: 'PUT',
    path: '/api/commitment-sheets/{sheetId}/mapping',
    summary: 'Says which column says what; remembered for lists with the same headers',
    body: mapping,
    refusals: ['shared.stale', 'registering.sheet-closed', 'registering.no-such-column', ...found],
  },
  resolveCommitmentSheet: {
    ...onSheet,
    method: 'POST',
    path: '/api/commitment-sheets/{sheetId}/resolutions',
    summary: 'Decides what a list leaves open, one by one or by accepting everything that is proposed',
    body: z.strictObject({
      resolutions: z.array(resolution).max(2000).default([]),
      acceptProposed: z.boolean().default(false),
      remember: z.boolean().default(true).describe('Names that were resolved are known in the next list.'),
    }),
    refusals: ['shared.stale', 'registering.sheet-closed', 'registering.no-such-party', ...found],
  },
  importCommitmentSheet: {
    ...onSheet,
    method: 'POST',
    path: '/api/commitment-sheets/{sheetId}/import',
    summary:
      'Enters the commitments of a list: all rows that are understood, or none while something is open',
    refusals: [
      'shared.stale',
      'shared.forbidden',
      'registering.sheet-closed',
      'registering.still-open',
      'registering.nothing-to-do',
      ...found,
    ],
  },
  revokeCommitmentSheet: {
    ...onSheet,
    method: 'POST',
    path: '/api/commitment-sheets/{sheetId}/revocation',
    summary: 'Takes a list back whole, as long as nobody has built upon its commitments',
    refusals: [
      'shared.stale',
      'shared.forbidden',
      'registering.not-applied',
      'registering.built-upon',
      ...found,
    ],
  },
});
