import { z } from 'zod';
import { sheetFields } from '#domain/agreements/sheet-fields.ts';
import * as shape from '../actors/shapes.ts';

const field = z.enum(sheetFields);
const row = z.number().int().min(1);
const party = z
  .string()
  .regex(/^(organisation|structure):[0-9a-f-]{36}$/)
  .describe('"organisation:<id>" or "structure:<id>".');

/** What a person decides about a list: once for all its rows, or for one of them. */
export const resolution = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('party'), text: z.string().trim().min(1).max(300), party }),
  z.strictObject({
    kind: z.literal('default'),
    field: z.enum(['obligor', 'beneficiary', 'due', 'proof']),
    value: z.string().trim().min(1).max(500),
  }),
  z.strictObject({ kind: z.literal('due'), row, day: shape.day }),
  z.strictObject({ kind: z.literal('skip'), row }),
  z.strictObject({ kind: z.literal('confirm-text'), row }),
]);

const columns = z.object(
  Object.fromEntries(
    sheetFields.map((one) => [one, z.number().int().min(0).max(500).nullable().default(null)]),
  ) as Record<(typeof sheetFields)[number], z.ZodDefault<z.ZodNullable<z.ZodNumber>>>,
);

/** Which column says what; null: none. */
export const mapping = z.strictObject({
  sheet: z.string().min(1).max(200),
  headerRow: row,
  columns,
});

export const sheetAnswer = z.object({
  id: z.uuid(),
  version: z.number(),
  standing: z.enum(['open', 'applied', 'revoked']),
  fileName: z.string(),
  createdAt: z.string(),
  agreement: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  territory: shape.place,
  sheets: z.array(z.object({ name: z.string(), rows: z.number() })),
  mapping: mapping.nullable().describe('Null where nothing in the file looks like a list.'),
  isRemembered: z
    .boolean()
    .describe('The columns were told apart before, in another list with these headers.'),
  columns: z
    .array(
      z.object({ index: z.number(), letters: z.string(), header: z.string(), samples: z.array(z.string()) }),
    )
    .describe('The columns of the sheet with what stands in their first rows.'),
  counts: z.object({
    rows: z.number(),
    create: z.number(),
    same: z.number(),
    skipped: z.number(),
    problems: z.number(),
  }),
  rows: z.array(
    z.object({
      row: z.number(),
      outcome: z.enum(['create', 'same', 'skipped', 'problem']),
      what: z.string().nullable(),
      obligor: z.string().nullable(),
      beneficiary: z.string().nullable(),
      dueOn: z.string().nullable(),
      isDueFilledIn: z.boolean().describe('The list named a month or a quarter: its last day was taken.'),
      proof: z.string().nullable(),
    }),
  ),
  problems: z
    .array(
      z.object({
        code: z.string(),
        rows: z.array(z.number()),
        field: field.nullable(),
        text: z.string().nullable(),
        suggestions: z.array(z.object({ resolution, name: z.string().nullable() })),
      }),
    )
    .describe('What has to be put right first; the first suggestion of each is the one proposed.'),
  notices: z.array(z.object({ code: z.string(), row: z.number().optional(), sheet: z.string().optional() })),
  added: z.number().describe('How many commitments it brought in.'),
});
