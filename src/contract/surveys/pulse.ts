import { z } from 'zod';
import * as shape from '../actors/shapes.ts';
import { defineOperations } from '../operation.ts';

const params = z.object({ round: z.uuid() });
const sector = z.string().trim().min(1).max(80);
const people = z.record(z.string().max(80), z.number().min(0).max(1e9)).default({});
const secret = z.string().min(20).max(200);

const round = z.object({
  id: z.uuid(),
  title: z.string(),
  territory: shape.place,
  structure: shape.named.nullable(),
  opensOn: z.string(),
  closesOn: z.string(),
  isClosed: z.boolean(),
  answers: z.number().nullable().describe('How many answered; while it is open only for who may close it.'),
  isShown: z.boolean().describe('Whether there were answers enough to tell anything.'),
  example: z.boolean(),
});
const results = z.object({
  worth: z.number().describe('How many answers the weighted ones are worth.'),
  weightedBy: z.array(z.enum(['sex', 'age', 'sector'])),
  estimates: z.array(
    z.object({
      question: z.string(),
      choice: z.string().nullable(),
      value: z.number(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      answers: z.number(),
    }),
  ),
});

export const pulseOperations = defineOperations('surveys', {
  listPulseRounds: {
    method: 'GET',
    path: '/api/pulse-rounds',
    summary: 'Rounds of the local pulse, the last first',
    admission: 'anyone',
    query: z.object({ territory: shape.territoryReference.optional(), ...shape.pageQuery }),
    response: shape.page(round).extend({ abilities: shape.abilities }),
    refusals: ['actors.territory-not-found'],
  },
  getPulseRound: {
    method: 'GET',
    path: '/api/pulse-rounds/{round}',
    summary: 'A round of the local pulse: its estimates with their intervals once it is closed',
    admission: 'anyone',
    params,
    response: round.extend({
      sectors: z.array(z.string()),
      results: results.nullable(),
      abilities: shape.abilities,
    }),
    refusals: ['surveys.round-not-found'],
  },
  openPulse: {
    method: 'POST',
    path: '/api/pulse-rounds',
    summary: 'Opens a round of the eight questions; the answer holds its link, once',
    admission: 'signed-in',
    deed: 'report-figures',
    secret: true,
    body: z.strictObject({
      territory: shape.territoryReference,
      structure: shape.optionalId.describe('The committee that asks.'),
      title: shape.title(200),
      sectors: z.array(sector).min(1).max(30),
      people: z
        .strictObject({ sex: people, age: people, sector: people })
        .default({ sex: {}, age: {}, sector: {} })
        .describe('People of the place, by which answers are weighted.'),
      opensOn: shape.day,
      closesOn: shape.day,
    }),
    response: shape.idOnly.extend({ link: z.string() }),
    status: 201,
    refusals: [
      'shared.forbidden',
      'actors.territory-not-found',
      'actors.structure-not-found',
      'surveys.period-reversed',
    ],
  },
  closePulse: {
    method: 'POST',
    path: '/api/pulse-rounds/{round}/close',
    summary: 'Closes a round: answers are added up and erased at once',
    admission: 'signed-in',
    deed: 'report-figures',
    params,
    response: z.object({ answers: z.number(), isShown: z.boolean() }),
    refusals: ['shared.forbidden', 'surveys.round-not-found', 'surveys.round-closed'],
  },
  enterByPulseLink: {
    method: 'POST',
    path: '/api/pulse-answers/opening',
    summary: 'What the link of a round asks, for anybody who holds it',
    admission: 'anyone',
    body: z.strictObject({ secret }),
    response: z.object({
      title: z.string(),
      territory: shape.place,
      sectors: z.array(z.string()),
      closesOn: z.string(),
    }),
    refusals: ['surveys.round-not-found', 'surveys.round-not-open', 'access.too-many-attempts'],
  },
  usePulseLink: {
    method: 'POST',
    path: '/api/pulse-answers',
    summary: 'Answers a round without account; nothing is kept of who answered or when',
    admission: 'anyone',
    body: z.strictObject({
      secret,
      sex: z.string().max(20),
      age: z.string().max(20),
      sector: z.string().max(80),
      answers: z.record(z.string().max(40), z.string().max(40)),
    }),
    response: shape.done,
    refusals: [
      'surveys.round-not-found',
      'surveys.round-not-open',
      'surveys.answer-incomplete',
      'surveys.too-many-answers',
      'access.too-many-attempts',
    ],
  },
});
