import { z } from 'zod';
import { publicStates } from '#domain/commitments/public-list.ts';
import { instanceStates } from '#domain/commitments/vocabulary.ts';
import * as shape from '../actors/shapes.ts';
import { defineOperations } from '../operation.ts';

const asked = {
  territory: shape.territoryReference.describe('Of this place and everything within it.'),
  state: z.enum(publicStates).default('all'),
  text: z.string().trim().max(200).optional().describe('Words of the commitment, whatever their accents.'),
};

/** A promise as everybody reads it. */
const publicCommitment = z.object({
  id: z.uuid().describe('One day on which it falls due.'),
  commitmentId: z.uuid().describe('The commitment; its page is /compromisos/{commitmentId}, for good.'),
  what: z.string(),
  obligor: z.string().describe('Who promised it.'),
  beneficiary: z.string().nullable(),
  territory: shape.place,
  dueOn: z.string(),
  state: z.enum(instanceStates),
  tone: z.enum(['fulfilled', 'on-time', 'at-risk', 'late', 'not-applicable']),
  days: z.number().nullable().describe('Days late, only of what was published as late.'),
  currency: z.string().nullable(),
  cash: z.number().nullable().describe('The money that was promised with it.'),
  inKind: z.string().nullable(),
  agreement: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  reply: z
    .string()
    .nullable()
    .describe('What whoever owes it replied, beside what was published against it.'),
  repliedOn: z.string().nullable(),
  example: z.boolean().describe('Invented, to show how it works.'),
});

/** What is public of commitments: the same for everybody, with an account or without. */
export const publicOperations = defineOperations('commitments', {
  listPublicCommitments: {
    method: 'GET',
    path: '/api/public/commitments',
    summary:
      'Open data: what was promised in a territory, by whom, by when, with what money, and whether it is done',
    description:
      'The same answer for everybody, with an account or without. That something is late or breached is told only after notice and ten days to reply, with the reply beside it, and never in an electoral quiet period; until then its state is `in-review`.',
    admission: 'anyone',
    query: z.object({ ...asked, ...shape.pageQuery }),
    response: shape.page(publicCommitment).extend({
      territory: shape.place,
      today: z.string(),
      tally: z
        .object({
          all: z.number(),
          met: z.number(),
          delivered: z.number().describe('Handed in, waiting to be verified.'),
          underWay: z.number().describe('Their day has not come yet.'),
          inReview: z.number().describe('Their day has passed, and nothing is published yet.'),
          late: z.number().describe('Late or breached, and published as such.'),
          ended: z.number().describe('Waived or cancelled.'),
        })
        .describe('All of the territory, whatever else is asked for. The parts add up to the whole.'),
    }),
    refusals: ['actors.territory-not-found'],
  },
  exportPublicCommitments: {
    method: 'GET',
    path: '/api/public/commitments/export',
    summary: 'The same open data as a file, all of it',
    admission: 'anyone',
    query: z.object({ ...asked, format: z.enum(['csv', 'xlsx', 'json']).default('csv') }),
    response: z.unknown(),
    file: [
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/json',
    ],
    refusals: ['actors.territory-not-found'],
  },
});
