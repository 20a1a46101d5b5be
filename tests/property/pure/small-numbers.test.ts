import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapsOf } from '../../../src/domain/values/overlaps.ts';
import { partsOfWhole, underItsKind, type FamilySeries } from '../../../src/domain/values/part-of-whole.ts';
import { planTogether, type PlannedSeries } from '../../../src/domain/values/plan-together.ts';
import type { BaseCell } from '../../../src/domain/values/protection-lattice.ts';
import { counts, recovered, toldOf, type Happened } from './small-numbers.ts';

// A country of two provinces with three districts each; months.
const districts = [21, 22, 23, 31, 32, 33];
const places = [2, 3, ...districts];
const pathOf = (id: number) => (id > 90 ? [1, id] : [1, Math.floor(id / 10), id]);
const rulesOf = (threshold: number): PlannedSeries['rules'] => ({
  threshold,
  periodKind: 'month',
  addsOverTime: true,
  pathOf,
});
const cell = (territoryId: number, month: number, value: number): BaseCell => ({
  territoryId,
  period: `2024-0${month}-01`,
  parts: {},
  value,
});
const isIn = (key: string, place: number) => key.startsWith(`${place}|`);

/** Every cell that is told; of those that are small, what somebody does not know of them themselves. */
function wantedOf(
  happened: readonly Happened[],
  threshold: number,
  known: (one: Happened) => boolean = () => false,
) {
  return [...new Set(happened.flatMap((one) => one.in))].flatMap((name) => {
    const all = happened.filter((one) => one.in.includes(name));
    const sum = all.reduce((before, { value }) => before + value, 0);
    return sum < threshold ? [{ name, of: (one: Happened) => one.in.includes(name) && !known(one) }] : [];
  });
}

const runs = { numRuns: 15 };

