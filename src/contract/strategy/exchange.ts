import { z } from 'zod';
import { defineOperations } from '../operation.ts';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
// A body of application/json is an object to the door; a file of it is sent as the bytes that it is.
const sent = [workbook, 'application/octet-stream'] as const;
const given = [workbook, 'application/json'] as const;

const report = z.object({
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
  deed: 'edit-strategy',
  params: z.object({ versionId: z.uuid() }),
  query: z.object({ fileName: z.string().trim().min(1).max(200).default('archivo') }),
  bytes: sent,
  maximumBytes: 10_000_000,
  response: report,
  refusals: [
    'shared.forbidden',
    'shared.unsupported-media',
    'shared.too-large',
    'strategy.version-not-found',
    'strategy.approved-stays',
    'strategy.not-as-it-stands',
    'strategy.not-readable',
    'strategy.import-problems',
  ],
} as const;

export const strategyExchangeOperations = defineOperations('strategy', {
  exportStrategyVersion: {
    method: 'GET',
    path: '/api/strategy-versions/{versionId}/export',
    summary: 'A version in the formats that are imported',
    admission: 'anyone',
    params: z.object({ versionId: z.uuid() }),
    query: z.object({ format: z.enum(['xlsx', 'json']).default('xlsx') }),
    response: z.unknown(),
    file: given,
    refusals: ['strategy.version-not-found'],
  },
  previewStrategyImport: {
    ...upload,
    path: '/api/strategy-versions/{versionId}/imports/preview',
    summary: 'What a file would do to a draft, with every fault at once',
  },
  importStrategyVersion: {
    ...upload,
    path: '/api/strategy-versions/{versionId}/imports',
    summary: 'Imports elements into a draft: all rows or none; repeating it doubles nothing',
    status: 201,
  },
});
