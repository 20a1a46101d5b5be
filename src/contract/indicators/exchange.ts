import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { asked } from './shapes.ts';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
// A body of application/json is an object to the door; a file of it is sent as the bytes that it is.
const sent = [workbook, 'text/csv', 'application/octet-stream'] as const;
const given = [workbook, 'text/csv', 'application/json'] as const;

const report = z.object({
  creates: z.number(),
  changes: z.number(),
  same: z.number(),
  rows: z
    .array(
      z.object({
        row: z.number(),
        outcome: z.enum(['create', 'change', 'same']),
        code: z.string(),
        title: z.string(),
        fields: z.array(z.string()).describe('What it would change, or changed.'),
      }),
    )
    .describe('What each row would do, or did.'),
});

const upload = {
  method: 'POST',
  admission: 'signed-in',
  deed: 'edit-indicator',
  query: z.object({
    territory: shape.territoryReference.optional().describe('Whose they are; none: of every country.'),
    fileName: z.string().trim().min(1).max(200).default('archivo'),
  }),
  bytes: sent,
  maximumBytes: 10_000_000,
  response: report,
  refusals: [
    'shared.forbidden',
    'shared.unsupported-media',
    'shared.too-large',
    'actors.territory-not-found',
    'indicators.import-problems',
  ],
} as const;

export const indicatorExchangeOperations = defineOperations('indicators', {
  exportIndicators: {
    method: 'GET',
    path: '/api/indicators/export',
    summary: 'Indicators with their definitions, in the formats that are imported',
    admission: 'anyone',
    query: z.object({
      ...asked,
      format: z.enum(['xlsx', 'csv', 'json']).default('xlsx'),
    }),
    response: z.unknown(),
    file: given,
    refusals: ['actors.territory-not-found'],
  },
  previewIndicatorsImport: {
    ...upload,
    path: '/api/indicators/imports/preview',
    summary: 'What a file of indicators would do, with every fault at once',
  },
  importIndicators: {
    ...upload,
    path: '/api/indicators/imports',
    summary: 'Imports indicators: all rows or none; repeating it doubles nothing',
    status: 201,
  },
});
