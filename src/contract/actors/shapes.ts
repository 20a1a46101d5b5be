import { z } from 'zod';
import { isDay } from '#domain/shared/dates.ts';
import { referencePattern } from '#domain/territories/references.ts';
import { preventionFunctions } from '#domain/actors/functions.ts';
import {
  authorityKinds,
  capacities,
  channels,
  organisationKinds,
  organisationLevels,
  organisationStandings,
  personStandings,
  postKinds,
  preventionLevels,
  sectors,
  seatRoles,
  structureKinds,
  structureStandings,
  successionKinds,
  visibilities,
} from '#domain/actors/vocabulary.ts';

// What is sent -----------------------------------------------------------------------------------------------------

export const territoryReference = z
  .string()
  .regex(referencePattern)
  .describe('A country ("PA") or a territory of it ("PA-0810").');
export const day = z.string().refine(isDay, 'actors.cell-not-a-day').describe('A day, 2026-11-23.');
export const optionalDay = day.nullish().transform((value) => value ?? null);
/** A name: of an organisation it may be two letters. */
export const line = (maximum: number) => z.string().trim().min(2).max(maximum);
/** A title or a sentence, of three characters or more: what the store keeps as one. */
export const title = (maximum: number) => z.string().trim().min(3).max(maximum);
export const optionalText = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .nullish()
    .transform((value) => (value ? value : null));
export const optionalId = z
  .uuid()
  .nullish()
  .transform((value) => value ?? null);
export const confirmation = z.boolean().default(false);
export const pageQuery = {
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
export const reason = z.string().trim().min(3).max(1000);
export const validSpan = { validFrom: optionalDay, validTo: optionalDay };
export const confirmText = confirmation.describe(
  'The writer has seen the warning about personal data in the text.',
);

/** Closed lists, as the API names them. */
export const lists = {
  organisationKind: z.enum(organisationKinds),
  sector: z.enum(sectors),
  organisationLevel: z.enum(organisationLevels),
  organisationStanding: z.enum(organisationStandings),
  personStanding: z.enum(personStandings),
  structureStanding: z.enum(structureStandings),
  structureKind: z.enum(structureKinds),
  authorityKind: z.enum(authorityKinds),
  postKind: z.enum(postKinds),
  seatRole: z.enum(seatRoles),
  capacity: z.enum(capacities),
  visibility: z.enum(visibilities),
  channel: z.enum(channels),
  preventionLevel: z.enum(preventionLevels),
  preventionFunction: z.enum(preventionFunctions),
  successionKind: z.enum(successionKinds),
} as const;

// What is answered -------------------------------------------------------------------------------------------------

export const idOnly = z.object({ id: z.uuid() });
export const idAndVersion = z.object({ id: z.uuid(), version: z.number() });
export const done = z.object({ done: z.literal(true) });
export const abilities = z.array(z.string()).describe('The deeds that whoever asks may do here.');
export const dependents = z
  .record(z.string(), z.number())
  .nullable()
  .describe('How many things depend on it, by kind: none, and it can be deleted. Null for whoever may not.');
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export const place = z.object({
  reference: z.string(),
  name: z.string(),
  kind: z.string(),
  kindName: z.string().describe('The kind in the language asked for.'),
  level: z.number(),
});
export const named = z.object({ id: z.uuid(), name: z.string() });
export const source = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  address: z.string().nullable(),
  published: z.string().nullable(),
  verified: z.boolean(),
});
export const contact = z.object({
  id: z.uuid(),
  channel: lists.channel,
  value: z.string(),
  label: z.string().nullable(),
  visibility: lists.visibility,
  version: z.number(),
});
export const span = { validFrom: z.string().nullable(), validTo: z.string().nullable() };

export const organisationSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  shortName: z.string().nullable(),
  kind: lists.organisationKind,
  sector: lists.sector,
  level: lists.organisationLevel,
  standing: lists.organisationStanding,
  territory: place,
  parent: named.nullable(),
  ...span,
});

/** Somebody, as far as whoever asks may see: the name is null where the person does not show. */
export const holder = z.object({ id: z.uuid(), name: z.string(), contacts: z.array(contact) });

export const post = z.object({
  id: z.uuid(),
  kind: lists.postKind,
  title: z.string(),
  topic: z.string().nullable(),
  alternate: z.boolean(),
  organisation: named,
  territory: place,
  person: holder.nullable().describe('Who holds it, where that may be seen.'),
  isVacant: z.boolean(),
  isCurrent: z.boolean(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  version: z.number(),
});

export const work = z.object({
  id: z.uuid(),
  organisation: named,
  territory: place,
  function: lists.preventionFunction,
  description: z.string().nullable(),
  targetGroup: z.string().nullable(),
  preventionLevel: lists.preventionLevel.nullable(),
  staff: z.number().nullable(),
  capacity: z.string().nullable(),
  source: source.nullable(),
  ...span,
  version: z.number(),
});

export const structureSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: lists.structureKind,
  standing: lists.structureStanding,
  territory: place,
  seats: z.number(),
  filledSeats: z.number().nullable().describe('Null where whoever asks may not see who sits.'),
  ...span,
});

export const seatTerm = z.object({
  id: z.uuid(),
  person: holder.nullable(),
  capacity: lists.capacity,
  validFrom: z.string(),
  validTo: z.string().nullable(),
  isCurrent: z.boolean(),
});

export const seat = z.object({
  id: z.uuid(),
  name: z.string(),
  role: lists.seatRole,
  hasVote: z.boolean(),
  position: z.number(),
  organisation: named.nullable(),
  terms: z.array(seatTerm),
  isVacant: z.boolean().nullable(),
  version: z.number(),
});
