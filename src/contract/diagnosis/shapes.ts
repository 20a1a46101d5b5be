import { z } from 'zod';
import { needFields } from '#domain/diagnosis/need.ts';
import { needParts } from '#domain/diagnosis/need-merge.ts';
import { needActs } from '#domain/diagnosis/need-standing.ts';
import {
  affectedGroups,
  ecologicalLevels,
  factorEffects,
  needStandings,
  priorities,
  sourceKinds,
  violenceKinds,
} from '#domain/diagnosis/vocabulary.ts';
import * as shape from '../actors/shapes.ts';

/** Closed lists, as the API names them. */
export const lists = {
  group: z.enum(affectedGroups),
  violence: z.enum(violenceKinds),
  ecologicalLevel: z.enum(ecologicalLevels),
  factorEffect: z.enum(factorEffects),
  sourceKind: z.enum(sourceKinds),
  priority: z.enum(priorities),
  standing: z.enum(needStandings),
  act: z.enum(needActs),
  field: z.enum(needFields),
  part: z.enum(needParts),
} as const;

/** What is sent of a need: it can be entered without a diagnosis. */
export const written = {
  problem: z.string().trim().min(3).max(300).describe('The problem in one sentence, without any person.'),
  detail: shape.optionalText(4000),
  groups: z
    .array(lists.group)
    .min(1)
    .max(affectedGroups.length)
    .transform((groups) => affectedGroups.filter((group) => groups.includes(group)))
    .describe('Whom it affects.'),
  groupWords: shape.optionalText(200).describe('The group in own words; needed with "other".'),
  violence: lists.violence,
  ecologicalLevel: lists.ecologicalLevel.nullish().transform((value) => value ?? null),
  factor: shape.optionalText(300).describe('A risk or protective factor behind it.'),
  factorEffect: lists.factorEffect.nullish().transform((value) => value ?? null),
  sourceKind: lists.sourceKind.describe('A source may be a meeting, a survey, data, a report.'),
  sourceTitle: z.string().trim().min(3).max(300),
  sourceDate: shape.optionalDay,
  sourceAddress: shape.optionalText(500),
  prioritisedOn: shape.day,
  structureId: shape.optionalId.describe('The structure that gave it priority.'),
  organisationId: shape.optionalId.describe('The organisation that gave it priority.'),
  office: shape.optionalText(200).describe('The office that gave it priority, never a person’s name.'),
  priority: lists.priority,
  priorityReason: z.string().trim().min(3).max(1000),
  confirmText: shape.confirmText,
};

export const needSummary = z.object({
  id: z.uuid(),
  problem: z.string(),
  territory: shape.place,
  groups: z.array(lists.group),
  groupWords: z.string().nullable(),
  violence: lists.violence,
  priority: lists.priority,
  prioritisedOn: z.string(),
  standing: lists.standing,
  standingOn: z.string().nullable(),
  example: z.boolean().describe('Invented for the demonstration.'),
});

const act = z.object({
  act: lists.act,
  on: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
  fields: z.array(lists.field).describe('What was corrected.'),
  other: z.object({ id: z.uuid(), problem: z.string() }).nullable(),
});

export const need = needSummary.extend({
  detail: z.string().nullable(),
  ecologicalLevel: lists.ecologicalLevel.nullable(),
  factor: z.string().nullable(),
  factorEffect: lists.factorEffect.nullable(),
  sourceKind: lists.sourceKind,
  sourceTitle: z.string(),
  sourceDate: z.string().nullable(),
  sourceAddress: z.string().nullable(),
  structure: shape.named.nullable(),
  organisation: shape.named.nullable(),
  office: z.string().nullable(),
  priorityReason: z.string(),
  standingReason: z.string().nullable(),
  mergedInto: z.object({ id: z.uuid(), problem: z.string() }).nullable(),
  merges: z
    .array(z.object({ id: z.uuid(), absorbed: z.object({ id: z.uuid(), problem: z.string() }) }))
    .describe('Needs that were merged into this one, for whoever may undo it.'),
  acts: z.array(act).describe('All that was done to it, newest first.'),
  possible: z.array(lists.act).describe('What can be done to it as it stands.'),
  abilities: shape.abilities,
  version: z.number(),
});
