import { z } from 'zod';
import { populationMethods } from '#domain/territories/populations.ts';
import { defineOperations } from './operation.ts';
import * as shape from './territory-shapes.ts';

const params = z.object({ reference: shape.reference });
const countryParams = z.object({ country: shape.country });
const changed = ['shared.forbidden', 'shared.stale', 'shared.version-required', 'territories.not-found'];

/** Countries and their territories: what there is, what it is called, how many live there, what became of it. */
export const territoriesOperations = defineOperations('territories', {
  listCountries: {
    method: 'GET',
    path: '/api/countries',
    summary: 'The countries of this installation, with their kinds of territory',
    admission: 'anyone',
    response: z.object({
      items: z.array(
        z.object({
          code: z.string(),
          reference: z.string(),
          name: shape.bilingual,
          currency: z.string(),
          locale: z.string(),
          timeZone: z.string(),
          paper: z.enum(['letter', 'a4']),
          mapFrame: z
            .object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() })
            .nullable(),
          packVersion: z.string(),
          changeovers: z
            .array(
              z.object({
                levels: z.array(z.string()).readonly(),
                first: z.string(),
                everyYears: z.number().int(),
                verified: z.boolean(),
              }),
            )
            .describe('When its governments change, by their level.'),
          kinds: z.array(shape.kind.extend({ count: z.number().int() })),
          population: shape.figure.nullable(),
        }),
      ),
    }),
    refusals: [],
  },
  listTerritories: {
    method: 'GET',
    path: '/api/territories',
    summary: 'Territories, in the order of the tree',
    description: 'Those in force on the day, today unless another is named; with `ended`, the others too.',
    admission: 'anyone',
    query: z.object({
      country: shape.country.optional(),
      parent: shape.reference.optional().describe('Directly below this territory.'),
      within: shape.reference.optional().describe('Anywhere below this territory.'),
      kind: shape.kindName.optional(),
      level: z.coerce.number().int().min(0).max(9).optional(),
      at: shape.day.optional(),
      ended: z.enum(['yes', 'no']).default('no'),
      text: shape.text(200).optional().describe('Part of a name, accents and case forgiven.'),
      ...shape.page,
    }),
    response: z.object({ items: z.array(shape.listed), next: z.string().nullable() }),
    refusals: ['territories.not-found'],
  },
  getTerritory: {
    method: 'GET',
    path: '/api/territories/{reference}',
    summary: 'All that is known of one territory',
    admission: 'anyone',
    params,
    query: z.object({ at: shape.day.optional() }),
    response: shape.territory,
    refusals: ['territories.not-found'],
  },
  getTerritoryTree: {
    method: 'GET',
    path: '/api/territories/{reference}/tree',
    summary: 'The territory and what lies below it, as a flat list in the order of the tree',
    admission: 'anyone',
    params,
    query: z.object({ depth: z.coerce.number().int().min(0).max(9).default(9), at: shape.day.optional() }),
    response: z.object({
      items: z.array(
        shape.place.extend({ code: z.string(), parent: z.string().nullable(), childCount: z.number().int() }),
      ),
    }),
    refusals: ['territories.not-found'],
  },
  findTerritoriesByName: {
    method: 'GET',
    path: '/api/territory-matches',
    summary: 'The territories that a name may mean, likeliest first, each with the reason',
    description:
      'Accents, case, other names and typing errors are forgiven. `isPlain` is false where it must be asked which is meant.',
    admission: 'anyone',
    query: z.object({
      name: shape.text(200).min(1),
      country: shape.country.optional(),
      within: shape.reference.optional(),
      level: z.coerce.number().int().min(0).max(9).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    response: z.object({ isPlain: z.boolean(), items: z.array(shape.match) }),
    refusals: ['territories.not-found'],
  },
  renameTerritory: {
    method: 'PUT',
    path: '/api/territories/{reference}/name',
    summary: 'Gives a territory another name; the old one is kept as a former name',
    admission: 'signed-in',
    deed: 'edit-territory',
    params,
    body: z.strictObject({ name: shape.name, keepFormerName: z.boolean().default(true), reason: shape.note }),
    versioned: true,
    response: shape.territory,
    refusals: [...changed, 'territories.invalid', 'territories.country-stays'],
  },
  addTerritoryAlias: {
    method: 'POST',
    path: '/api/territories/{reference}/names',
    summary: 'Adds another name that the territory is known by',
    admission: 'signed-in',
    deed: 'edit-territory',
    params,
    body: z.strictObject({
      name: shape.name,
      kind: shape.aliasKind.default('alias'),
      source: shape.sourceGiven.optional(),
    }),
    response: shape.territory,
    refusals: [
      'shared.forbidden',
      'territories.not-found',
      'territories.name-taken',
      'territories.source-not-found',
    ],
  },
  createTerritory: {
    method: 'POST',
    path: '/api/territories',
    summary: 'Adds a territory, with what was there before it',
    admission: 'signed-in',
    deed: 'edit-territory',
    body: z.strictObject({
      parent: shape.reference,
      code: shape.text(20).min(1),
      name: shape.name,
      kind: shape.kindName,
      isoCode: shape
        .text(10)
        .nullish()
        .transform((value) => value ?? null),
      validFrom: shape.day.nullish().transform((value) => value ?? null),
      longitude: z
        .number()
        .min(-180)
        .max(180)
        .nullish()
        .transform((value) => value ?? null),
      latitude: z
        .number()
        .min(-90)
        .max(90)
        .nullish()
        .transform((value) => value ?? null),
      areaKm2: z
        .number()
        .positive()
        .nullish()
        .transform((value) => value ?? null),
      note: shape.note,
      source: shape.sourceGiven.optional(),
      predecessors: shape.followers,
    }),
    status: 201,
    response: shape.territory,
    refusals: [
      'shared.forbidden',
      'territories.not-found',
      'territories.invalid',
      'territories.code-questioned',
      'territories.code-taken',
      'territories.no-room',
      'territories.source-not-found',
    ],
  },
  endTerritory: {
    method: 'POST',
    path: '/api/territories/{reference}/end',
    summary: 'Ends a territory on a day, and says what follows it',
    admission: 'signed-in',
    deed: 'edit-territory',
    params,
    body: z.strictObject({ on: shape.day, successors: shape.followers, note: shape.note }),
    versioned: true,
    response: shape.territory,
    refusals: [
      ...changed,
      'territories.invalid',
      'territories.already-ended',
      'territories.has-parts',
      'territories.country-stays',
    ],
  },
  recordPopulation: {
    method: 'POST',
    path: '/api/territories/{reference}/populations',
    summary: 'Records how many people live in a territory, or in several together',
    description:
      'The same year and source again replaces the figure. A joint figure names the others, each is given it.',
    admission: 'signed-in',
    deed: 'edit-territory',
    params,
    body: z.strictObject({
      year: z.int().min(1500).max(2200),
      people: z.int().min(0).max(2_000_000_000),
      sharedWith: z.array(shape.reference).max(20).default([]),
      method: z.enum(populationMethods).default('census'),
      source: shape.sourceGiven,
      note: shape.note,
    }),
    response: shape.territory,
    refusals: [
      'shared.forbidden',
      'territories.not-found',
      'territories.invalid',
      'territories.source-not-found',
    ],
  },
  exportTerritories: {
    method: 'GET',
    path: '/api/countries/{country}/territories.csv',
    summary: 'The territories of a country as CSV, in the format that importing reads',
    admission: 'anyone',
    params: countryParams,
    query: z.object({ ended: z.enum(['yes', 'no']).default('no') }),
    response: z.unknown(),
    file: ['text/csv'],
    refusals: ['territories.country-not-found'],
  },
  importTerritories: {
    method: 'POST',
    path: '/api/countries/{country}/territories',
    summary: 'Adds and changes territories from a CSV or XLSX; by default only says what would happen',
    description:
      'All or nothing. Every fault is told at once, with its row. Sent again, it changes nothing more. What the file leaves out stays as it is.',
    admission: 'signed-in',
    deed: 'import',
    params: countryParams,
    query: z.object({ apply: z.enum(['yes', 'no']).default('no'), fileName: shape.text(200).optional() }),
    bytes: [
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/octet-stream',
    ],
    maximumBytes: 20_971_520,
    response: z.object({
      applied: z.boolean(),
      rows: z.number().int(),
      added: z.array(shape.named),
      changed: z.array(shape.named),
      unchanged: z.number().int(),
      problems: z.array(shape.problem),
    }),
    refusals: ['shared.forbidden', 'territories.country-not-found', 'territories.invalid-import'],
  },
});
