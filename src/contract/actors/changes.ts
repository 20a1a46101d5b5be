import { z } from 'zod';
import { rolePassings } from '#domain/actors/handover-roles.ts';
import { defineOperations } from '../operation.ts';
import * as shape from './shapes.ts';
import { lists } from './shapes.ts';

const mergeKind = z.enum(['organisation', 'person']);
const mergeBody = z.strictObject({
  kind: mergeKind,
  keptId: z.uuid(),
  absorbedId: z.uuid(),
  take: z
    .array(z.string().max(40))
    .max(20)
    .default([])
    .describe('Fields whose value is taken from the absorbed one.'),
});

const mergePreview = z.object({
  kept: shape.named,
  absorbed: shape.named,
  moves: z.array(z.object({ table: z.string(), labels: z.array(z.string()) })),
  repeated: z.array(z.object({ table: z.string(), label: z.string() })),
  conflicts: z.array(
    z.object({
      code: z.enum(['two-values', 'terms-overlap', 'two-accounts', 'account-absorbed']),
      blocks: z.boolean(),
      field: z.string().optional(),
      kept: z.string(),
      absorbed: z.string(),
    }),
  ),
});

const mergeRefusals = [
  'shared.forbidden',
  'actors.organisation-not-found',
  'actors.person-not-found',
  'actors.not-active',
  'actors.merge-self',
  'actors.merge-different-countries',
  'actors.merge-ancestor',
];

const handoverBody = z.strictObject({
  passings: z
    .array(z.strictObject({ fromPersonId: z.uuid(), toPersonId: shape.optionalId }))
    .min(1)
    .max(200)
    .describe('Who leaves and who comes; nobody comes where the place stays vacant.'),
  organisationId: shape.optionalId.describe('The government that changes, when it is one.'),
  on: shape.day,
  reason: shape.reason,
});

const handedOver = z.object({
  posts: z.array(
    z.object({
      title: z.string(),
      kind: lists.postKind,
      organisation: shape.named,
      from: shape.holder.nullable(),
      to: shape.holder.nullable(),
    }),
  ),
  seats: z.array(
    z.object({
      seat: z.string(),
      capacity: lists.capacity,
      structure: shape.named,
      from: shape.holder.nullable(),
      to: shape.holder.nullable(),
    }),
  ),
  roles: z
    .array(
      z.object({
        role: z.string(),
        territory: shape.place,
        organisation: shape.named.nullable(),
        from: shape.holder.nullable(),
        to: shape.holder.nullable(),
        outcome: z
          .enum(rolePassings)
          .describe('Whether it passes; if not, why: what is to be done about it follows from that.'),
      }),
    )
    .describe('The roles of the accounts of those who leave.'),
});

const brief = z.object({
  id: z.uuid(),
  territory: shape.place,
  organisation: shape.named.nullable(),
  on: z.string(),
  reason: z.string(),
  ...handedOver.shape,
  counterparts: z
    .array(shape.post)
    .describe('Whom to call from the first day: heads and focal points of the territory.'),
  structures: z.array(shape.structureSummary),
  work: z.array(shape.work),
});

export const changeOperations = defineOperations('actors', {
  previewMerge: {
    method: 'POST',
    path: '/api/merges/preview',
    summary: 'What merging two entries of one organisation or person would move, drop and leave to decide',
    admission: 'signed-in',
    deed: 'merge',
    body: mergeBody,
    response: mergePreview,
    refusals: mergeRefusals,
  },
  merge: {
    method: 'POST',
    path: '/api/merges',
    summary: 'Merges two entries of one organisation or person; it can be undone',
    admission: 'signed-in',
    deed: 'merge',
    body: mergeBody,
    response: shape.idOnly,
    status: 201,
    refusals: [
      ...mergeRefusals,
      'actors.merge-terms-overlap',
      'actors.merge-two-accounts',
      'actors.merge-account-absorbed',
    ],
  },
  undoMerge: {
    method: 'POST',
    path: '/api/merges/{mergeId}/undoing',
    summary: 'Takes a merge back, as long as nobody has built upon it',
    admission: 'signed-in',
    deed: 'merge',
    params: z.object({ mergeId: z.uuid() }),
    response: shape.done,
    refusals: [
      'shared.forbidden',
      'actors.merge-not-found',
      'actors.merge-undone',
      'actors.merge-built-upon',
    ],
  },
  listMerges: {
    method: 'GET',
    path: '/api/merges',
    summary: 'What was merged, and whether it was undone',
    admission: 'signed-in',
    query: z.object({ kind: mergeKind.optional(), ...shape.pageQuery }),
    response: shape.page(
      z.object({
        id: z.uuid(),
        kind: mergeKind,
        kept: shape.named,
        absorbed: shape.named,
        doneAt: z.string(),
        undoneAt: z.string().nullable(),
      }),
    ),
    refusals: [],
  },
  previewHandover: {
    method: 'POST',
    path: '/api/handovers/preview',
    summary: 'What would pass on when people change',
    admission: 'signed-in',
    deed: 'hand-over',
    body: handoverBody,
    response: handedOver,
    refusals: [
      'shared.forbidden',
      'actors.person-not-found',
      'actors.organisation-not-found',
      'actors.nothing-to-hand-over',
      'actors.handover-self',
    ],
  },
  handOver: {
    method: 'POST',
    path: '/api/handovers',
    summary: 'Passes on posts, seats and roles in one step, when a person or a government changes',
    admission: 'signed-in',
    deed: 'hand-over',
    body: handoverBody,
    response: shape.idOnly,
    status: 201,
    refusals: [
      'shared.forbidden',
      'actors.person-not-found',
      'actors.organisation-not-found',
      'actors.nothing-to-hand-over',
      'actors.handover-self',
      'actors.head-overlaps',
      'actors.principal-overlaps',
      'actors.personal-in-text',
    ],
  },
  listHandovers: {
    method: 'GET',
    path: '/api/handovers',
    summary: 'What was handed over',
    admission: 'signed-in',
    query: z.object(shape.pageQuery),
    response: shape.page(
      z.object({
        id: z.uuid(),
        territory: shape.place,
        on: z.string(),
        reason: z.string(),
        organisation: shape.named.nullable(),
      }),
    ),
    refusals: [],
  },
  getHandoverBrief: {
    method: 'GET',
    path: '/api/handovers/{handoverId}',
    summary: 'The brief for whoever comes: what is theirs now, with whom to work, what is going on',
    admission: 'signed-in',
    params: z.object({ handoverId: z.uuid() }),
    response: brief,
    refusals: ['actors.handover-not-found'],
  },
});
