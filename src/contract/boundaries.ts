import { z } from 'zod';
import { referencePattern } from '#domain/territories/references.ts';
import { defineOperations } from './operation.ts';

const reference = z.string().regex(referencePattern).describe('`PA`, or `PA-0810`.');
const named = z.object({ reference, name: z.string() });
const layer = z.object({
  id: z.uuid(),
  level: z.number().int(),
  approximate: z.boolean().describe('Drawn from points by the software, not by a mapping agency.'),
  title: z.string(),
  licence: z.string().nullable(),
  note: z.string().nullable(),
  source: z.string().nullable(),
  loadedAt: z.string(),
});
const listedLayer = layer.extend({
  current: z.boolean(),
  areas: z.number().int(),
  bytes: z.number().int(),
  by: z.string().nullable().describe('The account that loaded it; null for the installation.'),
});
const problem = z.object({
  code: z.string(),
  row: z.number().int().optional().describe('The feature, counted from 1.'),
});
const labelled = z.object({ feature: z.number().int(), label: z.string() });

/** Questions that an import asks; each is answered by `accept` or `leave`. */
export const boundaryQuestions = ['lost-zeros', 'repeated-features', 'broken-features'] as const;
const questions = (also: readonly string[]) =>
  z
    .string()
    .max(200)
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .refine(
      (given) => given.every((one) => [...boundaryQuestions, ...also].includes(one)),
      'boundaries.unknown-question',
    );

const boundaryReport = z.object({
  applied: z.boolean(),
  layerId: z.uuid().nullable(),
  country: z.string(),
  level: z.number().int(),
  file: z.object({
    features: z.number().int(),
    positions: z.number().int(),
    encoding: z.string(),
    layer: z.string().nullable(),
    convertedFrom: z.string().nullable(),
    swapped: z.boolean(),
  }),
  keys: z.object({
    code: z.string().nullable(),
    iso: z.string().nullable(),
    name: z.string().nullable(),
    parents: z.array(z.string()),
  }),
  matched: z.number().int(),
  territories: z.number().int(),
  matchedBy: z.record(z.string(), z.number().int()),
  byAlias: z.array(labelled.extend({ reference, name: z.string() })),
  unmatched: z.array(labelled),
  ambiguous: z.array(labelled.extend({ candidates: z.array(named) })),
  repeated: z.array(named.extend({ features: z.array(z.number().int()) })),
  lostZeros: z.array(
    z.object({ feature: z.number().int(), given: z.string(), code: z.string(), reference, name: z.string() }),
  ),
  nameDiffers: z.array(labelled.extend({ reference, name: z.string() })),
  farFromPoint: z.array(named.extend({ km: z.number() })),
  withoutShape: z.array(named),
  repairs: z.array(
    z.object({ code: z.string(), features: z.array(z.number().int()), count: z.number().int() }),
  ),
  broken: z.array(problem),
  questions: z.array(z.enum(boundaryQuestions)).describe('Those that still wait for an answer.'),
  gzipBytes: z.number().int(),
  omittedParts: z.number().int().describe('Islands too small to be seen that were left out.'),
});

