import { z } from 'zod';
import { proposedCompositions } from '#domain/values/import/propose-indicator.ts';
import { importSettingsSchema } from '#domain/values/import/mapping-schema.ts';
import { countingUnits, directions, topics } from '#domain/indicators/vocabulary.ts';
import { valueLayoutSchema } from '#domain/values/import/layout-schema.ts';
import { leftOutReasons } from '#domain/values/import/left-out.ts';
import { importStages } from '#domain/values/import/stages.ts';
import * as shape from '../actors/shapes.ts';
import { defineOperations } from '../operation.ts';

const texts = z.record(z.string(), z.union([z.string(), z.number()]));

const problem = z.object({
  code: z.string(),
  row: z.number().nullable(),
  cell: z.string().nullable(),
  sheet: z.string().nullable(),
  field: z.string().nullable(),
  values: texts,
});

const importAnswer = z.object({
  id: z.uuid(),
  version: z.number(),
  fileName: z.string(),
  territory: shape.place,
  stage: z.enum(importStages),
  createdAt: z.string(),
  rowsRead: z.number(),
  sheet: z.string().nullable(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: z.number() })),
  headers: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  layout: valueLayoutSchema.nullable(),
  layoutOrigin: z.enum(['guessed', 'remembered', 'given']),
  settings: importSettingsSchema,
  counts: z.object({ rows: z.number(), values: z.number(), problems: z.number() }),
  crosswalks: z
    .array(z.object({ id: z.uuid(), title: z.string(), number: z.number() }))
    .describe('By which versions of which names it is read; once applied, by which it was read.'),
  unread: z
    .array(z.object({ reason: z.enum(leftOutReasons), rows: z.number(), firstRows: z.array(z.number()) }))
    .describe(
      'Rows that tell no figure though nothing is wrong with them: why, how many, the first of them.',
    ),
  notices: z
    .array(problem)
    .describe('What was done to read a workbook: hidden rows passed over, merged cells.'),
  doubts: z.array(z.object({ code: z.string(), header: z.string().nullable(), text: z.string().nullable() })),
  places: z.array(
    z.object({
      key: z.string(),
      text: z.string(),
      rows: z.number(),
      candidates: z.array(z.object({ reference: z.string(), name: z.string() })),
    }),
  ),
  leftOut: z
    .array(z.object({ key: z.string(), text: z.string(), rows: z.number() }))
    .describe('Places whose rows a person left out of this file.'),
  problems: z.array(problem),
  fault: z.object({ code: z.string(), values: texts }).nullable(),
  format: z
    .string()
    .nullable()
    .describe('csv, xlsx, dhis2-json, dhis2-csv, dhis2-xml or adx, by its content.'),
  metadata: z
    .object({
      fileName: z.string(),
      elements: z.number(),
      places: z.number(),
      crossings: z.number(),
      indicators: z.number(),
      sets: z.number(),
    })
    .nullable()
    .describe('The file given beside that says what the marks of an exchange file stand for.'),
  left: z
    .object({ deleted: z.number(), followedUp: z.number(), comments: z.number() })
    .nullable()
    .describe('What an exchange file holds and is not brought in.'),
  proposals: z
    .array(
      z.object({
        element: z.string(),
        code: z.string(),
        title: z.string(),
        valueType: z.string(),
        composition: z
          .enum(proposedCompositions)
          .describe('How it adds up, guessed from how the other system adds it.'),
        unit: z.string().nullable(),
      }),
    )
    .describe('Elements of the metadata that could become indicators, once somebody accepts them.'),
  written: z.number().nullable().describe('How many values were new or changed.'),
  same: z.number().nullable(),
});

const params = z.object({ importId: z.uuid() });
const onImport = {
  admission: 'signed-in',
  deed: 'import',
  params,
  response: importAnswer,
  versioned: true,
} as const;
const open = ['shared.stale', 'values.import-not-found', 'values.import-not-open'] as const;

