import { describe, expect, it } from 'vitest';
import { cusum, poissonSlack } from './cusum.ts';

describe('cumulative sums', () => {
  const groups = [
    324.925, 324.675, 324.725, 324.35, 325.35, 325.225, 324.125, 324.525, 325.225, 324.6, 324.625, 325.15,
    328.325, 327.25, 327.825, 328.5, 326.675, 327.775, 326.875, 328.35,
  ];

  it("are those of NIST's handbook, and signal at the fourteenth group", () => {
    const chart = cusum(groups, { target: 325, slack: 0.3175, limit: 4.1959 });
    [3.0075, 4.94, 7.4475, 10.63, 11.9875, 14.445, 16.0025, 19.035].forEach((sum, index) =>
      expect(chart[12 + index]?.over).toBeCloseTo(sum, 4),
    );
    expect(chart.findIndex(({ signal }) => signal === 'above')).toBe(13);
  });

  it('of counts let pass what tells four from six soonest', () => {
    const slack = poissonSlack(4, 6);
    expect(4 + slack).toBeCloseTo(4.9326, 4);
    const chart = cusum([3, 5, 2, 4, 6, 7, 9, 8, 4, 3], { target: 4, slack, limit: 5 });
    [0, 0.0674, 0, 0, 1.0674, 3.1348, 7.2022, 10.2696, 9.337, 7.4044].forEach((sum, index) =>
      expect(chart[index]?.over).toBeCloseTo(sum, 3),
    );
    expect(() => poissonSlack(6, 4)).toThrow(RangeError);
  });

  it('add up what falls short, too', () => {
    expect(cusum([2, 2, 2], { target: 5, slack: 0.5, limit: 4 }).map(({ signal }) => signal)).toEqual([
      null,
      'below',
      'below',
    ]);
  });
});
