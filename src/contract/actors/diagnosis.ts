import { z } from 'zod';
import { expectations } from '#domain/actors/vocabulary.ts';
import { defineOperations } from '../operation.ts';
import * as shape from './shapes.ts';
import { lists } from './shapes.ts';

const params = z.object({ workId: z.uuid() });

const written = {
  function: lists.preventionFunction,
  description: shape.optionalText(2000),
  targetGroup: shape.optionalText(300),
  preventionLevel: lists.preventionLevel.nullish().transform((value) => value ?? null),
  staff: z
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .nullish()
    .transform((value) => value ?? null),
  capacity: shape.optionalText(1000),
  ...shape.validSpan,
  confirmText: shape.confirmText,
};

const comparison = z.object({
  norm: z.string(),
  expects: z.enum(expectations),
  what: z.array(z.string()).describe('Kinds or functions, of which any will do.'),
  name: z.string(),
  required: z.boolean().describe('Whether a rule demands it; otherwise a model proposes it.'),
  note: z.string().nullable(),
  source: shape.source,
  isMet: z
    .boolean()
    .nullable()
    .describe('Null where nothing is registered and nobody has said that there is none: not known.'),
  nearest: z.enum(['here', 'below', 'above']).nullable().describe('Where the like is found when not here.'),
  absence: z
    .object({ on: z.string(), note: z.string().nullable() })
    .nullable()
    .describe('Since when somebody who knows says that there is none.'),
});

const absenceParams = z.object({
  territory: shape.territoryReference,
  norm: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,119}$/),
});

const authority = z.object({
  id: z.uuid(),
  kind: lists.authorityKind,
  organisation: shape.named,
  note: z.string().nullable(),
  source: shape.source.nullable(),
  ...shape.span,
});

/** Everything registered in one territory itself. */
const actorsHere = {
  territory: shape.place,
  authorities: z.array(authority),
  structures: z.array(shape.structureSummary.extend({ seatList: z.array(shape.seat) })),
  posts: z.array(shape.post).describe('Heads, focal points and liaisons that serve here, with whom to call.'),
  work: z.array(shape.work),
  organisations: z.array(shape.organisationSummary.extend({ contacts: z.array(shape.contact) })),
};

const territoryActors = z.object({
  ...actorsHere,
  above: z.array(z.object(actorsHere)).describe('The territories above, nearest first.'),
  below: z.object({
    organisations: z.number(),
    structures: z.number(),
    functions: z.array(
      z.object({ function: lists.preventionFunction, territories: z.number(), organisations: z.number() }),
    ),
    structuresByKind: z.array(z.object({ kind: lists.structureKind, count: z.number() })),
    missing: z
      .array(
        z.object({
          norm: z.string(),
          name: z.string(),
          kindName: z.string(),
          expected: z.number(),
          missing: z.number(),
          unknown: z.number().describe('Of how many it is not known; they are not counted as missing.'),
          territories: z.array(shape.place).describe('At most twelve of those that lack it.'),
        }),
      )
      .describe('For each norm of the kinds below, how many of how many territories lack it.'),
  }),
  overlapping: z.array(z.object({ territory: shape.place, authorities: z.array(authority) })),
  comparison: z.array(comparison).nullable().describe('Null where no norm speaks of this kind of territory.'),
  contactsHidden: z.boolean().describe('Whether there are contacts that whoever asks may not see.'),
  abilities: shape.abilities,
});

export const diagnosisOperations = defineOperations('actors', {
  getTerritoryActors: {
    method: 'GET',
    path: '/api/territories/{territory}/actors',
    summary: 'Who works on prevention in a territory, at every level above and below, and what is missing',
    admission: 'anyone',
    params: z.object({ territory: shape.territoryReference }),
    response: territoryActors,
    refusals: ['actors.territory-not-found'],
  },
  recordAbsence: {
    method: 'POST',
    path: '/api/territories/{territory}/absences/{norm}',
    summary: 'Says that a territory has none of what a norm expects there, so that it shows as missing',
    admission: 'signed-in',
    deed: 'edit-structure',
    params: absenceParams,
    body: z.strictObject({
      on: shape.optionalDay.describe('Since when that is known; today unless another day is given.'),
      note: shape.optionalText(500),
      confirmText: shape.confirmText,
    }),
    response: shape.done,
    refusals: [
      'shared.forbidden',
      'actors.territory-not-found',
      'actors.norm-not-found',
      'actors.is-registered',
      'actors.personal-in-text',
    ],
  },
  withdrawAbsence: {
    method: 'DELETE',
    path: '/api/territories/{territory}/absences/{norm}',
    summary: 'Takes back that a territory has none: what is not registered is not known again',
    admission: 'signed-in',
    deed: 'edit-structure',
    params: absenceParams,
    response: shape.done,
    refusals: ['shared.forbidden', 'actors.territory-not-found', 'actors.absence-not-found'],
  },
  listPreventionWork: {
    method: 'GET',
    path: '/api/prevention-work',
    summary: 'What each organisation does against violence, for whom, where, with which capacity',
    admission: 'anyone',
    query: z.object({
      territory: shape.territoryReference.optional(),
      organisation: z.uuid().optional(),
      function: lists.preventionFunction.optional(),
      ...shape.pageQuery,
    }),
    response: shape.page(shape.work),
    refusals: ['actors.territory-not-found'],
  },
  createPreventionWork: {
    method: 'POST',
    path: '/api/prevention-work',
    summary: 'Says what an organisation does, where',
    admission: 'signed-in',
    deed: 'describe-work',
    body: z.strictObject({ organisationId: z.uuid(), territory: shape.territoryReference, ...written }),
    response: shape.idAndVersion,
    status: 201,
    refusals: [
      'shared.forbidden',
      'actors.organisation-not-found',
      'actors.territory-not-found',
      'actors.not-active',
      'actors.personal-in-text',
      'actors.term-reversed',
    ],
  },
  updatePreventionWork: {
    method: 'PUT',
    path: '/api/prevention-work/{workId}',
    summary: 'Corrects what an organisation does, or says until when it did',
    admission: 'signed-in',
    deed: 'describe-work',
    params,
    body: z.strictObject(written),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [
      'shared.forbidden',
      'shared.stale',
      'actors.work-not-found',
      'actors.personal-in-text',
      'actors.term-reversed',
    ],
  },
  deletePreventionWork: {
    method: 'DELETE',
    path: '/api/prevention-work/{workId}',
    summary: 'Deletes work that was entered by mistake; what ended is given its last day instead',
    admission: 'signed-in',
    deed: 'describe-work',
    params,
    response: shape.done,
    versioned: true,
    refusals: ['shared.forbidden', 'shared.stale', 'actors.work-not-found'],
  },
});
