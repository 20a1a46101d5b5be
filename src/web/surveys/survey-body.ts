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

/** What a form says of a survey. Where people were asked and by which groups stays as it was: that is set by program. */
export function surveyBody(form: FormData, before: Survey | null): Body {
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
      territory: before?.design.territory ?? null,
      groups: before?.design.groups ?? [],
    },
    questions: linesOf(textOf(form, 'questions')).map(questionOf),
  };
}

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
    questions: questions
      .map(({ column, indicator, counted, valid, label }) =>
        [column, indicator, counted.join(','), valid.join(','), label].join('; '),
      )
      .join('\n'),
  };
}