/** Files of figures: sent once, understood, corrected, settled, and only then brought in, whole or not at all. */
export const valueImportOperations = defineOperations('values', {
  openValueImport: {
    method: 'POST',
    path: '/api/value-imports',
    summary:
      'Sends a file of figures, CSV (also packed) or XLSX in any layout, DHIS2 or ADX; nothing is written yet',
    description:
      'A large file is read in the background: ask again by its id and see how many rows were read.',
    admission: 'signed-in',
    deed: 'import',
    query: z.object({
      territory: shape.territoryReference,
      fileName: z.string().trim().min(1).max(200).default('archivo'),
    }),
    bytes: [
      'text/csv',
      'text/tab-separated-values',
      'application/gzip',
      'application/json',
      'application/xml',
      'application/adx+xml',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/octet-stream',
    ],
    maximumBytes: 50_000_000,
    response: importAnswer,
    status: 201,
    refusals: [
      'shared.forbidden',
      'shared.unsupported-media',
      'shared.too-large',
      'actors.territory-not-found',
    ],
  },
  listValueImports: {
    method: 'GET',
    path: '/api/value-imports',
    summary: 'Files of figures of the places where whoever asks may import, newest first',
    admission: 'signed-in',
    deed: 'import',
    query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(30) }),
    response: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          fileName: z.string(),
          territory: shape.place,
          stage: z.enum(importStages),
          createdAt: z.string(),
        }),
      ),
    }),
    refusals: ['shared.forbidden'],
  },
  getValueImport: {
    method: 'GET',
    path: '/api/value-imports/{importId}',
    summary: 'One file of figures: how it is understood, what is open, how far it has got',
    admission: 'signed-in',
    deed: 'import',
    params,
    response: importAnswer,
    refusals: ['values.import-not-found'],
  },
  describeValueImport: {
    ...onImport,
    method: 'PUT',
    path: '/api/value-imports/{importId}/metadata',
    summary:
      'Gives the metadata of DHIS2 (JSON) that name the elements, places and groups of an exchange file',
    query: z.object({ fileName: z.string().trim().min(1).max(200).default('metadata.json') }),
    bytes: ['application/json', 'application/gzip', 'application/octet-stream'],
    maximumBytes: 50_000_000,
    refusals: [
      ...open,
      'shared.unsupported-media',
      'shared.too-large',
      'values.no-exchange-file',
      'dhis2.not-metadata',
      'dhis2.unreadable',
      'dhis2.other-encoding',
      'dhis2.metadata-too-large',
    ],
  },
  acceptProposedIndicators: {
    ...onImport,
    deed: 'edit-indicator',
    method: 'POST',
    path: '/api/value-imports/{importId}/indicators',
    summary:
      'Makes indicators of elements that the metadata of an exchange file describe; nothing is made unasked',
    body: z.strictObject({
      elements: z.array(z.string().min(1).max(100)).min(1).max(200),
      topic: z.enum(topics),
      direction: z.enum(directions),
      unit: z.string().trim().min(1).max(60),
      countingUnit: z
        .enum(countingUnits)
        .nullish()
        .transform((value) => value ?? null),
      countsPeople: z.boolean().describe('People or incidents: small numbers are protected.'),
      compositions: z
        .record(z.string().min(1).max(100), z.enum(proposedCompositions))
        .default({})
        .describe('By element, where it adds up otherwise than is guessed.'),
    }),
    refusals: [
      ...open,
      'shared.forbidden',
      'values.not-proposed',
      'indicators.code-taken',
      'indicators.incomplete',
    ],
  },
  mapValueImport: {
    ...onImport,
    method: 'PUT',
    path: '/api/value-imports/{importId}/layout',
    summary: 'Says how the table is to be read, and what is said of the file as a whole',
    body: z.strictObject({ layout: valueLayoutSchema, settings: importSettingsSchema }),
    refusals: [...open, 'values.mapping-unfit'],
  },
  settleValuePlace: {
    ...onImport,
    method: 'POST',
    path: '/api/value-imports/{importId}/places',
    summary:
      'Says which territory a place of the file is, remembered for the files to come; or that it is none',
    body: z.strictObject({
      key: z.string().min(1).max(500),
      territory: shape.territoryReference
        .nullable()
        .describe('Null: no territory; its rows are left out of this file.'),
    }),
    refusals: [...open, 'actors.territory-not-found', 'values.place-not-in-file'],
  },
  applyValueImport: {
    ...onImport,
    method: 'POST',
    path: '/api/value-imports/{importId}/application',
    summary: 'Brings the figures in: all of them, or none while something is open',
    refusals: [...open, 'values.import-has-problems', 'shared.forbidden'],
  },
  revokeValueImport: {
    ...onImport,
    method: 'POST',
    path: '/api/value-imports/{importId}/revocation',
    summary: 'Takes an import back: figures are as they were before, but for those changed since',
    refusals: ['shared.stale', 'values.import-not-found', 'values.import-not-applied', 'shared.forbidden'],
  },
});
