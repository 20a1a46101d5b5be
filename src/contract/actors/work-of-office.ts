import { z } from 'zod';
import { draftKinds } from '#domain/actors/open-work.ts';
import { agreementStandings } from '#domain/agreements/lifecycle.ts';
import { actionStandings } from '#domain/plans/vocabulary.ts';
import { workKinds } from '#domain/inbox/work.ts';
import { ledgerRow } from '../commitments/ledger.ts';

const side = z.object({
  rows: z
    .array(ledgerRow)
    .describe('What is late and what falls due until the day, the earliest first; at most 100.'),
  open: z.number(),
  late: z.number(),
  soon: z.number().describe('Falls due from today until the day.'),
});

/** What is open in the office that changes hands, as far as the reader sees it, worked out anew each time. */
export const workOfOffice = z.object({
  today: z.string(),
  until: z.string().describe('How far ahead it looks: 90 days.'),
  commitments: z.object({ owe: side, owed: side, verify: side, oversee: side }),
  waiting: z.array(
    z.object({
      kind: z.enum(workKinds),
      title: z.string(),
      onDay: z.string().nullable(),
      count: z.number(),
      path: z.string(),
    }),
  ),
  agreements: z
    .array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        standing: z.enum(agreementStandings),
        endsOn: z.string().nullable(),
        example: z.boolean(),
      }),
    )
    .describe('Being made, being ended, or ending within 180 days.'),
  drafts: z.array(
    z.object({
      kind: z.enum(draftKinds),
      id: z.uuid(),
      title: z.string(),
      standing: z.string(),
      since: z.string(),
      path: z.string(),
    }),
  ),
  actions: z
    .array(
      z.object({
        id: z.uuid(),
        planId: z.uuid(),
        plan: z.string(),
        title: z.string(),
        standing: z.enum(actionStandings),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    )
    .describe('Actions of approved plans that are not done and begin or end until the day.'),
  paths: z
    .array(
      z.object({
        id: z.uuid(),
        organisation: z.string(),
        step: z.number().nullable(),
        since: z.string().nullable(),
        obstacle: z.string().nullable(),
        openHelp: z.number(),
      }),
    )
    .describe('Planning paths that are open: the session reached, since when, what stops it.'),
});
