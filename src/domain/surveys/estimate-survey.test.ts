import { expect, it } from 'vitest';
import { estimateSurvey } from './estimate-survey.ts';
import type { AnswerRow, SurveyDesign, SurveyQuestion } from './survey.ts';

const question: SurveyQuestion = {
  column: 'seguro',
  label: '¿Se siente seguro?',
  indicator: 'X',
  kind: 'share',
  counted: ['1'],
  valid: ['1', '2'],
};
const design: SurveyDesign = {
  weight: 'peso',
  stratum: 'estrato',
  cluster: 'upm',
  only: [],
  territory: { column: 'lugar', codes: { a: 'XA-01', b: 'XA-02' } },
  groups: [{ column: 'sexo', dimension: 'sex', codes: { h: 'm', m: 'f' } }],
};

/** Sixty people: of 40 in place a half says yes, of 20 in place b nobody does. */
const people: AnswerRow[] = Array.from({ length: 60 }, (_, index) => ({
  peso: index < 40 ? '1' : '2',
  estrato: index % 2 === 0 ? 'u' : 'r',
  // Neighbours answer alike: clusters differ, and the interval has a width.
  upm: String(Math.floor(index / 6)),
  lugar: index < 40 ? 'a' : 'b',
  sexo: index % 3 === 0 ? 'h' : 'm',
  seguro: index < 20 ? '1' : '2',
}));

it('weighs answers and gives every estimate its interval, in percent', () => {
  const { estimates, used } = estimateSurvey(people, design, [question]);
  const whole = estimates.find(({ territory, group }) => territory === null && group === null);
  expect(used).toBe(60);
  expect(whole?.value).toBeCloseTo((100 * 20) / 80, 9);
  expect(whole?.low).toBeLessThan(25);
  expect(whole?.high).toBeGreaterThan(25);
});

it('makes no estimate of fewer than thirty answers', () => {
  const { estimates, withheld } = estimateSurvey(people, design, [question]);
  expect(estimates.map(({ territory, group }) => territory ?? group?.category ?? 'all')).toEqual([
    'all',
    'XA-01',
    'f',
  ]);
  expect(withheld).toBe(2);
});

it('leaves out answers that are not valid, and rows of other surveys', () => {
  const some = people.map((row, index) => (index === 0 ? { ...row, seguro: '8' } : row));
  const [whole] = estimateSurvey(some, design, [question]).estimates;
  expect(whole?.answers).toBe(59);
  const only = [{ column: 'lugar', value: 'a' }];
  expect(estimateSurvey(people, { ...design, only }, [question]).used).toBe(40);
});

it('names the line of a weight that is none, and of a code that nobody explained', () => {
  const wrong = people.map((row, index) => (index === 3 ? { ...row, peso: '-1', lugar: 'z' } : row));
  expect(estimateSurvey(wrong, design, [question]).problems).toEqual([
    { code: 'surveys.weight-not-positive', line: 5, field: 'peso', values: { text: '-1' } },
    { code: 'surveys.code-not-known', line: 5, field: 'lugar', values: { text: 'z' } },
  ]);
});