describe('small numbers, by linear programming', () => {
  it('are not to be had by whoever keeps the figures of a district or a province, and subtracts', async () => {
    const table = fc.record({ values: counts(18), threshold: fc.constantFrom(3, 5) });
    await fc.assert(
      fc.asyncProperty(table, async ({ threshold, values }) => {
        const base = values.map((value, index) =>
          cell(districts[Math.floor(index / 3)] ?? 21, 1 + (index % 3), value),
        );
        const series = { base, rules: rulesOf(threshold) };
        const hidden = planTogether([series]);
        const happened = base.map((one) => ({ in: toldOf(series, one), value: one.value }));
        for (const keeper of places) {
          const known = (one: Happened) => one.in.some((key) => isIn(key, keeper));
          const wanted = wantedOf(happened, threshold, known);
          expect(await recovered(happened, { hidden, threshold, known, wanted }), `${keeper}`).toEqual([]);
        }
      }),
      runs,
    );
  }, 600_000);

  it('are not to be had by taking an indicator from the one that it is part of', async () => {
    const table = fc.record({
      some: counts(12),
      others: counts(12),
      rest: fc.oneof(counts(12), fc.constant(Array.from({ length: 12 }, () => 0))),
      threshold: fc.constantFrom(3, 5),
    });
    await fc.assert(
      fc.asyncProperty(table, async ({ others, rest, some, threshold }) => {
        const place = (index: number) => districts[Math.floor(index / 2)] ?? 21;
        const of = (kind: string, values: readonly number[]): FamilySeries => ({
          kind,
          base: values.map((value, index) => cell(place(index), 1 + (index % 2), value)),
          rules: rulesOf(threshold),
        });
        const all = some.map((value, index) => value + (others[index] ?? 0) + (rest[index] ?? 0));
        const [whole, one, other] = [of('all', all), of('one', some), of('other', others)];
        const lattices = [...[whole, one, other].map(underItsKind), ...partsOfWhole(whole, [one, other])];
        const hidden = planTogether(lattices);
        const happened = all.flatMap((_, index): Happened[] => {
          const told = (kind: string) => toldOf(whole, cell(place(index), 1 + (index % 2), 0), kind);
          return [
            { in: [...told('one'), ...told('all')], value: some[index] ?? 0 },
            { in: [...told('other'), ...told('all')], value: others[index] ?? 0 },
            { in: told('all'), value: rest[index] ?? 0 },
          ];
        });
        const wanted = wantedOf(happened, threshold);
        expect(await recovered(happened, { hidden, threshold, wanted })).toEqual([]);
      }),
      runs,
    );
  }, 600_000);

  it('are not to be had from two divisions of a country that overlap only in part', async () => {
    // A police area with all of one district and a part of others, and sometimes one with what remains.
    const table = fc.record({
      inside: counts(6),
      outside: fc.oneof(counts(9), fc.array(fc.nat(2), { minLength: 9, maxLength: 9 })),
      threshold: fc.constantFrom(3, 5),
      cut: fc.constantFrom<number[]>([22], [22, 31]),
      areas: fc.constantFrom<number[]>([91], [91, 92]),
    });
    await fc.assert(
      fc.asyncProperty(table, async ({ areas, cut, inside, outside, threshold }) => {
        const whole = districts.filter((id) => !cut.includes(id) && (id === 21 || areas.length > 1));
        const { alsoIn, partly } = overlapsOf(
          new Map(whole.map((id) => [id, [id === 21 ? 91 : 92]])),
          new Map([...areas.map((id) => [id, cut] as const), ...cut.map((id) => [id, areas] as const)]),
        );
        const pieces = [
          ...[21, ...cut].flatMap((at, index) =>
            [1, 2].map((month) => ({ at, area: 91, month, value: inside[index * 2 + month - 1] ?? 0 })),
          ),
          ...districts.slice(1).flatMap((at, index) =>
            [1, 2].map((month) => ({
              at,
              area: 92,
              month,
              value: outside[(index * 2 + month) % outside.length] ?? 0,
            })),
          ),
        ];
        const sumOf = (ids: readonly number[], at: 'at' | 'area') =>
          ids.flatMap((id) =>
            [1, 2].map((month) =>
              cell(
                id,
                month,
                pieces
                  .filter((piece) => piece[at] === id && piece.month === month)
                  .reduce((sum, { value }) => sum + value, 0),
              ),
            ),
          );
        const rules = { ...rulesOf(threshold), alsoIn };
        const byDistrict = { base: sumOf(districts, 'at'), rules };
        const byArea = { base: sumOf(areas, 'area'), rules };
        const hidden = planTogether([byDistrict, byArea], { partly });
        const happened = pieces.map(({ area, at, month, value }) => ({
          in: [
            ...new Set([
              ...toldOf(byDistrict, cell(at, month, 0)),
              ...(areas.includes(area) ? toldOf(byArea, cell(area, month, 0)) : []),
            ]),
          ],
          value,
        }));
        const wanted = wantedOf(happened, threshold);
        expect(await recovered(happened, { hidden, threshold, wanted })).toEqual([]);
      }),
      runs,
    );
  }, 600_000);

  // A police area with all of district 21 and a part of 22. What the area has beyond 21 is at most what 22 has, and at least so much 22 has.
  const overlapping = [
    {
      what: 'the district that is cut, from the area less the district that it holds whole',
      values: [
        [21, 91, 0, 6],
        [22, 91, 0, 4],
        [22, 92, 1, 0],
        [23, 92, 2, 17],
        [31, 92, 34, 23],
        [32, 92, 44, 40],
        [33, 92, 2, 0],
      ],
      without: ['22|month 2024-01-01| lies between 0 and 1', '22|month 2024-02-01| lies between 4 and 5'],
      rules: (all: ReturnType<typeof overlapsOf>) => ({ alsoIn: all.alsoIn }),
    },
    {
      what: 'the area, from the two districts that cover it, together',
      values: [
        [21, 91, 7, 0],
        [22, 91, 0, 4],
        [22, 92, 0, 1],
        [23, 92, 7, 20],
        [31, 92, 1, 38],
        [32, 92, 12, 0],
        [33, 92, 26, 17],
      ],
      without: ['91|month 2024-02-01| lies between 4 and 5'],
      // Both of the two are hidden, but not what they hold together.
      rules: ({ alsoIn, partly }: ReturnType<typeof overlapsOf>) => ({
        alsoIn: (id: number) => alsoIn(id).filter((one) => one < 100),
        partly: (id: number) => partly(id).filter((one) => one < 100),
      }),
    },
  ];
  it.each(overlapping)('are bounded by what overlaps them, and hidden with it: $what', async (given) => {
    const all = overlapsOf(
      new Map([[21, [91]]]),
      new Map([
        [91, [22]],
        [22, [91]],
      ]),
    );
    const pieces = given.values.flatMap(([at = 0, area = 0, ...months]) =>
      months.map((value, index) => ({ at, area, month: index + 1, value })),
    );
    const sumOf = (id: number, at: 'at' | 'area') =>
      [1, 2].map((month) =>
        cell(
          id,
          month,
          pieces
            .filter((one) => one[at] === id && one.month === month)
            .reduce((sum, { value }) => sum + value, 0),
        ),
      );
    const found = async ({ alsoIn, partly }: Partial<ReturnType<typeof overlapsOf>>) => {
      const rules = { ...rulesOf(5), alsoIn };
      const byDistrict = { base: districts.flatMap((id) => sumOf(id, 'at')), rules };
      const byArea = { base: sumOf(91, 'area'), rules: { ...rules, pathOf: (id: number) => [id] } };
      const happened = pieces.map(({ area, at, month, value }) => ({
        in: [
          ...toldOf(byDistrict, cell(at, month, 0)),
          ...(area === 91 ? toldOf(byArea, cell(area, month, 0)) : []),
        ],
        value,
      }));
      const hidden = planTogether([byDistrict, byArea], partly ? { partly } : {});
      return recovered(happened, { hidden, threshold: 5, wanted: wantedOf(happened, 5) });
    };
    expect(await found(given.rules(all))).toEqual(given.without);
    expect(await found(all)).toEqual([]);
  });
});
