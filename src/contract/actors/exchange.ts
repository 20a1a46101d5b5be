import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from './shapes.ts';
import { lists } from './shapes.ts';

const spreadsheets = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
] as const;
const importOf = z.enum(['organisations', 'structures', 'people']);

const importReport = z.object({
  runId: z.uuid(),
  kind: importOf,
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
      values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
});

const fileQuery = z.object({
  of: importOf
    .default('organisations')
    .describe('What the rows are; a workbook may hold all three on sheets of their own.'),
  territory: shape.territoryReference,
  fileName: z.string().trim().min(1).max(200).default('archivo'),
});

const importRefusals = [
  'shared.forbidden',
  'shared.unsupported-media',
  'shared.too-large',
  'actors.territory-not-found',
  'actors.import-problems',
];

export const exchangeOperations = defineOperations('actors', {
  previewActorsImport: {
    method: 'POST',
    path: '/api/actors/imports/preview',
    summary: 'What a file of organisations, structures or people would do, with every fault at once',
    admission: 'signed-in',
    deed: 'import',
    query: fileQuery,
    bytes: spreadsheets,
    maximumBytes: 20_000_000,
    response: importReport.omit({ runId: true }),
    refusals: importRefusals,
  },
  importActors: {
    method: 'POST',
    path: '/api/actors/imports',
    summary: 'Imports organisations, structures or people: all rows or none; repeating it doubles nothing',
    admission: 'signed-in',
    deed: 'import',
    query: fileQuery,
    bytes: spreadsheets,
    maximumBytes: 20_000_000,
    response: importReport,
    status: 201,
    refusals: importRefusals,
  },
  revokeActorsImport: {
    method: 'POST',
    path: '/api/actors/imports/{runId}/revocation',
    summary: 'Takes an import back, as long as nobody has built upon it',
    admission: 'signed-in',
    deed: 'import',
    params: z.object({ runId: z.uuid() }),
    response: shape.done,
    refusals: [
      'shared.forbidden',
      'actors.import-not-found',
      'actors.import-not-applied',
      'actors.import-built-upon',
    ],
  },
  exportActors: {
    method: 'GET',
    path: '/api/actors/export',
    summary:
      'Organisations, structures with their seats, or people, as they are listed, in the format that is imported',
    admission: 'anyone',
    deed: 'export',
    query: z.object({
      of: importOf.default('organisations'),
      territory: shape.territoryReference,
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      level: lists.organisationLevel.optional(),
      sector: lists.sector.optional(),
      kind: lists.organisationKind.optional(),
      function: lists.preventionFunction.optional(),
      structureKind: lists.structureKind.optional(),
      organisation: z.uuid().optional(),
      text: z.string().trim().max(200).optional(),
    }),
    response: z.unknown(),
    file: spreadsheets,
    refusals: ['shared.forbidden', 'actors.territory-not-found'],
  },
});
