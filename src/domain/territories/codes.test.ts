import { describe, expect, it } from 'vitest';
import { problemOfCode, readCode } from './codes.ts';

const shape = (level: number, codeDigits: number) => ({
  level,
  codeDigits,
  codePattern: `^\\d{${codeDigits}}$`,
});
const twoFourSix = [{ level: 0, codeDigits: null, codePattern: null }, shape(1, 2), shape(2, 4), shape(3, 6)];
const oneThreeFive = [shape(1, 1), shape(2, 3), shape(3, 5)];

describe('a territory code', () => {
  it('is text and keeps its zeros', () => {
    expect(readCode(' 0801 ', twoFourSix)).toEqual({ is: 'code', code: '0801', levels: [2] });
  });

  it('that lost its zero is questioned, never guessed', () => {
    expect(readCode('801', twoFourSix)).toEqual({ is: 'questioned', given: '801', candidates: ['0801'] });
    expect(readCode('10101', twoFourSix)).toEqual({
      is: 'questioned',
      given: '10101',
      candidates: ['010101'],
    });
    expect(readCode('1', twoFourSix)).toEqual({ is: 'questioned', given: '1', candidates: ['01'] });
  });

  it('that a spreadsheet made a number of is questioned too', () => {
    expect(readCode('801.0', twoFourSix)).toMatchObject({ candidates: ['0801'] });
    expect(readCode('101,00', oneThreeFive)).toMatchObject({ is: 'questioned', candidates: ['101'] });
  });

  it('is what it says where a country writes it so', () => {
    expect(readCode('801', oneThreeFive)).toEqual({ is: 'code', code: '801', levels: [2] });
  });

  it('is questioned only with a code that exists, where those are known', () => {
    expect(readCode('801', twoFourSix, new Set(['0801']))).toMatchObject({ is: 'questioned' });
    expect(readCode('899', twoFourSix, new Set(['0801']))).toEqual({ is: 'none', given: '899' });
  });

  it('is none where the text is something else', () => {
    for (const text of ['', 'Panamá', '08 01', '-801', '80100000']) {
      expect(readCode(text, twoFourSix)).toEqual({ is: 'none', given: text.trim() });
    }
  });

  it('gives a problem that names what may have been meant', () => {
    expect(problemOfCode(readCode('801', twoFourSix))).toEqual({
      code: 'territories.code-lost-zeros',
      values: { given: '801', candidate: '0801' },
    });
    expect(problemOfCode(readCode('0801', twoFourSix))).toBeNull();
    expect(problemOfCode(readCode('x', twoFourSix))).toMatchObject({ code: 'territories.not-a-code' });
  });
});
