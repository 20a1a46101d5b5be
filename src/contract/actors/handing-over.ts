import { z } from 'zod';
import { keptKinds, keptPassings, representationPassings } from '#domain/actors/handover-kept.ts';
import { rolePassings } from '#domain/actors/handover-roles.ts';
import { defineOperations } from '../operation.ts';
import * as shape from './shapes.ts';
import { lists } from './shapes.ts';
import { workOfOffice } from './work-of-office.ts';

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

const fromTo = { from: shape.holder.nullable(), to: shape.holder.nullable() };

const handedOver = z.object({
  posts: z.array(
    z.object({
      title: z.string(),
      kind: lists.postKind,
      organisation: shape.named,
      ...fromTo,
    }),
  ),
  seats: z.array(
    z.object({
      seat: z.string(),
      capacity: lists.capacity,
      structure: shape.named,
      ...fromTo,
    }),
  ),
  roles: z
    .array(
      z.object({
        role: z.string(),
        territory: shape.place,
        organisation: shape.named.nullable(),
        ...fromTo,
        outcome: z
          .enum(rolePassings)
          .describe('Whether it passes; if not, why: what is to be done about it follows from that.'),
      }),
    )
    .describe('The roles of the accounts of those who leave.'),
  kept: z
    .array(
      z.object({
        kind: z.enum(keptKinds),
        count: z.number(),
        titles: z.array(z.string()).describe('Named to whoever hands over, before it is done.'),
        ...fromTo,
        outcome: z.enum(keptPassings),
      }),
    )
    .describe(
      'Lists of commitments in work and evidence sent but not handed in, which only their owner sees.',
    ),
  representations: z
    .array(
      z.object({
        agreement: shape.named,
        party: z.string(),
        ...fromTo,
        outcome: z.enum(representationPassings),
      }),
    )
    .describe('Agreements that are not over, which whoever leaves signs for a party.'),
});

const cancelled = z.object({ at: z.string(), reason: z.string() });

const brief = z.object({
  id: z.uuid(),
  territory: shape.place,
  organisation: shape.named.nullable(),
  on: z.string(),
  reason: z.string(),
  isPassed: z.boolean().describe('Whether lists and signing have passed: they do on the day, not before.'),
  cancelled: cancelled.nullable().describe('Where it was called off before its day.'),
  mayCancel: z.boolean(),
  ...handedOver.shape,
  open: workOfOffice,
  counterparts: z
    .array(shape.post)
    .describe('Whom to call from the first day: heads and focal points of the territory.'),
  structures: z.array(shape.structureSummary),
  work: z.array(shape.work),
});

/** Handing over, from seeing what would pass to the brief of whoever comes. */
export const handingOverOperations = defineOperations('actors', {
  previewHandover: {
    method: 'POST',
    path: '/api/handovers/preview',
    summary: 'What would pass on when people change',
    admission: 'signed-in',
    deed: 'hand-over',
    body: handoverBody,
    response: handedOver.extend({ open: workOfOffice }),
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
    summary:
      'Passes on posts, seats, roles, lists in work and who signs in one step, when a person or a government changes',
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
    query: z.object({
      mine: z
        .enum(['yes', 'no'])
        .default('no')
        .describe('Only what passes to whoever asks, or from them while it is still to come.'),
      ...shape.pageQuery,
    }),
    response: shape.page(
      z.object({
        id: z.uuid(),
        territory: shape.place,
        on: z.string(),
        reason: z.string(),
        organisation: shape.named.nullable(),
        isPassed: z.boolean(),
        cancelled: cancelled.nullable(),
        side: z.enum(['leaves', 'comes']).nullable().describe('Whether whoever asks leaves or comes by it.'),
        mayCancel: z.boolean(),
      }),
    ),
    refusals: [],
  },
  cancelHandover: {
    method: 'POST',
    path: '/api/handovers/{handoverId}/cancellation',
    summary: 'Calls off a handover before its day: everything goes on as if it had not been set',
    admission: 'signed-in',
    deed: 'hand-over',
    params: z.object({ handoverId: z.uuid() }),
    body: z.strictObject({ reason: shape.reason }),
    response: shape.done,
    refusals: [
      'shared.forbidden',
      'actors.handover-not-found',
      'actors.handover-day-come',
      'actors.handover-cancelled',
      'actors.handover-built-upon',
      'actors.personal-in-text',
    ],
  },
  getHandoverBrief: {
    method: 'GET',
    path: '/api/handovers/{handoverId}',
    summary: 'The brief for whoever comes: what is theirs now, what is open and by when, with whom to work',
    admission: 'signed-in',
    params: z.object({ handoverId: z.uuid() }),
    response: brief,
    refusals: ['actors.handover-not-found'],
  },
});
