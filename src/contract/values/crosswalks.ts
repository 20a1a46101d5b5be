import { z } from 'zod';
import { indicatorCodePattern } from '#domain/indicators/codes.ts';
import * as shape from '../actors/shapes.ts';
import { namedIccs } from '../indicators/shapes.ts';
import { defineOperations } from '../operation.ts';

const name = z.string().trim().min(1).max(300);
const meaning = {
  indicator: z
    .string()
    .trim()
    .regex(indicatorCodePattern)
    .nullish()
    .transform((value) => value ?? null)
    .describe('Null: no indicator here counts it; its rows are left out.'),
  iccs: z
    .string()
    .trim()
    .regex(/^[0-9]{2,6}$/, 'values.not-an-iccs-code')
    .nullish()
    .transform((value) => value ?? null),
  weight: z
    .number()
    .gt(0)
    .max(1)
    .default(1)
    .describe('1 where all that is called so belongs there; less where only a part does.'),
  note: shape.optionalText(1000),
};
const line = z.strictObject({ national: name, ...meaning });

const namedSource = z.object({ id: z.string(), title: z.string() });

const version = z.object({
  id: z.uuid(),
  title: z.string(),
  country: z.string().nullable().describe('Null: of every country.'),
  source: namedSource
    .nullable()
    .describe('Null: however a source is called; else its own, believed before the country’s.'),
  number: z.number(),
  isNewest: z.boolean(),
  since: z.string(),
  reason: z.string().nullable(),
  origin: z.enum(['pack', 'person']),
  by: z.string().nullable().describe('Who wrote it, for those who may know people.'),
  names: z.number(),
  abilities: shape.abilities,
});

const shownLine = z.object({
  national: z.string(),
  indicator: z.object({ code: z.string(), title: z.string(), titleEn: z.string().nullable() }).nullable(),
  iccs: namedIccs.nullable(),
  weight: z.number(),
  note: z.string().nullable(),
});

const full = version.extend({
  version: z.number().describe('The number of the newest version: the one that a correction is made to.'),
  lines: z.array(shownLine),
});

const params = z.object({ crosswalk: z.uuid() });
const numbered = z.object({ id: z.uuid(), version: z.number() });
const change = {
  admission: 'signed-in',
  deed: 'edit-indicator',
  params,
  versioned: true,
  response: numbered,
  status: 201,
  refusals: [
    'shared.forbidden',
    'shared.stale',
    'values.crosswalk-not-found',
    'values.wrong-lines',
    'values.same-lines',
  ],
} as const;

/** What sources call offences, and which indicator and code of the international classification it stands for; version by version. */
export const crosswalkOperations = defineOperations('values', {
  listCrosswalks: {
    method: 'GET',
    path: '/api/crosswalks',
    summary: 'What sources call offences: the newest version of each list of names, with its lines',
    admission: 'anyone',
    query: z.object({ country: z.string().length(2).optional() }),
    response: z.object({
      items: z.array(full),
      sources: z
        .array(namedSource)
        .describe('From which figures of the country come, for whoever may begin a list of one of them.'),
      abilities: shape.abilities.describe('Whether whoever asks may begin a list of that country.'),
    }),
    refusals: ['actors.territory-not-found'],
  },
  getCrosswalk: {
    method: 'GET',
    path: '/api/crosswalks/{crosswalk}',
    summary: 'One version of a list of names, with all versions there are and what was read by it',
    admission: 'anyone',
    params,
    response: full.extend({
      versions: z.array(version.omit({ abilities: true })).describe('Newest first.'),
      batches: z.number().describe('Batches of figures read by this version that the caller may know of.'),
    }),
    refusals: ['values.crosswalk-not-found'],
  },
  createCrosswalk: {
    method: 'POST',
    path: '/api/crosswalks',
    summary: 'Begins a list of names of a country, or of one source of it',
    admission: 'signed-in',
    deed: 'edit-indicator',
    body: z.strictObject({
      country: z.string().length(2),
      title: shape.title(200),
      source: shape
        .optionalText(300)
        .describe(
          'The id or the title of the source whose names they are; without it they are everybody’s of the country.',
        ),
      reason: shape.reason,
      lines: z.array(line).min(1).max(5000),
    }),
    response: numbered,
    status: 201,
    refusals: [
      'shared.forbidden',
      'actors.territory-not-found',
      'values.crosswalk-exists',
      'values.wrong-lines',
    ],
  },
  writeCrosswalkVersion: {
    ...change,
    method: 'POST',
    path: '/api/crosswalks/{crosswalk}/versions',
    summary: 'Writes a new version of a list of names, whole; what was read by an earlier one stays as it is',
    body: z.strictObject({ reason: shape.reason, lines: z.array(line).min(1).max(5000) }),
  },
  correctCrosswalkName: {
    ...change,
    method: 'POST',
    path: '/api/crosswalks/{crosswalk}/names',
    summary: 'Says what one name stands for, as a new version; without lines the name is taken out',
    body: z.strictObject({
      national: name,
      lines: z.array(z.strictObject(meaning)).max(20),
      reason: shape.reason,
    }),
  },
  exportCrosswalk: {
    method: 'GET',
    path: '/api/crosswalks/{crosswalk}/file',
    summary: 'One version of a list of names as a file; JSON is the form of a country pack',
    admission: 'anyone',
    params,
    query: z.object({ format: z.enum(['csv', 'xlsx', 'json']).default('csv') }),
    response: z.unknown(),
    file: [
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/json',
    ],
    refusals: ['values.crosswalk-not-found'],
  },
  listIccs: {
    method: 'GET',
    path: '/api/iccs',
    summary: 'The international classification of crime (ICCS) as far as it is known here',
    admission: 'anyone',
    response: z.object({
      items: z.array(
        z.object({ code: z.string(), title: z.string(), titleEn: z.string(), isVerified: z.boolean() }),
      ),
    }),
    refusals: [],
  },
});
