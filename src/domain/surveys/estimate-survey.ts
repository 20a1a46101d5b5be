import { surveyMean } from '#statistics/survey-mean.ts';
import { surveyProportion } from '#statistics/survey-proportion.ts';
import type { SampledUnit } from '#statistics/survey-design.ts';
import type { Problem } from '../shared/refusal.ts';
import type { AnswerRow, SurveyDesign, SurveyQuestion } from './survey.ts';

/** What a survey says of one question among some people. */
export type Estimated = {
  readonly question: string;
  readonly indicator: string;
  /** The reference of the territory; null for the whole survey. */
  readonly territory: string | null;
  /** A category of a dimension; null for everybody. */
  readonly group: { readonly dimension: string; readonly category: string } | null;
  /** A share in percent. */
  readonly value: number;
  readonly standardError: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly answers: number;
};

export type SurveyReading = {
  /** Rows that are this survey's. */
  readonly used: number;
  readonly estimates: readonly Estimated[];
  /** How many estimates rest on fewer than thirty answers, and so are not made. */
  readonly withheld: number;
  readonly problems: readonly Problem[];
};

const mostProblems = 50;

/**
 * Estimates every question of a survey as a whole, by territory and by group, each with its interval by the design. What is answered is added up
 * here and goes no further. Groups are estimated within the whole sample, which is never cut down to them.
 */
export function estimateSurvey(
  rows: readonly AnswerRow[],
  design: SurveyDesign,
  questions: readonly SurveyQuestion[],
): SurveyReading {
  const own = rows
    .map((row, index) => ({ row, line: index + 2 }))
    .filter(({ row }) => design.only.every(({ column, value }) => (row[column] ?? '') === value));
  const problems = problemsOf(own, design);
  if (problems.length > 0 || own.length === 0)
    return { used: own.length, estimates: [], withheld: 0, problems };
  const sample = own.map(({ row }, index) => unitOf(row, design, index));
  const all = questions.flatMap((question) => {
    const asked = { sample, rows: own.map(({ row }) => row), question };
    return domainsOf(design, asked.rows).map((domain) => estimateOne(asked, domain));
  });
  const shown = all.filter((one) => one !== null);
  return { used: own.length, estimates: shown, withheld: all.length - shown.length, problems: [] };
}

type Numbered = { readonly row: AnswerRow; readonly line: number };

/** Weights that are no numbers, and codes that nobody said the meaning of. */
function problemsOf(own: readonly Numbered[], { weight, territory, groups }: SurveyDesign): Problem[] {
  const coded = [...(territory ? [territory] : []), ...groups];
  const problems = own.flatMap(({ row, line }): Problem[] => [
    ...(weight !== null && !(Number(row[weight]) > 0)
      ? [{ code: 'surveys.weight-not-positive', line, field: weight, values: { text: row[weight] ?? '' } }]
      : []),
    ...coded.flatMap(({ column, codes }): Problem[] => {
      const text = row[column] ?? '';
      return text === '' || text in codes
        ? []
        : [{ code: 'surveys.code-not-known', line, field: column, values: { text } }];
    }),
  ]);
  return problems.slice(0, mostProblems);
}

function unitOf(row: AnswerRow, { weight, stratum, cluster }: SurveyDesign, index: number): SampledUnit {
  return {
    weight: weight === null ? 1 : Number(row[weight]),
    stratum: stratum === null ? '' : (row[stratum] ?? ''),
    cluster: cluster === null ? String(index) : (row[cluster] ?? ''),
  };
}

type Domain = Pick<Estimated, 'territory' | 'group'> & { readonly among: readonly boolean[] | null };

/** Everybody, each territory, each group. */
function domainsOf({ territory, groups }: SurveyDesign, rows: readonly AnswerRow[]): Domain[] {
  const meant = (column: string, codes: Readonly<Record<string, string>>) =>
    rows.map((row) => codes[row[column] ?? ''] ?? null);
  const places = territory ? meant(territory.column, territory.codes) : [];
  return [
    { territory: null, group: null, among: null },
    ...distinct(places).map((place) => ({
      territory: place,
      group: null,
      among: places.map((one) => one === place),
    })),
    ...groups.flatMap(({ column, codes, dimension }) => {
      const categories = meant(column, codes);
      return distinct(categories).map((category) => ({
        territory: null,
        group: { dimension, category },
        among: categories.map((one) => one === category),
      }));
    }),
  ];
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].toSorted();
}

type Asked = {
  readonly sample: readonly SampledUnit[];
  readonly rows: readonly AnswerRow[];
  readonly question: SurveyQuestion;
};

function estimateOne(
  { sample, rows, question }: Asked,
  { territory, group, among }: Domain,
): Estimated | null {
  const { column, kind, counted, valid } = question;
  const given = rows.map((row) => answerOf(row[column] ?? '', valid));
  const answered = given.filter((answer, index) => answer !== null && among?.[index] !== false).length;
  if (answered === 0) return null;
  const options = among === null ? {} : { among };
  const isShare = kind === 'share';
  const found = isShare
    ? surveyProportion(
        sample,
        given.map((answer) => answer && counted.includes(answer)).map(asBoolean),
        options,
      )
    : surveyMean(sample, given.map(asNumber), options);
  if (!found.mayShow) return null;
  const times = isShare ? 100 : 1;
  return {
    question: column,
    indicator: question.indicator,
    territory,
    group,
    value: found.value * times,
    standardError: found.standardError * times,
    low: found.lower === null ? null : found.lower * times,
    high: found.upper === null ? null : found.upper * times,
    answers: found.answers,
  };
}

function answerOf(text: string, valid: readonly string[]): string | null {
  return text === '' || (valid.length > 0 && !valid.includes(text)) ? null : text;
}

const asBoolean = (answer: string | boolean | null): boolean | null =>
  typeof answer === 'boolean' ? answer : null;

function asNumber(answer: string | null): number | null {
  const number = answer === null ? Number.NaN : Number(answer);
  return Number.isFinite(number) ? number : null;
}
