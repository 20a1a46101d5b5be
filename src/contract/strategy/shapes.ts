import { z } from 'zod';
import { ecologicalLevels } from '#domain/diagnosis/vocabulary.ts';
import { elementOutcomes } from '#domain/strategy/compare-versions.ts';
import { elementFields } from '#domain/strategy/element.ts';
import { versionActs } from '#domain/strategy/version-standing.ts';
import {
  alignedKinds,
  elementKinds,
  elementRoles,
  indicatorDirections,
  inspireStrategies,
  preventionLevels,
  preventionTypes,
  versionStandings,
} from '#domain/strategy/vocabulary.ts';
import * as shape from '../actors/shapes.ts';

/** Closed lists, as the API names them. */
export const lists = {
  kind: z.enum(elementKinds),
  standing: z.enum(versionStandings),
  act: z.enum(versionActs),
  preventionLevel: z.enum(preventionLevels),
  preventionType: z.enum(preventionTypes),
  inspire: z.enum(inspireStrategies),
  ecologicalLevel: z.enum(ecologicalLevels),
  direction: z.enum(indicatorDirections),
  role: z.enum(elementRoles),
  aligned: z.enum(alignedKinds),
  outcome: z.enum(elementOutcomes),
  field: z.enum([...elementFields, 'place']),
} as const;

export const levelName = z
  .object({ es: z.string().trim().min(2).max(60), en: z.string().trim().min(2).max(60), kind: lists.kind })
  .describe('What a level is called in the country, and what stands behind the name.');

/** Each value once, in the order of its list. */
const chosen = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .array(z.enum(values))
    .max(values.length)
    .default([])
    .transform((some) =>
      (values as readonly Values[number][]).filter((value) => (some as readonly string[]).includes(value)),
    );

const year = z.number().int().min(1990).max(2100);
const figure = z.number().min(-1e12).max(1e12);

export const indicator = z.object({
  title: z.string().trim().min(3).max(300),
  unit: z.string().trim().min(1).max(100),
  direction: lists.direction.default('up'),
  source: shape.optionalText(300),
  baselineValue: figure.nullish().transform((value) => value ?? null),
  baselineYear: year.nullish().transform((value) => value ?? null),
  targets: z
    .array(z.object({ year, value: figure }))
    .max(60)
    .default([])
    .describe('What is to be reached in which year.'),
});

/** What is sent of an element. */
export const written = {
  code: shape.optionalText(30),
  title: z.string().trim().min(3).max(500),
  description: shape.optionalText(4000),
  preventionLevel: lists.preventionLevel.nullish().transform((value) => value ?? null),
  preventionTypes: chosen(preventionTypes),
  inspire: chosen(inspireStrategies),
  ecologicalLevels: chosen(ecologicalLevels),
  roles: z
    .array(z.object({ organisationId: z.uuid(), role: lists.role }))
    .max(60)
    .default([])
    .describe('Who leads it and who supports it.'),
  indicators: z.array(indicator).max(30).default([]),
  confirmText: shape.confirmText,
};

/** What is sent of a strategy. */
export const writtenStrategy = {
  organisationId: z.uuid().describe('Whose strategy it is: the lead authority.'),
  title: z.string().trim().min(3).max(300),
  adoptingAct: shape.optionalText(300),
  adoptingActOn: shape.optionalDay,
  periodFrom: shape.day,
  periodTo: shape.day,
  levels: z.array(levelName).min(1).max(6).describe('Its levels, from the outermost to the lines of action.'),
  note: shape.optionalText(2000),
};

export const versionSummary = z.object({
  id: z.uuid(),
  number: z.number(),
  standing: lists.standing,
  isCurrent: z.boolean().describe('The one in force today.'),
  consultationFrom: z.string().nullable(),
  consultationTo: z.string().nullable(),
  approvingBody: z.string().nullable(),
  approvingAct: z.string().nullable(),
  approvedOn: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  isExampleStructure: z.boolean().describe('Its axes and lines are an example: no cited text supports them.'),
  version: z.number(),
});

export const strategySummary = z.object({
  id: z.uuid(),
  title: z.string(),
  territory: shape.place,
  owner: shape.named,
  adoptingAct: z.string().nullable(),
  adoptingActOn: z.string().nullable(),
  periodFrom: z.string(),
  periodTo: z.string(),
  isPeriodOver: z.boolean(),
  example: z.boolean(),
  current: versionSummary.nullable(),
});

export const element = z.object({
  id: z.uuid(),
  threadId: z.uuid().describe('The same in every version in which it keeps its place.'),
  parentId: z.uuid().nullable(),
  kind: lists.kind,
  level: z.number(),
  code: z.string().nullable(),
  title: z.string(),
  description: z.string().nullable(),
  preventionLevel: lists.preventionLevel.nullable(),
  preventionTypes: z.array(lists.preventionType),
  inspire: z.array(lists.inspire),
  ecologicalLevels: z.array(lists.ecologicalLevel),
  lead: z.array(shape.named),
  support: z.array(shape.named),
  indicators: z.array(indicator),
  version: z.number(),
});

export const aligned = z.object({
  kind: lists.aligned,
  id: z.uuid(),
  title: z.string(),
  part: z.string().nullable().describe('Of a plan: the action that is aligned.'),
  of: z.string().nullable().describe('Whose it is.'),
  territory: shape.place,
});
