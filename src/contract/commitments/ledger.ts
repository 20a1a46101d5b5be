import { z } from 'zod';
import { ledgerSides, nextActions } from '#domain/commitments/next-action.ts';
import { instanceStates } from '#domain/commitments/vocabulary.ts';
import { ledgerGroupings, ledgerStates } from '#domain/commitments/ledger-filter.ts';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { feedOperations } from './feeds.ts';
import { publicOperations } from './public.ts';
import { waitingOperations } from './waiting.ts';

/** What a ledger is asked for: which side of the commitments, and which of them. */
const asked = {
  side: z
    .enum(ledgerSides)
    .optional()
    .describe(
      'What I owe, am owed, verify, or whatever I may see; without it, what I owe if I act for anybody.',
    ),
  as: z.uuid().optional().describe('One of the parties for whom I act; without it, all of them.'),
  territory: shape.territoryReference.optional(),
  below: z.enum(['yes', 'no']).default('yes'),
  agreement: z.uuid().optional(),
  party: z.uuid().optional().describe('Somebody who owes, is owed or verifies.'),
  line: z.uuid().optional().describe('A line of the strategy.'),
  state: z.enum(ledgerStates).default('open'),
  from: shape.day.optional().describe('Due from this day on.'),
  to: shape.day.optional(),
  text: z.string().trim().max(200).optional(),
};
const refusals = ['actors.territory-not-found'];
const spreadsheets = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
] as const;

const count = z.object({
  count: z.number(),
  isMore: z.boolean().describe('There are more than were counted.'),
});

export const ledgerRow = z.object({
  id: z.uuid().describe('One due date of a commitment.'),
  commitmentId: z.uuid(),
  what: z.string(),
  dueOn: z.string(),
  state: z.enum(instanceStates),
  tone: z.enum(['fulfilled', 'on-time', 'at-risk', 'late', 'not-applicable']),
  days: z.number().nullable(),
  isRescheduled: z.boolean(),
  obligor: shape.named,
  beneficiary: shape.named.nullable(),
  verifier: shape.named.nullable(),
  territory: shape.place,
  agreement: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  action: z.enum(nextActions).describe('The one thing that it needs now, from whoever asks.'),
  example: z.boolean(),
});

const lists = defineOperations('commitments', {
  listLedger: {
    method: 'GET',
    path: '/api/ledger',
    summary: 'Commitments by due date: what I owe, am owed, verify or may see, the earliest due first',
    admission: 'anyone',
    query: z.object({ ...asked, ...shape.pageQuery }),
    response: shape.page(ledgerRow).extend({
      today: z.string(),
      side: z.enum(ledgerSides),
      parties: z.array(shape.named).describe('Those for whom whoever asks acts.'),
      counts: z
        .object({ owe: count, owed: count, verify: count, oversee: count })
        .describe('Open ones on each side, whatever else is asked for.'),
      count,
    }),
    refusals,
  },
  groupLedger: {
    method: 'GET',
    path: '/api/ledger/groups',
    summary: 'The same commitments by agreement, party, territory or month in which they fall due',
    admission: 'anyone',
    query: z.object({ ...asked, by: z.enum(ledgerGroupings) }),
    response: z.object({
      items: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          reference: z.string().nullable().describe('Of a territory.'),
          total: z.number(),
          overdue: z.number(),
          delivered: z.number(),
          verified: z.number(),
        }),
      ),
      isMore: z.boolean(),
    }),
    refusals,
  },
  getLedgerMonth: {
    method: 'GET',
    path: '/api/ledger/month',
    summary: 'What falls due on each day of a month, with the days on which several things do',
    admission: 'anyone',
    query: z.object({
      ...asked,
      month: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
        .describe('A month, 2026-11.'),
    }),
    response: z.object({
      today: z.string(),
      days: z.array(
        z.object({
          on: z.string(),
          count: z.number(),
          collides: z.boolean().describe('Several things of one party fall due on the day.'),
          items: z.array(ledgerRow),
        }),
      ),
      isMore: z.boolean(),
    }),
    refusals,
  },
  exportLedger: {
    method: 'GET',
    path: '/api/ledger/export',
    summary: 'Exactly the commitments that the ledger shows, all pages of it',
    admission: 'anyone',
    query: z.object({
      ...asked,
      by: z.enum(ledgerGroupings).optional(),
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
    }),
    response: z.unknown(),
    file: spreadsheets,
    refusals,
  },
});

export const ledgerOperations = { ...lists, ...feedOperations, ...waitingOperations, ...publicOperations };
