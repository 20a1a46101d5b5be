import { z } from 'zod';
import * as shape from '../actors/shapes.ts';
import { defineOperations } from '../operation.ts';

const params = z.object({ runId: z.uuid() });
const runRefusals = ['shared.forbidden', 'planning.import-not-found'];

const columns = z
  .array(z.object({ index: z.number().int().min(0).max(200), field: z.string().max(20) }))
  .max(30);

const seen = z.object({
  runId: z.uuid(),
  fileName: z.string(),
  sheet: z.string(),
  organisation: shape.named,
  standing: z.enum(['previewed', 'applied', 'revoked']),
  year: z.number().nullable(),
  columns: z.array(
    z.object({
      index: z.number(),
      letters: z.string(),
      header: z.string(),
      field: z.string().nullable().describe('What it is taken to hold; null for nothing of interest.'),
      samples: z.array(z.string()),
    }),
  ),
  creates: z.number(),
  changes: z.number(),
  same: z.number(),
  rows: z.array(
    z.object({
      row: z.number(),
      outcome: z.enum(['create', 'change', 'same']),
      name: z.string(),
      suggestion: z.object({ link: z.enum(['direct', 'indirect']).nullable(), words: z.array(z.string()) }),
    }),
  ),
  problems: z.array(
    z.object({
      code: z.string(),
      row: z.number().nullable(),
      column: z.string().nullable().describe('Its letters in the sheet.'),
      field: z.string().nullable(),
      message: z.string(),
    }),
  ),
  notes: z.array(z.object({ code: z.string(), row: z.number().nullable(), message: z.string() })),
});

export const inventoryImportOperations = defineOperations('planning', {
  startInventoryImport: {
    method: 'POST',
    path: '/api/inventory-imports',
    summary:
      'Takes the operating plan of an organisation, of any layout, and guesses its columns; nothing is imported yet',
    admission: 'signed-in',
    deed: 'edit-plan',
    query: z.object({
      organisation: z.uuid(),
      fileName: z.string().trim().min(1).max(200).default('archivo'),
    }),
    bytes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
    maximumBytes: 20_000_000,
    response: z.object({ runId: z.uuid() }),
    status: 201,
    refusals: [
      'shared.forbidden',
      'shared.unsupported-media',
      'shared.too-large',
      'planning.organisation-not-found',
      'planning.import-too-long',
    ],
  },
  getInventoryImport: {
    method: 'GET',
    path: '/api/inventory-imports/{runId}',
    summary: 'What a sheet would do with its columns as they are, every fault by row and column',
    admission: 'signed-in',
    params,
    response: seen,
    refusals: runRefusals,
  },
  setInventoryColumns: {
    method: 'POST',
    path: '/api/inventory-imports/{runId}/columns',
    summary: 'Says what the columns of a sheet hold, and of which year it is',
    admission: 'signed-in',
    deed: 'edit-plan',
    params,
    body: z.strictObject({ columns, year: z.number().int().min(1990).max(2100).nullable() }),
    response: shape.done,
    refusals: [...runRefusals, 'planning.import-not-open', 'planning.import-problems'],
  },
  applyInventoryImport: {
    method: 'POST',
    path: '/api/inventory-imports/{runId}/application',
    summary: 'Imports a sheet: all rows or none; repeating it doubles nothing',
    admission: 'signed-in',
    deed: 'edit-plan',
    params,
    response: z.object({ runId: z.uuid(), creates: z.number(), changes: z.number(), same: z.number() }),
    refusals: [...runRefusals, 'shared.stale', 'planning.import-not-open', 'planning.import-problems'],
  },
  revokeInventoryImport: {
    method: 'POST',
    path: '/api/inventory-imports/{runId}/revocation',
    summary: 'Takes an import back whole, as long as nobody has built upon it',
    admission: 'signed-in',
    deed: 'edit-plan',
    params,
    response: shape.done,
    refusals: [...runRefusals, 'planning.import-not-applied', 'planning.import-built-upon'],
  },
});
