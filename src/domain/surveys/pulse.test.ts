import { expect, it } from 'vitest';
import { addUpPulse, faultsOf, type PulseAnswer } from './pulse.ts';

const nobody = { sex: {}, age: {}, sector: {} };
const answer = (sex: string, safe: string): PulseAnswer => ({
  sex,
  age: '18-29',
  sector: 'Centro',
  answers: { 'safe-day': safe },
});
const some = (count: number, sex: string, safe: string) =>
  Array.from({ length: count }, () => answer(sex, safe));

it('tells nothing of fewer than thirty answers', () => {
  expect(addUpPulse(some(29, 'f', 'very-safe'), nobody)).toBeNull();
  expect(addUpPulse(some(30, 'f', 'very-safe'), nobody)?.estimates).toMatchObject([
    { question: 'safe-day', value: 100 },
  ]);
});

it('weighs who answered by the people of the place, and says by what', () => {
  const given = [...some(30, 'f', 'very-safe'), ...some(10, 'm', 'very-unsafe')];
  const plain = addUpPulse(given, nobody);
  const weighted = addUpPulse(given, { ...nobody, sex: { f: 50, m: 50 } });
  expect(plain?.estimates[0]?.value).toBeCloseTo(75, 9);
  expect(weighted?.estimates[0]?.value).toBeCloseTo(50, 9);
  expect(weighted?.weightedBy).toEqual(['sex']);
  expect(weighted?.worth).toBeLessThan(40);
  expect(weighted?.estimates[0]?.low).toBeLessThan(50);
});

it('does not fail over groups of which nobody is known', () => {
  const given = [...some(30, 'f', 'very-safe'), ...some(10, 'unsaid', 'very-unsafe')];
  expect(addUpPulse(given, { ...nobody, sex: { f: 50, m: 50 } })?.estimates).toHaveLength(1);
});

it('names what is no answer', () => {
  const wrong = { sex: 'x', age: '18-29', sector: 'Luna', answers: { avoids: 'perhaps', name: 'Somebody' } };
  expect(faultsOf(wrong, ['Centro'])).toEqual(['sex', 'sector', 'avoids', 'name']);
  expect(faultsOf(answer('f', 'very-safe'), ['Centro'])).toEqual([]);
});
