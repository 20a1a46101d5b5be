import { textOf, type Answer, type Given } from '../api.ts';

export type Survey = Answer<'getSurvey'>;
type Body = Given<'updateSurvey'>['body'];

const listOf = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What a form says of a survey. */
export function surveyBody(form: FormData): Body {
  const optional = (name: string) => textOf(form, name) || null;
  return {
    title: textOf(form, 'title'),
    publisher: optional('publisher'),
    address: optional('address'),
    population: textOf(form, 'population'),
    fieldworkFrom: textOf(form, 'fieldworkFrom'),
    fieldworkTo: textOf(form, 'fieldworkTo'),
    answers: textOf(form, 'answers') === '' ? null : Number(textOf(form, 'answers')),
    note: optional('note'),
    design: {
      weight: optional('weight'),
      stratum: optional('stratum'),
      cluster: optional('cluster'),
      only: linesOf(textOf(form, 'only')).map((line) => {
        const [column = '', ...value] = line.split('=');
        return { column: column.trim(), value: value.join('=').trim() };
      }),
      territory: placesOf(textOf(form, 'placeColumn'), linesOf(textOf(form, 'placeCodes'))),
      groups: linesOf(textOf(form, 'groups')).map(groupOf),
    },
    questions: linesOf(textOf(form, 'questions')).map(questionOf),
  };
}

/** Where people were asked: the column, and which answer means which territory, "1 = PA-08" a line. */
function placesOf(column: string, lines: readonly string[]): Body['design']['territory'] {
  return column === '' ? null : { column, codes: codesOf(lines) };
}

/** "sexo; sex; 1 = m, 2 = f": a column, its dimension, and which answer means which category. */
function groupOf(line: string): NonNullable<Body['design']['groups']>[number] {
  const [column = '', dimension = '', codes = ''] = line.split(';').map((part) => part.trim());
  return { column, dimension, codes: codesOf(listOf(codes)) };
}

function codesOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [answer = '', ...meant] = pair.split('=');
      return [answer.trim(), meant.join('=').trim()];
    }),
  );
}

const writtenCodes = (codes: Readonly<Record<string, string>>) =>
  Object.entries(codes).map(([answer, meant]) => `${answer} = ${meant}`);

function questionOf(line: string): NonNullable<Body['questions']>[number] {
  const [column = '', indicator = '', counted = '', valid = '', ...label] = line
    .split(';')
    .map((part) => part.trim());
  return {
    column,
    indicator,
    kind: counted === '' ? 'mean' : 'share',
    counted: listOf(counted),
    valid: listOf(valid),
    label: label.join('; ') || column,
  };
}

/** The lists of a survey as somebody writes them. */
export function linesOfSurvey({ design, questions }: Survey) {
  return {
    only: design.only.map(({ column, value }) => `${column} = ${value}`).join('\n'),
    placeCodes: writtenCodes(design.territory?.codes ?? {}).join('\n'),
    groups: design.groups
      .map(({ codes, column, dimension }) => [column, dimension, writtenCodes(codes).join(', ')].join('; '))
      .join('\n'),
    questions: questions
      .map(({ column, indicator, counted, valid, label }) =>
        [column, indicator, counted.join(','), valid.join(','), label].join('; '),
      )
      .join('\n'),
  };
}