/** Boundaries and maps: drawn here, so that a page needs no projection of its own. */
export const boundariesOperations = defineOperations('territories', {
  getMap: {
    method: 'GET',
    path: '/api/maps/{reference}',
    summary: 'A map of what lies within a territory, as SVG paths of a size',
    description:
      'Without a level: the territories directly below. Territories of which no shape is known are drawn as dots, or listed.',
    admission: 'anyone',
    params: z.object({ reference }),
    query: z.object({
      level: z.coerce.number().int().min(0).max(9).optional(),
      width: z.coerce.number().int().min(60).max(4000).default(900),
      height: z.coerce.number().int().min(60).max(4000).optional(),
    }),
    response: z.object({
      reference,
      country: z.string(),
      level: z.number().int(),
      width: z.number().int(),
      height: z.number().int(),
      layer,
      areas: z.array(
        z.object({
          reference,
          name: z.string(),
          kind: z.string(),
          path: z.string(),
          isDot: z.boolean(),
          at: z.tuple([z.number(), z.number()]).describe('Where a label goes.'),
        }),
      ),
      withoutShape: z.array(named),
    }),
    refusals: ['territories.not-found', 'boundaries.no-map', 'boundaries.no-such-level'],
  },
  importBoundaries: {
    method: 'POST',
    path: '/api/countries/{country}/boundaries',
    summary:
      'Joins a GeoJSON or TopoJSON file to the territories of one level; by default only says what would happen',
    admission: 'signed-in',
    deed: 'edit-territory',
    params: z.object({ country: z.string().regex(/^[A-Z]{2}$/) }),
    query: z.object({
      apply: z.enum(['yes', 'no']).default('no'),
      level: z.coerce
        .number()
        .int()
        .min(0)
        .max(9)
        .optional()
        .describe('Guessed from the file when not given.'),
      projection: z.string().max(100).optional().describe('`EPSG:5367`, where the file does not say it.'),
      layer: z.string().max(200).optional().describe('Which object of a topology.'),
      accept: questions(['swapped-axes']).describe('Questions answered yes, separated by commas.'),
      leave: questions([]).describe('Questions answered no: what they are about stays out.'),
      title: z.string().max(200).optional(),
      licence: z.string().max(200).optional(),
      note: z.string().max(1000).optional(),
      fileName: z.string().max(200).optional(),
    }),
    bytes: [
      'application/geo+json',
      'application/json',
      'application/topo+json',
      'application/gzip',
      'application/x-gzip',
      'application/octet-stream',
    ],
    maximumBytes: 67_108_864,
    response: boundaryReport,
    refusals: [
      'shared.forbidden',
      'territories.country-not-found',
      'boundaries.empty',
      'boundaries.too-large',
      'boundaries.too-heavy',
      'boundaries.broken-compression',
      'boundaries.not-json',
      'boundaries.broken-json',
      'boundaries.not-boundaries',
      'boundaries.broken-topology',
      'boundaries.several-layers',
      'boundaries.unknown-layer',
      'boundaries.no-features',
      'boundaries.all-broken',
      'boundaries.not-degrees',
      'boundaries.unknown-projection',
      'boundaries.swapped-axes',
      'boundaries.elsewhere',
      'boundaries.open-questions',
      'boundaries.nothing-joined',
      'boundaries.no-such-level',
    ],
  },
  listBoundaryLayers: {
    method: 'GET',
    path: '/api/countries/{country}/boundaries',
    summary: 'The boundary layers of a country, the current ones first in each level',
    admission: 'anyone',
    params: z.object({ country: z.string().regex(/^[A-Z]{2}$/) }),
    query: z.object({
      after: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ items: z.array(listedLayer), next: z.string().nullable() }),
    refusals: ['territories.country-not-found'],
  },
  restoreBoundaryLayer: {
    method: 'POST',
    path: '/api/boundary-layers/{id}/restoration',
    summary: 'Makes a former boundary layer the current one again',
    admission: 'signed-in',
    deed: 'edit-territory',
    params: z.object({ id: z.uuid() }),
    response: listedLayer,
    refusals: ['shared.forbidden', 'boundaries.layer-not-found'],
  },
  exportBoundaries: {
    method: 'GET',
    path: '/api/countries/{country}/boundaries/{level}',
    summary: 'The current boundaries of one level, as GeoJSON or TopoJSON',
    admission: 'anyone',
    params: z.object({
      country: z.string().regex(/^[A-Z]{2}$/),
      level: z.coerce.number().int().min(0).max(9),
    }),
    query: z.object({ format: z.enum(['geojson', 'topojson']).default('geojson') }),
    response: z.unknown(),
    file: ['application/geo+json', 'application/json'],
    refusals: ['territories.country-not-found', 'boundaries.no-map'],
  },
});
