import { describe, expect, it } from 'vitest';
import { personTime } from './person-time.ts';

describe('person-time', () => {
  it('adds people of the middle of each period by its length', () => {
    expect(personTime([{ population: 8000, years: 1 }])).toBe(8000);
    expect(
      personTime([
        { population: 8000, years: 0.25 },
        { population: 8100, years: 0.25 },
      ]),
    ).toBe(4025);
    expect(personTime([])).toBe(0);
  });

  it('refuses a period without length', () => {
    expect(() => personTime([{ population: 8000, years: 0 }])).toThrow(RangeError);
    expect(() => personTime([{ population: -1, years: 1 }])).toThrow(RangeError);
  });
});
