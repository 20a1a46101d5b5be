import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { lists } from './shapes.ts';

const spreadsheets = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
] as const;

const importReport = z.object({
  runId: z.uuid(),
  creates: z.number(),
  changes: z.number(),
  same: z.number(),
  rows: z
    .array(
      z.object({
        row: z.number(),
        outcome: z.enum(['create', 'change', 'same']),
        name: z.string(),
        fields: z.array(z.string()),
      }),
    )
    .describe('What each row would do, or did.'),
  notes: z.array(
    z.object({
      code: z.string(),
      row: z.number().optional(),
      field: z.string().optional(),
      sheet: z.string().optional(),
    }),
  ),
});

const upload = {
  method: 'POST',
  admission: 'signed-in',
  deed: 'import',
  query: z.object({
    territory: shape.territoryReference,
    fileName: z.string().trim().min(1).max(200).default('archivo'),
  }),
  bytes: spreadsheets,
  maximumBytes: 20_000_000,
  refusals: [
    'shared.forbidden',
    'shared.unsupported-media',
    'shared.too-large',
    'actors.territory-not-found',
    'diagnosis.import-problems',
  ],
} as const;

export const needExchangeOperations = defineOperations('diagnosis', {
  previewNeedsImport: {
    ...upload,
    path: '/api/needs/imports/preview',
    summary: 'What a file of needs would do, with every fault at once',
    response: importReport.omit({ runId: true }),
  },
  importNeeds: {
    ...upload,
    path: '/api/needs/imports',
    summary: 'Imports needs: all rows or none; repeating it doubles nothing',
    response: importReport,
    status: 201,
  },
  revokeNeedsImport: {
    method: 'POST',
    path: '/api/needs/imports/{runId}/revocation',
    summary: 'Takes an import of needs back, as long as nobody has built upon it',
    admission: 'signed-in',
    deed: 'import',
    params: z.object({ runId: z.uuid() }),
    response: shape.done,
    refusals: [
      'shared.forbidden',
      'diagnosis.import-not-found',
      'diagnosis.import-not-applied',
      'diagnosis.import-built-upon',
    ],
  },
  exportNeeds: {
    method: 'GET',
    path: '/api/needs/export',
    summary: 'Needs in the format that is imported',
    admission: 'anyone',
    query: z.object({
      territory: shape.territoryReference,
      below: z.enum(['yes', 'no']).default('yes'),
      priority: lists.priority.optional(),
      group: lists.group.optional(),
      violence: lists.violence.optional(),
      standing: lists.standing.default('current'),
      text: z.string().trim().max(200).optional(),
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
    }),
    response: z.unknown(),
    file: spreadsheets,
    refusals: ['actors.territory-not-found'],
  },
});
