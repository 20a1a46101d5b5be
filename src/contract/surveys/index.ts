import { z } from 'zod';
import * as shape from '../actors/shapes.ts';
import { defineOperations } from '../operation.ts';
import { indicatorCode } from '../values/shapes.ts';
import { pulseOperations } from './pulse.ts';
import * as surveys from './shapes.ts';

const params = z.object({ survey: z.uuid() });
const kept = [
  'shared.forbidden',
  'surveys.period-reversed',
  'surveys.not-an-estimate',
  'values.indicator-not-found',
];

const recorded = defineOperations('surveys', {
  listSurveys: {
    method: 'GET',
    path: '/api/surveys',
    summary: 'Surveys of perception and victimisation, the last first',
    admission: 'anyone',
    query: z.object({ territory: shape.territoryReference.optional(), ...shape.pageQuery }),
    response: shape.page(surveys.summary).extend({ abilities: shape.abilities }),
    refusals: ['actors.territory-not-found'],
  },
  getSurvey: {
    method: 'GET',
    path: '/api/surveys/{survey}',
    summary: 'A survey: how it was made, what it estimates with its intervals, who answered for its data',
    admission: 'anyone',
    params,
    response: surveys.summary.extend({
      note: z.string().nullable(),
      design: surveys.design,
      questions: z.array(surveys.question).readonly(),
      estimates: z.array(surveys.estimate),
      confirmation: z
        .object({ purpose: z.string(), legalBasis: z.string(), whoMaySee: z.string(), on: z.string() })
        .nullable(),
      imports: z.array(
        z.object({
          rows: z.number(),
          used: z.number(),
          estimates: z.number(),
          withheld: z.number(),
          importedAt: z.string(),
        }),
      ),
      abilities: shape.abilities,
      version: z.number(),
    }),
    refusals: ['surveys.not-found'],
  },
  createSurvey: {
    method: 'POST',
    path: '/api/surveys',
    summary: 'Enters a survey: source, fieldwork, population, design, and which question is which indicator',
    admission: 'signed-in',
    deed: 'edit-indicator',
    body: z.strictObject({ territory: shape.territoryReference, ...surveys.written }),
    response: shape.idAndVersion,
    status: 201,
    refusals: ['actors.territory-not-found', ...kept],
  },
  updateSurvey: {
    method: 'PUT',
    path: '/api/surveys/{survey}',
    summary: 'Corrects a survey; estimates that were made stay until its file is read again',
    admission: 'signed-in',
    deed: 'edit-indicator',
    params,
    body: z.strictObject(surveys.written),
    versioned: true,
    response: shape.idAndVersion,
    refusals: ['surveys.not-found', 'shared.stale', 'shared.version-required', ...kept],
  },
  confirmSurvey: {
    method: 'POST',
    path: '/api/surveys/{survey}/confirmation',
    summary: 'Answers for reading people’s answers: purpose, legal basis, who may see what comes of it',
    admission: 'signed-in',
    deed: 'edit-indicator',
    params,
    body: z.strictObject({
      purpose: z.string().trim().min(10).max(1000),
      legalBasis: z.string().trim().min(5).max(500),
      whoMaySee: z.string().trim().min(5).max(500),
      noIdentifiers: z.literal(true).describe('The file holds no name, number, address or telephone.'),
      confirmText: shape.confirmText,
    }),
    response: shape.done,
    refusals: ['shared.forbidden', 'surveys.not-found', 'actors.personal-in-text'],
  },
  importSurvey: {
    method: 'POST',
    path: '/api/surveys/{survey}/answers',
    summary: 'Reads a file of answers and keeps the estimates alone, those of thirty answers or more',
    admission: 'signed-in',
    deed: 'import',
    params,
    query: z.object({
      fileName: z.string().trim().min(1).max(200).default('respuestas'),
      dryRun: z.enum(['yes', 'no']).default('no'),
    }),
    bytes: ['text/csv', 'application/gzip', 'application/octet-stream'],
    maximumBytes: 50_000_000,
    response: z.object({
      rows: z.number(),
      used: z.number(),
      withheld: z.number(),
      written: z.number(),
      estimates: z.array(surveys.made),
    }),
    refusals: [
      'shared.forbidden',
      'surveys.not-found',
      'surveys.not-confirmed',
      'surveys.file-unreadable',
      'surveys.column-missing',
      'surveys.rows-wrong',
      'surveys.no-rows',
      'surveys.place-outside',
      'surveys.category-not-known',
    ],
  },
  recordEstimate: {
    method: 'POST',
    path: '/api/surveys/{survey}/estimates',
    summary: 'Keeps an estimate as its source published it, with its interval where there is one',
    admission: 'signed-in',
    deed: 'edit-indicator',
    params,
    body: z.strictObject({
      indicator: indicatorCode,
      territory: shape.territoryReference.optional().describe('Else that of the survey.'),
      value: z.number().min(-1e9).max(1e9),
      low: z
        .number()
        .nullish()
        .transform((value) => value ?? null),
      high: z
        .number()
        .nullish()
        .transform((value) => value ?? null),
      answers: z
        .number()
        .int()
        .min(30)
        .max(10_000_000)
        .nullish()
        .transform((value) => value ?? null),
    }),
    response: z.object({ written: z.number() }),
    status: 201,
    refusals: [
      ...kept,
      'surveys.not-found',
      'surveys.place-outside',
      'surveys.interval-reversed',
      'actors.territory-not-found',
    ],
  },
});

/** Surveys and the local pulse. */
export const surveysOperations = { ...recorded, ...pulseOperations };
