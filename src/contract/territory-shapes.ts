import { z } from 'zod';
import { isDay } from '#domain/shared/dates.ts';
import { matchReasons } from '#domain/territories/names.ts';
import { populationMethods } from '#domain/territories/populations.ts';
import { referencePattern } from '#domain/territories/references.ts';
import { successionKinds } from '#domain/territories/successions.ts';

// What is sent -----------------------------------------------------------------------------------------------------

// A control character is no part of a text, and a database does not take every one of them.
const isPlain = (text: string) => !/[^\P{Cc}\n\r\t]/u.test(text);

/** Text somebody writes, up to a length. */
export const text = (maximum: number) =>
  z.string().trim().max(maximum).refine(isPlain, 'territories.control-characters');

export const reference = z
  .string()
  .regex(referencePattern)
  .describe('A country by its code, or country and territory code with a hyphen between.');
export const kindName = z.string().regex(/^[a-z][a-z-]{0,39}$/);
export const country = z.string().regex(/^[A-Z]{2}$/);
export const day = z.string().refine(isDay, 'territories.invalid-day').describe('A day, 2026-11-23.');
export const name = text(200).min(2);
export const note = text(2000)
  .nullish()
  .transform((value) => (value ? value : null));
export const page = {
  after: z
    .string()
    .regex(/^\d{1,10}$/)
    .refine((number) => Number(number) <= 2_147_483_647, 'territories.no-such-page')
    .optional()
    .describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
export const followers = z
  .array(z.strictObject({ reference, kind: z.enum(successionKinds) }))
  .max(100)
  .default([]);
export const aliasKind = z.enum(['alias', 'former', 'official', 'short']);

/** A source that is known already, by its id, or a new one told here. */
export const sourceGiven = z.union([
  z.strictObject({ id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/) }),
  z.strictObject({
    title: text(300).min(3),
    publisher: text(300).optional(),
    address: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    published: text(40).optional(),
  }),
]);

// What is answered -------------------------------------------------------------------------------------------------

export const bilingual = z.object({ es: z.string(), en: z.string() });

export const kind = z.object({
  kind: z.string(),
  level: z.number().int(),
  name: bilingual,
  plural: bilingual,
  codeDigits: z.number().int().nullable(),
});

export const named = z.object({ reference: z.string(), name: z.string() });
export const place = named.extend({ kind: z.string(), kindName: bilingual, level: z.number().int() });

export const source = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  address: z.string().nullable(),
  published: z.string().nullable(),
  verified: z.boolean().describe('False: to be shown as not verified.'),
});

export const figure = z.object({
  year: z.number().int(),
  people: z.number().int().nullable().describe('Null where the figure is shared.'),
  shared: z
    .object({ people: z.number().int(), with: z.array(named) })
    .nullable()
    .describe('One figure that several territories share; it is not divided.'),
  countedElsewhere: z
    .boolean()
    .describe('Its people are also in another territory’s figure; sums leave it out.'),
  method: z.enum(populationMethods),
  source,
  note: z.string().nullable(),
});

const span = { validFrom: z.string().nullable(), validTo: z.string().nullable() };

export const listed = place.extend({
  country: z.string(),
  code: z.string(),
  isoCode: z.string().nullable(),
  parent: named.nullable(),
  ...span,
  population: figure.nullable().describe('The latest one.'),
  childCount: z.number().int(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
});

export const relation = named.extend({
  kind: z.enum(successionKinds),
  onDate: z.string().nullable(),
  note: z.string().nullable(),
  source: source.nullable(),
});

export const territory = listed.extend({
  kindPlural: bilingual,
  otherNames: z.array(z.object({ name: z.string(), kind: aliasKind, source: source.nullable() })),
  ancestors: z.array(place).describe('From the country down.'),
  children: z.array(listed.omit({ parent: true, country: true })).describe('Those in force.'),
  formerChildren: z.array(named.extend(span)),
  populations: z.array(figure).describe('Latest first.'),
  populationOfParts: z
    .object({ year: z.number().int(), people: z.number().int(), missing: z.array(named) })
    .nullable()
    .describe('The sum of the children, where the territory has no figure of its own.'),
  predecessors: z.array(relation),
  successors: z.array(relation),
  overlaps: z.array(
    named.extend({ share: z.number().nullable(), note: z.string().nullable(), source: source.nullable() }),
  ),
  areaKm2: z.number().nullable(),
  note: z.string().nullable(),
  source: source.nullable(),
  origin: z.enum(['pack', 'person', 'import']),
  version: z.number().int(),
  abilities: z.array(z.string()).describe('The deeds that the caller may do here.'),
});

export const match = place.extend({
  reason: z.enum(matchReasons),
  matched: z.string().describe('The name of it that was alike.'),
  ancestors: z.array(named),
  isCurrent: z.boolean(),
});

export const problem = z.object({
  code: z.string(),
  field: z.string().optional(),
  row: z.number().int().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
