import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import * as own from './shapes.ts';

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('A country, as "PA".');

const act = z.object({
  act: z.string(),
  on: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
  number: z.number().nullable().describe('Of which version.'),
});

const lineSummary = z.object({
  threadId: z.uuid(),
  code: z.string().nullable(),
  title: z.string(),
  path: z.array(z.string()).describe('The titles of what it stands under, from the outermost.'),
  strategyId: z.uuid(),
  strategy: z.string(),
  country,
  isPeriodOver: z.boolean(),
  isExampleStructure: z.boolean(),
});

export const strategyReadingOperations = defineOperations('strategy', {
  listStrategies: {
    method: 'GET',
    path: '/api/strategies',
    summary: 'The strategies of the countries, each with its version in force',
    admission: 'anyone',
    query: z.object({ country: country.optional() }),
    response: z.object({ items: z.array(own.strategySummary), abilities: shape.abilities }),
    refusals: [],
  },
  getStrategy: {
    method: 'GET',
    path: '/api/strategies/{strategyId}',
    summary: 'One strategy: its act, its period, whose it is, its versions and what was done to them',
    admission: 'anyone',
    params: z.object({ strategyId: z.uuid() }),
    response: own.strategySummary.extend({
      levels: z.array(own.levelName),
      source: shape.source.nullable(),
      note: z.string().nullable(),
      versions: z.array(own.versionSummary),
      acts: z.array(act),
      abilities: shape.abilities,
      version: z.number(),
    }),
    refusals: ['strategy.not-found'],
  },
  getStrategyVersion: {
    method: 'GET',
    path: '/api/strategy-versions/{versionId}',
    summary: 'One version of a strategy with all its elements, in reading order',
    admission: 'anyone',
    params: z.object({ versionId: z.uuid() }),
    response: own.versionSummary.extend({
      strategy: own.strategySummary.extend({
        levels: z.array(own.levelName),
        source: shape.source.nullable(),
      }),
      elements: z.array(own.element),
      possible: z.array(own.lists.act).describe('What can be done to it as it stands.'),
      abilities: shape.abilities,
    }),
    refusals: ['strategy.version-not-found'],
  },
  listStrategyLines: {
    method: 'GET',
    path: '/api/strategy-lines',
    summary: 'The lines of action in force, to align plans, agreements and commitments to',
    admission: 'anyone',
    query: z.object({
      country: country.optional(),
      text: z.string().trim().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    response: z.object({ items: z.array(lineSummary) }),
    refusals: [],
  },
  getStrategyLine: {
    method: 'GET',
    path: '/api/strategy-lines/{threadId}',
    summary:
      'One line of action, or what it stands under: who, indicators, history, and what is aligned to it',
    admission: 'anyone',
    params: z.object({ threadId: z.uuid() }),
    response: z.object({
      threadId: z.uuid(),
      strategy: own.strategySummary.extend({ levels: z.array(own.levelName) }),
      element: own.element,
      path: z.array(z.object({ threadId: z.uuid(), title: z.string(), code: z.string().nullable() })),
      below: z.array(z.object({ threadId: z.uuid(), title: z.string(), code: z.string().nullable() })),
      inVersion: own.versionSummary.describe('The version whose words are shown.'),
      hasEnded: z.boolean().describe('The version in force has it no more.'),
      history: z.array(
        z.object({
          number: z.number(),
          validFrom: z.string().nullable(),
          outcome: own.lists.outcome,
          fields: z.array(own.lists.field),
          title: z.string(),
        }),
      ),
      aligned: z.array(own.aligned),
    }),
    refusals: ['strategy.line-not-found'],
  },
});
