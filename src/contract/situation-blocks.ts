import { z } from 'zod';
import { complianceClasses } from '#domain/compliance/compliance-class.ts';
import { matterKinds } from '#domain/operations/matters.ts';
import * as shape from './actors/shapes.ts';
import { defineOperations } from './operation.ts';

const params = z.object({ territory: shape.territoryReference });
const refusals = ['actors.territory-not-found'];

const matter = z.object({
  kind: z.enum(matterKinds),
  id: z.string().describe('What to open: a commitment, an agreement, a plan, a path of planning.'),
  title: z.string(),
  territory: shape.place,
  party: shape.named.nullable().describe('Whom it is about.'),
  on: z.string().describe('The day that counts: since when it waits, or when it ends.'),
  held: z.number().describe('Commitments of others that wait for it.'),
  waiting: z.array(shape.named).describe('Who waits.'),
  step: z.number().nullable().describe('The session from which help was asked for.'),
  call: z
    .object({ person: shape.holder, office: z.string(), organisation: shape.named.nullable() })
    .nullable()
    .describe('Whom to call about it, as far as whoever asks may see.'),
});

/** What a coordination reads beside its exceptions: what is held back, the map by layer, the strategy line by line. */
export const situationBlockOperations = defineOperations('operations', {
  getMatters: {
    method: 'GET',
    path: '/api/territories/{territory}/matters',
    summary:
      'What holds others back: late commitments, open notices, requests for help, plans that wait, agreements that end',
    description: 'As far as whoever asks may see it and has to do with it; the first of each kind.',
    admission: 'signed-in',
    params,
    response: z.object({
      today: z.string(),
      items: z.array(matter).describe('Ranked by what they hold back.'),
      counts: z.record(z.enum(matterKinds), z.number()).describe('How many there are of each kind in all.'),
    }),
    refusals,
  },
  getCoverage: {
    method: 'GET',
    path: '/api/territories/{territory}/coverage',
    summary:
      'The territories that should have an agreement, whether they have one, and how far what was promised there is done, by class',
    description: 'In order of name: never sorted or numbered by compliance.',
    admission: 'anyone',
    params,
    response: z.object({
      today: z.string(),
      level: z.number().nullable().describe('The level that has municipalities; null where there is none.'),
      territories: z.array(
        z.object({ territory: shape.place, hasAgreement: z.boolean(), class: z.enum(complianceClasses) }),
      ),
    }),
    refusals,
  },
  getStrategyStrips: {
    method: 'GET',
    path: '/api/territories/{territory}/strategy-strips',
    summary:
      'The lines of the strategy in force: territories reached, commitments met and late, money by currency',
    admission: 'anyone',
    params,
    response: z.object({
      today: z.string(),
      targets: z.number().describe('Territories that a line could reach.'),
      lines: z.array(
        z.object({
          id: z.uuid(),
          title: z.string(),
          territories: z.number().describe('Reached by an agreement, a plan or a commitment.'),
          met: z.number(),
          late: z.number(),
          money: z
            .array(z.object({ currency: z.string(), amount: z.string() }))
            .describe('Committed in agreements that serve the line; what serves several is told with each.'),
        }),
      ),
    }),
    refusals,
  },
});
