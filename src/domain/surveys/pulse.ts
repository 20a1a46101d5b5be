import { raking, type Margin } from '#statistics/raking.ts';
import { surveyProportion } from '#statistics/survey-proportion.ts';
import { leastAnswers } from '#statistics/survey-ratio.ts';

const safety = ['very-safe', 'rather-safe', 'rather-unsafe', 'very-unsafe'] as const;
const yesNo = ['yes', 'no'] as const;
const trust = ['much', 'some', 'little', 'none'] as const;

/**
 * The eight questions of the local pulse, asked in three minutes on a phone; trust is asked of three. `counted` are the answers whose share is
 * told; where there are none, each answer's share is. Words: `surveys.pulse.<key>`.
 */
export const pulseQuestions = [
  { key: 'safe-day', choices: safety, counted: ['very-safe', 'rather-safe'] },
  { key: 'safe-night', choices: safety, counted: ['very-safe', 'rather-safe'] },
  { key: 'avoids', choices: yesNo, counted: ['yes'] },
  { key: 'victim', choices: yesNo, counted: ['yes'] },
  { key: 'knows-committee', choices: yesNo, counted: ['yes'] },
  { key: 'saw-action', choices: yesNo, counted: ['yes'] },
  { key: 'trust-police', choices: trust, counted: ['much', 'some'] },
  { key: 'trust-municipality', choices: trust, counted: ['much', 'some'] },
  { key: 'trust-neighbours', choices: trust, counted: ['much', 'some'] },
  {
    key: 'concern',
    choices: ['robbery', 'fights', 'home', 'drugs', 'youth', 'lighting', 'other'],
    counted: [],
  },
] as const satisfies readonly PulseQuestion[];

export type PulseQuestion = {
  readonly key: string;
  readonly choices: readonly string[];
  readonly counted: readonly string[];
};

export const pulseSexes = ['f', 'm', 'unsaid'] as const;
export const pulseAges = ['15-17', '18-29', '30-44', '45-59', '60+'] as const;

/** So many may answer one round: more is somebody playing. */
export const mostAnswers = 5_000;

/** What one person answered. A question passed over is not there. */
export type PulseAnswer = {
  readonly sex: string;
  readonly age: string;
  readonly sector: string;
  readonly answers: Readonly<Record<string, string>>;
};

/** People of the place by sex, by age, by sector; an empty grouping is not weighted by. */
export type PulsePeople = {
  readonly sex: Readonly<Record<string, number>>;
  readonly age: Readonly<Record<string, number>>;
  readonly sector: Readonly<Record<string, number>>;
};

export type PulseEstimate = {
  readonly question: string;
  /** Of a question that is told answer by answer; null where some answers are told together. */
  readonly choice: string | null;
  /** In percent. */
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly answers: number;
};

export type PulseResults = {
  /** How many answers the weighted ones are worth. */
  readonly worth: number;
  readonly weightedBy: readonly (keyof PulsePeople)[];
  readonly estimates: readonly PulseEstimate[];
};

/** What of an answer is not as the questions are; empty where all is. */
export function faultsOf(given: PulseAnswer, sectors: readonly string[]): string[] {
  const wrong = pulseQuestions
    .filter(
      ({ key, choices }) => key in given.answers && !choices.some((choice) => choice === given.answers[key]),
    )
    .map(({ key }) => key as string);
  const known = pulseQuestions.map(({ key }) => key as string);
  return [
    ...(pulseSexes.some((sex) => sex === given.sex) ? [] : ['sex']),
    ...(pulseAges.some((age) => age === given.age) ? [] : ['age']),
    ...(sectors.includes(given.sector) ? [] : ['sector']),
    ...wrong,
    ...Object.keys(given.answers).filter((key) => !known.includes(key)),
  ];
}

/** Adds a closed round up. @returns null where there are fewer than thirty answers: then nothing is told */
export function addUpPulse(given: readonly PulseAnswer[], people: PulsePeople): PulseResults | null {
  if (given.length < leastAnswers) return null;
  const margins = marginsOf(given, people);
  const base = given.map(() => 1);
  const raked =
    margins.length === 0
      ? null
      : raking(
          base,
          margins.map(({ margin }) => margin),
          { least: 0.2, most: 5 },
        );
  const weights = raked?.weights ?? base;
  const sample = weights.map((weight, index) => ({ weight, stratum: '', cluster: String(index) }));
  const estimates = pulseQuestions.flatMap(({ key, choices, counted }: PulseQuestion) => {
    const answers = given.map((one) => one.answers[key] ?? null);
    const told =
      counted.length > 0
        ? [{ choice: null, yes: counted }]
        : choices.map((choice) => ({ choice, yes: [choice] }));
    return told.flatMap(({ choice, yes }) => {
      if (answers.filter((answer) => answer !== null).length < leastAnswers) return [];
      const found = surveyProportion(
        sample,
        answers.map((answer) => (answer === null ? null : yes.includes(answer))),
      );
      const percent = (share: number | null) => (share === null ? null : share * 100);
      return {
        question: key,
        choice,
        value: found.value * 100,
        low: percent(found.lower),
        high: percent(found.upper),
        answers: found.answers,
      };
    });
  });
  return { worth: raked?.worth ?? given.length, weightedBy: margins.map(({ by }) => by), estimates };
}

const groupings = ['sex', 'age', 'sector'] as const;

/** The groupings of which the people are known; who is in a group without people keeps the weight that the others give. */
function marginsOf(
  given: readonly PulseAnswer[],
  people: PulsePeople,
): { by: keyof PulsePeople; margin: Margin }[] {
  return groupings.flatMap((by) => {
    const population = Object.fromEntries(Object.entries(people[by]).filter(([, count]) => count > 0));
    const groups = given.map((one) => (one[by] in population ? one[by] : null));
    return groups.every((group) => group === null) ? [] : { by, margin: { groups, population } };
  });
}
