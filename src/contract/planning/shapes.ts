import { z } from 'zod';
import {
  entryFields,
  entryKinds,
  entryLinks,
  entryOrigins,
  entryStandings,
} from '#domain/planning/inventory.ts';
import * as shape from '../actors/shapes.ts';

/** Closed lists, as the API names them. */
export const lists = {
  kind: z.enum(entryKinds),
  link: z.enum(entryLinks),
  standing: z.enum(entryStandings),
  origin: z.enum(entryOrigins),
  field: z.enum(entryFields),
} as const;

/** A session of the path by its number. */
export const session = z.literal([1, 2, 3, 4, 5, 6]);
/** The same in an address, where it is text. */
export const sessionInPath = z.coerce.number().int().min(1).max(6).pipe(session);

/** What is sent of an entry. */
export const writtenEntry = {
  territory: shape.territoryReference,
  organisationId: z.uuid(),
  title: z.string().trim().min(3).max(400),
  kind: lists.kind,
  description: shape.optionalText(4000),
  officialReference: shape.optionalText(300).describe('The law, resolution or act that made it official.'),
  poaCode: shape.optionalText(100).describe('Its code in the operating plan of the organisation.'),
  periodFrom: shape.optionalDay,
  periodTo: shape.optionalDay,
  amount: shape
    .optionalText(60)
    .describe('Money as people write it, "B/. 1,234.50"; the country’s own where no currency is said.'),
  amountYear: z.coerce
    .number()
    .int()
    .nullish()
    .transform((value) => value ?? null),
  sourceWords: shape.optionalText(300).describe('Where this is known from.'),
  confirmText: shape.confirmText,
};

const suggestion = z
  .object({ link: z.enum(['direct', 'indirect']).nullable(), words: z.array(z.string()) })
  .describe('What its words suggest, with the words found; it decides nothing.');

export const entrySummary = z.object({
  id: z.uuid(),
  title: z.string(),
  kind: lists.kind,
  territory: shape.place,
  organisation: shape.named.nullable(),
  structure: shape.named.nullable().describe('The committee whose approved plan it is.'),
  link: lists.link,
  criterion: z.string().nullable(),
  decidedByOffice: z.string().nullable(),
  decidedOn: z.string().nullable(),
  poaCode: z.string().nullable(),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  amountYear: z.number().nullable(),
  standing: lists.standing,
  origin: lists.origin.describe('"plan": an approved plan, listed by itself; its id is the plan’s.'),
  example: z.boolean(),
});

export const entry = entrySummary.extend({
  description: z.string().nullable(),
  officialReference: z.string().nullable(),
  sourceWords: z.string().nullable(),
  source: shape.source.nullable(),
  standingReason: z.string().nullable(),
  suggestion,
  mayDecide: z.boolean(),
  mayEdit: z.boolean(),
  version: z.number(),
});

/** Which entries a list or a file holds. */
export const entryFilter = {
  territory: shape.territoryReference.optional(),
  below: z.enum(['yes', 'no']).default('yes').describe('Whether those of the territories below count too.'),
  organisation: z.uuid().optional(),
  kind: lists.kind.optional(),
  link: lists.link.optional(),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  standing: lists.standing.default('current'),
  text: z.string().trim().max(200).optional(),
};

export const checklistItem = z.object({
  key: z.string(),
  by: z
    .enum(['system', 'person'])
    .describe('Ticked by what the register holds, or by whoever walks the path.'),
  isDone: z.boolean(),
  isEssential: z.boolean(),
  count: z.number().nullable(),
});

export const help = z.object({
  id: z.uuid(),
  step: session,
  question: z.string(),
  askedOn: z.string(),
  answer: z.string().nullable(),
  answeredOn: z.string().nullable(),
  version: z.number(),
});

export const pathStep = z.object({
  step: session,
  reachedOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  notes: z.string().nullable(),
  obstacle: z.string().nullable(),
  obstacleSince: z.string().nullable(),
  checklist: z.array(checklistItem),
  version: z.number(),
});

export const path = z.object({
  id: z.uuid(),
  organisation: shape.named,
  territory: shape.place,
  openedOn: z.string(),
  closedOn: z.string().nullable(),
  reached: session,
  today: z.string(),
  steps: z.array(pathStep),
  needs: z
    .array(
      z.object({
        id: z.uuid(),
        problem: z.string(),
        priority: z.enum(['high', 'medium', 'low']),
        isChosen: z.boolean(),
      }),
    )
    .describe('The needs of the place that stand, the chosen ones first.'),
  plans: z.array(z.object({ id: z.uuid(), title: z.string(), standing: z.string() })),
  dueAhead: z
    .array(z.object({ commitmentId: z.uuid(), what: z.string(), dueOn: z.string() }))
    .describe('What falls due next, for the calendar of follow-up.'),
  help: z.array(help).describe('Newest first.'),
  mayWalk: z.boolean(),
  mayAnswer: z.boolean(),
  example: z.boolean(),
});

export const progress = z.object({
  organisation: shape.named,
  territory: shape.place,
  above: z.string().nullable().describe('The province or region it lies in.'),
  pathId: z.uuid().nullable().describe('Null where no path was begun.'),
  step: session.nullable().describe('The session reached; null where none was begun or all are done.'),
  isFinished: z.boolean(),
  since: z.string().nullable(),
  days: z.number().nullable().describe('Days since then, in the country’s own calendar.'),
  obstacle: z.string().nullable(),
  obstacleSince: z.string().nullable(),
  openHelp: z.number(),
  helpAskedOn: z.string().nullable(),
  helpStep: session.nullable(),
  question: z.string().nullable(),
  mayWalk: z.boolean(),
  example: z.boolean(),
});
