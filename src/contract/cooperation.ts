import { z } from 'zod';
import * as shape from './actors/shapes.ts';
import { agreementSummary } from './agreements/shapes.ts';
import { ledgerRow } from './commitments/ledger.ts';
import { defineOperations } from './operation.ts';

/** What the page of a territory says of agreements and of what was promised there. */
export const cooperationOperations = defineOperations('operations', {
  getCooperation: {
    method: 'GET',
    path: '/api/territories/{territory}/cooperation',
    summary:
      'Agreements that bind in a territory, the money in them, what was promised there, and the last session of a commission',
    description: 'As far as whoever asks may see it: for everybody, what is public.',
    admission: 'anyone',
    params: z.object({ territory: shape.territoryReference }),
    response: z.object({
      today: z.string(),
      agreements: z.array(agreementSummary).describe('At most five, those that end first.'),
      agreementCount: z.number(),
      money: z
        .array(z.object({ currency: z.string(), cash: z.string(), inKind: z.string() }))
        .describe('What these agreements commit, by currency: never added across currencies.'),
      lastSession: z
        .object({
          agreement: shape.named,
          heldOn: z.string(),
          present: z.number(),
          seats: z.number(),
          hadQuorum: z.boolean(),
          decisions: z.string().nullable(),
        })
        .nullable()
        .describe('Of the monitoring commission of one of these agreements.'),
      commitments: z
        .array(ledgerRow)
        .describe('At most five: the late ones first, then what falls due next.'),
      open: z.number().describe('Due dates that stand open; a thousand stands for a thousand or more.'),
      late: z.number(),
    }),
    refusals: ['actors.territory-not-found'],
  },
});
