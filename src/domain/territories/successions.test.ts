import { describe, expect, it } from 'vitest';
import { problemsOfSuccessions, whatBecameOf, whatWasBefore, type Succession } from './successions.ts';

const step = (predecessor: string, successor: string): Succession => ({
  predecessor,
  successor,
  onDate: null,
  kind: 'split',
});
const history = [step('0801', '1301'), step('08', '13'), step('1301', '1401'), step('1301', '1402')];

describe('the history of a territory', () => {
  it('says what became of it, nearest first, each once', () => {
    expect(whatBecameOf('0801', history)).toEqual(['1301', '1401', '1402']);
    expect(whatBecameOf('1402', history)).toEqual([]);
  });

  it('says what was there before it', () => {
    expect(whatWasBefore('1402', history)).toEqual(['1301', '0801']);
  });

  it('comes to an end even where it was written in a circle', () => {
    const circle = [step('1', '2'), step('2', '1')];
    expect(whatBecameOf('1', circle)).toEqual(['2']);
    expect(problemsOfSuccessions(circle).map(({ code }) => code)).toEqual([
      'territories.succession-circle',
      'territories.succession-circle',
    ]);
  });

  it('has nothing that succeeds itself', () => {
    expect(problemsOfSuccessions([{ ...step('1', '1'), row: 4 }])).toMatchObject([
      { code: 'territories.succeeds-itself', row: 4 },
    ]);
    expect(problemsOfSuccessions(history)).toEqual([]);
  });
});
