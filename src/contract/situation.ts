import { z } from 'zod';
import { lists, holder, named, place, territoryReference } from './actors/shapes.ts';
import { defineOperations } from './operation.ts';

const toCall = z
  .object({ person: holder, office: z.string(), organisation: named.nullable() })
  .nullable()
  .describe('Whom to call about it, as far as whoever asks may see.');

const lack = z.object({
  norm: z.string(),
  name: z.string(),
  kindName: z.string().describe('The kind of territory that should have it, in the language asked for.'),
  expected: z.number(),
  missing: z.number(),
  territories: z.array(z.object({ territory: place, call: toCall })).describe('At most twelve.'),
});

const seat = z.object({ id: z.uuid(), name: z.string(), role: lists.seatRole });

const vacancy = z.object({
  structure: named,
  territory: place,
  vacant: z.array(seat.extend({ until: z.string().nullable().describe('When its last term ended.') })),
  seats: z.number(),
  call: toCall,
});

const ending = z.object({
  what: z.enum(['seat', 'post']),
  title: z.string().describe('The seat or office.'),
  within: named.describe('The structure or organisation.'),
  territory: place,
  person: holder.nullable(),
  on: z.string().describe('The first day on which it no longer holds.'),
  hasEnded: z.boolean(),
  call: toCall,
});

const unused = z.object({
  accountId: z.uuid(),
  person: named,
  username: z.string(),
  territory: z.object({ reference: z.string(), name: z.string() }),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  invitedAt: z.string(),
  hasExpired: z.boolean(),
});

const standing = z
  .enum(['complete', 'partly', 'lacking', 'unknown', 'no-norm'])
  .describe(
    'Of what is expected there: all of it, some, none; nothing is known; or no norm speaks of such a territory.',
  );

/** What a coordinator, an officer or a secretary has to know first. */
export const situationOperations = defineOperations('operations', {
  getSituation: {
    method: 'GET',
    path: '/api/territories/{territory}/situation',
    summary:
      'What needs attention in a territory and below it, whom to call about it, and who does what there',
    description:
      'Only what whoever asks may see: vacancies and terms take an account, invitations the right to see accounts.',
    admission: 'anyone',
    params: z.object({ territory: territoryReference }),
    query: z.object({
      level: z.coerce
        .number()
        .int()
        .min(0)
        .max(9)
        .optional()
        .describe('Of which level the structures are told; the one below unless another is named.'),
    }),
    response: z.object({
      territory: place,
      lacking: z.array(lack).describe('What a rule demands and is not there; the widest territories first.'),
      vacancies: z.array(vacancy).nullable().describe('Null where whoever asks may not see who sits.'),
      terms: z
        .array(ending)
        .nullable()
        .describe('Terms that ended and were not followed, and those that end within ninety days.'),
      invitations: z.array(unused).describe('Not used for a week or more.'),
      invitationsUnused: z.number().describe('How many there are in all; at most fifty are listed.'),
      levels: z
        .array(z.object({ level: z.number(), name: z.string() }))
        .describe('Levels that norms speak of.'),
      level: z.number(),
      structures: z.array(
        z.object({ territory: place, standing, has: z.array(z.string()), lacks: z.array(z.string()) }),
      ),
      functions: z.array(z.object({ function: lists.preventionFunction, organisations: z.array(named) })),
    }),
    refusals: ['actors.territory-not-found'],
  },
});
