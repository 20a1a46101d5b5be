import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';

const asked = {
  territory: shape.territoryReference,
  party: z.uuid().optional().describe('Only what somebody waits for or is waited on for.'),
};
const node = z.object({
  id: z.uuid().describe('A commitment.'),
  what: z.string(),
  dueOn: z.string(),
  isLate: z.boolean(),
  example: z.boolean(),
  obligor: shape.named,
  territory: shape.place,
});

/** Who waits on whom, and what holds back most. */
export const waitingOperations = defineOperations('commitments', {
  getWaiting: {
    method: 'GET',
    path: '/api/waiting',
    summary: 'Who waits on whom: parties, by how many of their commitments wait for those of another',
    admission: 'anyone',
    query: z.object(asked),
    response: z.object({
      today: z.string(),
      parties: z.array(shape.named),
      waits: z.array(
        z.object({
          waiting: z.uuid(),
          waitedOn: z.uuid(),
          count: z.number(),
          late: z.number().describe('Of these, those that wait for something late.'),
        }),
      ),
      isMore: z.boolean(),
    }),
    refusals: ['actors.territory-not-found'],
  },
  getHoldingBack: {
    method: 'GET',
    path: '/api/holding-back',
    summary:
      'The late commitments that hold back most others, directly and through others, with their territories',
    admission: 'anyone',
    query: z.object({ ...asked, limit: z.coerce.number().int().min(1).max(50).default(10) }),
    response: z.object({
      today: z.string(),
      items: z.array(
        node.extend({
          days: z.number().describe('Days overdue.'),
          held: z.number().describe('Commitments that wait for it.'),
          parties: z.array(shape.named).describe('Who waits.'),
          territories: z.array(shape.place),
          examples: z.array(node).describe('The first of those that wait.'),
        }),
      ),
      total: z.number().describe('How many late ones hold anything back.'),
    }),
    refusals: ['actors.territory-not-found'],
  },
  getWaitingChain: {
    method: 'GET',
    path: '/api/commitments/{commitmentId}/waiting-chain',
    summary: 'The chain from a commitment to the late one that is the cause of its waiting',
    admission: 'anyone',
    params: z.object({ commitmentId: z.uuid() }),
    response: z.object({ today: z.string(), chain: z.array(node) }),
    refusals: ['commitments.not-found'],
  },
});
