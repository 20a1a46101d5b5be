import { z } from 'zod';
import { agreementStandings } from '#domain/agreements/lifecycle.ts';
import { drafterPlaces } from '#domain/agreements/template-places.ts';
import * as shape from '../actors/shapes.ts';
import { lists, sum } from './shapes.ts';

const days = z
  .number()
  .int()
  .min(0)
  .max(3650)
  .nullish()
  .transform((value) => value ?? null);

/** What a clause says in figures. Each type has its own: the rest is left out. They hold for the whole agreement. */
export const clauseFields = z.strictObject({
  termMonths: z
    .number()
    .int()
    .min(1)
    .max(600)
    .nullish()
    .transform((value) => value ?? null),
  endsOn: shape.optionalDay,
  noticeDays: days,
  cureDays: days,
  withdrawalDays: days,
  commissionStructureId: shape.optionalId,
  meetingEvery: shape.optionalText(100),
  reportEvery: shape.optionalText(100),
  amendmentRule: lists.amendmentRule.nullish().transform((value) => value ?? null),
  totals: z
    .array(
      z.strictObject({
        currency: z.string().regex(/^[A-Z]{3}$/),
        amount: z.string().regex(/^\d{1,16}(\.\d{1,2})?$/),
      }),
    )
    .nullish()
    .transform((value) => value ?? null)
    .describe('The total that the text states, by currency: it must be the sum of the budget.'),
  places: z
    .partialRecord(z.enum(drafterPlaces), shape.optionalText(2000))
    .nullish()
    .transform((value) => value ?? null)
    .describe('What only the parties can say, by the place in the text where it stands.'),
});

const author = z.object({ name: z.string().nullable(), party: z.string().nullable() });

const remark = z.object({
  id: z.uuid(),
  kind: lists.remarkKind,
  party: z.string().nullable().describe('Null where the centre said it.'),
  body: z.string(),
  proposedTitle: z.string().nullable(),
  proposedBody: z.string().nullable(),
  standing: lists.remarkStanding,
  answer: z.string().nullable(),
  at: z.string(),
  mayAnswer: z.boolean(),
  mayWithdraw: z.boolean(),
  version: z.number(),
});

/** A clause as its editor shows it. */
export const clauseDetail = z.object({
  id: z.uuid(),
  agreement: z.object({
    id: z.uuid(),
    title: z.string(),
    standing: z.enum(agreementStandings),
    territory: shape.place,
    language: lists.language,
  }),
  type: lists.clauseType,
  title: z.string(),
  body: z.string().describe('As it is written, its places not filled in.'),
  filled: z.string().describe('With its places filled in.'),
  gaps: z.array(z.string()),
  fields: z.object({
    termMonths: z.number().nullable(),
    endsOn: z.string().nullable(),
    noticeDays: z.number().nullable(),
    cureDays: z.number().nullable(),
    withdrawalDays: z.number().nullable(),
    commission: shape.named.nullable(),
    meetingEvery: z.string().nullable(),
    reportEvery: z.string().nullable(),
    amendmentRule: lists.amendmentRule,
    totals: z.array(sum).nullable(),
    places: z.record(z.string(), z.string()),
  }),
  isRemoved: z.boolean(),
  guidance: z.string().nullable(),
  basis: z
    .object({
      norm: z.string(),
      article: z.string().nullable().describe('Null where nobody has verified it.'),
      address: z.string().nullable(),
      verified: z.boolean(),
    })
    .nullable(),
  need: z.enum(['required', 'recommended', 'optional']).nullable(),
  editions: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      body: z.string(),
      by: author,
      reason: z.string().nullable(),
      at: z.string(),
    }),
  ),
  remarks: z.array(remark),
  others: z
    .array(
      z.object({
        templateId: z.string(),
        key: z.string(),
        country: z.string(),
        instrument: z.string(),
        title: z.string(),
        body: z.string(),
      }),
    )
    .describe('How the instruments of others word a clause of this type.'),
  parties: z
    .array(z.object({ id: z.uuid(), name: z.string() }))
    .describe('The parties for which whoever asks acts.'),
  isOpen: z.boolean().describe('Whether the text may still be worked on.'),
  version: z.number(),
});

const part = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });

/** Two editions of a clause word by word. */
export const comparison = z.object({
  from: z.number(),
  to: z.number(),
  title: z.array(part),
  body: z.array(part),
});
