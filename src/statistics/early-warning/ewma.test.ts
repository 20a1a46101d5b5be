import { describe, expect, it } from 'vitest';
import { ewma } from './ewma.ts';

describe('a moving average', () => {
  const series = [
    52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6,
    52.4, 53.6, 52.1,
  ];
  const averages = [
    50.6, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05, 49.38,
    49.92, 50.73, 51.23, 51.94, 51.99,
  ];

  it("is that of NIST's handbook, within its limits", () => {
    const chart = ewma(series, { target: 50, sigma: 2.0539, weight: 0.3, steady: true });
    chart.forEach(({ value }, index) => expect(value).toBeCloseTo(averages[index] ?? 0, 1));
    chart.forEach(({ value }, index) =>
      expect(Math.abs(value - (averages[index] ?? 0))).toBeLessThan(0.0051),
    );
    expect(chart[0]?.upper).toBeCloseTo(52.5884, 4);
    expect(chart[0]?.lower).toBeCloseTo(47.4116, 3);
    expect(chart.every(({ signal }) => signal === null)).toBe(true);
  });

  it('of counts signals once, at the eighth step', () => {
    const chart = ewma([3, 5, 2, 4, 6, 7, 9, 8, 4, 3], { target: 4, sigma: 2, weight: 0.3 });
    [3.7, 4.09, 3.463, 3.6241, 4.3369, 5.1358, 6.2951, 6.8065, 5.9646, 5.0752].forEach((value, index) =>
      expect(chart[index]?.value).toBeCloseTo(value, 4),
    );
    expect(chart[7]?.upper).toBeCloseTo(6.5163, 4);
    expect(chart.map(({ signal }) => signal)).toEqual([...Array<null>(7).fill(null), 'above', null, null]);
  });

  it('sees what falls, too, and refuses a weight of none', () => {
    expect(ewma([0, 0, 0, 0, 0, 0], { target: 9, sigma: 3 }).at(-1)?.signal).toBe('below');
    expect(() => ewma([1], { target: 1, sigma: 1, weight: 0 })).toThrow(RangeError);
  });
});
