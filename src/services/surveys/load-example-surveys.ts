import { z } from 'zod';
import { findRound, closeRound, insertRound } from '#database/surveys/pulse-store.ts';
import { findSurvey, insertSurvey } from '#database/surveys/survey-store.ts';
import { findMeasured } from '#database/values/question-views.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import {
  addUpPulse,
  pulseAges,
  pulseQuestions,
  type PulseAnswer,
  type PulseQuestion,
} from '#domain/surveys/pulse.ts';
import { referenceOf } from '#domain/territories/references.ts';
import { hashSecret, newSecret } from '../access/secrets.ts';
import type { Context, Transaction } from '../context.ts';
import { sourceIdOf } from '../territories/source-given.ts';
import { todayOf } from '../today.ts';
import { writeEstimates } from './write-estimates.ts';

const codes = z.record(z.string(), z.string());
const column = z.string();
const question = z.strictObject({
  column,
  indicator: z.string(),
  label: z.string(),
  counted: z.array(z.string()),
  valid: z.array(z.string()),
});
const estimate = z.strictObject({
  territory: z.string().nullable(),
  sex: z.string().optional(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  error: z.number(),
  answers: z.number().int(),
});
const survey = z.strictObject({
  key: z.string(),
  territory: z.string().nullable(),
  title: z.string(),
  publisher: z.string(),
  population: z.string(),
  /** Of which year it is, counted from this one. */
  year: z.number().int(),
  answers: z.number().int(),
  note: z.string(),
  design: z.strictObject({
    weight: column,
    stratum: column,
    cluster: column,
    territory: z.strictObject({ column, codes }),
    groups: z.array(z.strictObject({ column, dimension: z.string(), codes })),
  }),
  questions: z.array(question),
  estimates: z.array(estimate),
});
const round = z.strictObject({
  key: z.string(),
  territory: z.string(),
  structure: z.string(),
  title: z.string(),
  sectors: z.array(z.string()),
  people: z.strictObject({
    sex: z.record(z.string(), z.number()),
    age: z.record(z.string(), z.number()),
    sector: z.record(z.string(), z.number()),
  }),
  daysAgo: z.number().int(),
  answers: z.number().int(),
  /** How many of a hundred give each answer, in the order of the question's choices. */
  shares: z.record(z.string(), z.array(z.number())),
});
const example = z.strictObject({ surveys: z.array(survey), rounds: z.array(round) });

type Names = {
  readonly country: string;
  readonly idOf: (kind: string, key: string) => string;
  readonly territoryOf: (code: string | null) => number;
};

/** Loads the survey and the round of the demonstration, each marked, and only once: what they tell is invented, and says so. */
export async function loadExampleSurveys(
  tx: Transaction,
  context: Context,
  text: string,
  names: Names,
): Promise<void> {
  if (text === '') return;
  const { rounds, surveys } = example.parse(JSON.parse(text));
  for (const one of surveys) await loadSurvey(tx, context, one, names);
  for (const one of rounds) await loadRound(tx, context, one, names);
}

async function loadSurvey(
  tx: Transaction,
  context: Context,
  given: z.output<typeof survey>,
  { country, idOf, territoryOf }: Names,
): Promise<void> {
  const id = idOf('survey', given.key);
  if (await findSurvey(tx, id)) return;
  // Without the catalogue of indicators there is nothing that it could estimate.
  for (const { indicator } of given.questions) if (!(await findMeasured(tx, { code: indicator }))) return;
  const territoryId = territoryOf(given.territory);
  const year = Number((await todayOf(tx, context, territoryId)).slice(0, 4)) + given.year;
  const { publisher, title } = given;
  const source = { title, publisher, published: String(year) };
  await insertSurvey(tx, {
    id,
    country,
    territory_id: territoryId,
    source_id: await sourceIdOf(tx, country, source),
    title,
    population: given.population,
    fieldwork_from: `${year}-03-01`,
    fieldwork_to: `${year}-04-30`,
    answers: given.answers,
    note: given.note,
    design: JSON.stringify({ ...given.design, only: [] }),
    questions: JSON.stringify(given.questions.map((one) => ({ ...one, kind: 'share' }))),
    example: true,
  });
  const kept = await findSurvey(tx, id);
  if (!kept) throw new Error('example: the survey was not kept');
  const [asked] = given.questions;
  await writeEstimates(tx, context, kept, {
    kind: 'entry',
    sourceVersion: null,
    estimates: given.estimates.map(({ error, sex, territory, ...told }) => ({
      ...told,
      indicator: asked?.indicator ?? '',
      territory: territory === null ? null : referenceOf(country, territory),
      group: sex === undefined ? null : { dimension: 'sex', category: sex },
      standardError: error,
    })),
  });
}

async function loadRound(
  tx: Transaction,
  context: Context,
  given: z.output<typeof round>,
  { country, idOf, territoryOf }: Names,
): Promise<void> {
  const id = idOf('pulse-round', given.key);
  if (await findRound(tx, id)) return;
  const territoryId = territoryOf(given.territory);
  const closesOn = addCalendarDays(await todayOf(tx, context, territoryId), -given.daysAgo);
  await insertRound(tx, {
    id,
    country,
    territory_id: territoryId,
    structure_id: idOf('structure', given.structure),
    title: given.title,
    sectors: given.sectors,
    people: JSON.stringify(given.people),
    opens_on: addCalendarDays(closesOn, -14),
    closes_on: closesOn,
    secret_hash: hashSecret(newSecret()),
    example: true,
  });
  const answers = answersOf(given);
  const results = addUpPulse(answers, given.people);
  await closeRound(tx, id, { at: context.now, answers: answers.length, results });
}

/** Invented answers in the shares that the example says. Their number is a prime, so that every step spreads them, so that no two questions go together. */
function answersOf({ answers, sectors, shares }: z.output<typeof round>): PulseAnswer[] {
  return Array.from({ length: answers }, (_unused, index) => ({
    sex: index % 5 < 3 ? 'f' : 'm',
    age: pulseAges[index % pulseAges.length] ?? '30-44',
    sector: sectors[index % sectors.length] ?? '',
    answers: Object.fromEntries(
      pulseQuestions.map(({ choices, key }: PulseQuestion, place) => {
        const share = ((index * (2 * place + 11)) % answers) / answers;
        return [key, chosenAt(choices, shares[key] ?? [], share * 100)];
      }),
    ),
  }));
}

function chosenAt(choices: readonly string[], shares: readonly number[], at: number): string {
  let sum = 0;
  for (const [index, choice] of choices.entries()) {
    sum += shares[index] ?? 0;
    if (at < sum) return choice;
  }
  return choices.at(-1) ?? '';
}
