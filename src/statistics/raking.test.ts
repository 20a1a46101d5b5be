import { describe, expect, it } from 'vitest';
import { raking } from './raking.ts';

const sex = ['m', 'm', 'f', 'f', 'f', 'm', 'f', 'm', 'f', 'm'];
const age = ['y', 'y', 'y', 'o', 'o', 'o', 'y', 'o', 'o', 'y'];
const margins = [
  { groups: sex, population: { m: 480, f: 520 } },
  { groups: age, population: { y: 350, o: 650 } },
];
const alike = sex.map(() => 1);
const sumOf = (weights: readonly number[], groups: readonly (string | null)[], group: string) =>
  weights.reduce((sum, weight, index) => (groups[index] === group ? sum + weight : sum), 0);

describe('raking', () => {
  it("gives the weights that R's survey gives", () => {
    const { weights, converged } = raking(alike, margins);
    expect(converged).toBe(true);
    const [one = 0, , third = 0, fourth = 0, , sixth = 0] = weights;
    expect(one).toBeCloseTo(71.1603630805, 6);
    expect(third).toBeCloseTo(68.2594553792, 6);
    expect(fourth).toBeCloseTo(127.8270297472, 6);
    expect(sixth).toBeCloseTo(133.2594553792, 6);
  });

  it('agrees with the population in each grouping', () => {
    const { weights, worth } = raking(alike, margins);
    expect(sumOf(weights, sex, 'm')).toBeCloseTo(480, 5);
    expect(sumOf(weights, age, 'o')).toBeCloseTo(650, 5);
    expect(worth).toBeLessThan(10);
  });

  it('leaves who did not say at what the others make of them', () => {
    const silent = age.map((group, index) => (index === 0 ? null : group));
    const { weights, converged } = raking(alike, [
      margins[0] ?? { groups: [], population: {} },
      { groups: silent, population: { y: 350, o: 650 } },
    ]);
    expect(converged).toBe(true);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1000, 5);
    expect(sumOf(weights, silent, 'y') / sumOf(weights, silent, 'o')).toBeCloseTo(350 / 650, 6);
  });

  it('takes groupings of different years by their shares', () => {
    const { weights, converged } = raking(alike, [
      { groups: sex, population: { m: 480, f: 520 } },
      { groups: age, population: { y: 700, o: 1300 } },
    ]);
    expect(converged).toBe(true);
    expect(sumOf(weights, age, 'y')).toBeCloseTo(350, 5);
  });

  it('names the groups that nobody answered for, and refuses ones without people', () => {
    const found = raking(alike, [{ groups: sex, population: { m: 400, f: 500, x: 100 } }]);
    expect(found.unreached).toEqual(['x']);
    expect(sumOf(found.weights, sex, 'm')).toBeCloseTo((1000 * 4) / 9, 6);
    expect(() => raking(alike, [{ groups: sex, population: { m: 400 } }])).toThrow(RangeError);
    expect(() => raking([1], margins)).toThrow(RangeError);
  });

  it('cuts weights that would let one voice speak for too many', () => {
    const groups = ['a', ...Array.from({ length: 19 }, () => 'b')];
    const free = raking(
      groups.map(() => 1),
      [{ groups, population: { a: 500, b: 500 } }],
    );
    const cut = raking(
      groups.map(() => 1),
      [{ groups, population: { a: 500, b: 500 } }],
      { least: 0.3, most: 3 },
    );
    expect(free.weights[0]).toBeCloseTo(500, 6);
    expect(cut.weights[0]).toBeLessThan(200);
    expect(cut.worth).toBeGreaterThan(free.worth);
  });
});
