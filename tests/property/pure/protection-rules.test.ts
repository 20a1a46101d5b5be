import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapsOf } from '../../../src/domain/values/overlaps.ts';
import { partsOfWhole, underItsKind, type FamilySeries } from '../../../src/domain/values/part-of-whole.ts';
import { planTogether, type PlannedSeries } from '../../../src/domain/values/plan-together.ts';
import {
  cellsOver,
  pointOf,
  publishedOver,
  type BaseCell,
  type Published,
} from '../../../src/domain/values/protection-lattice.ts';
import { counts, recovered, toldOf, type Happened } from './small-numbers.ts';

// Each rule of the engine has a country in which a small number comes back without it.
const districts = [21, 22, 23, 31, 32, 33];
const pathOf = (id: number) => (id > 90 ? [id] : [1, Math.floor(id / 10), id]);
const rulesOf = (threshold: number): PlannedSeries['rules'] => ({
  threshold,
  periodKind: 'month',
  addsOverTime: true,
  pathOf,
});
const cell = (
  territoryId: number,
  month: number,
  value: number,
  parts: Record<string, string> = {},
): BaseCell => ({
  territoryId,
  period: `2024-0${month}-01`,
  parts,
  value,
});
const happenedIn = (series: PlannedSeries): Happened[] =>
  series.base.map((one) => ({ in: toldOf(series, one), value: one.value }));

/** Every small cell that is told, but for those that somebody knows anyhow. */
function wantedOf(
  happened: readonly Happened[],
  threshold: number,
  isKnown: (key: string) => boolean = () => false,
) {
  return [...new Set(happened.flatMap((one) => one.in))].flatMap((name) => {
    const sum = happened.reduce((before, one) => (one.in.includes(name) ? before + one.value : before), 0);
    return sum > 0 && sum < threshold && !isKnown(name)
      ? [{ name, of: (one: Happened) => one.in.includes(name) }]
      : [];
  });
}

const alone = async (base: readonly BaseCell[]) => {
  const series = { base, rules: rulesOf(5) };
  const [hidden, happened] = [planTogether([series]), happenedIn(series)];
  return {
    hidden,
    found: await recovered(happened, { hidden, threshold: 5, wanted: wantedOf(happened, 5) }),
  };
};

/** Few that are small among many that are not. */
const mostlyLarge = (size: number) =>
  fc.array(
    fc.oneof(
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) },
      { weight: 5, arbitrary: fc.integer({ min: 8, max: 60 }) },
    ),
    { minLength: size, maxLength: size },
  );

const runs = { numRuns: 25 };

describe('where a small number can be moved nowhere', () => {
  it('everything that it is part of is hidden: what happened elsewhere and then is no cover for it', async () => {
    const { found, hidden } = await alone([cell(21, 1, 2), cell(31, 2, 50)]);
    expect(found).toEqual([]);
    expect(hidden.has('1|year 2024-01-01|')).toBe(true);
  });

  it('nor is it enough that it may be one less', async () => {
    const { found } = await alone([cell(21, 1, 1), cell(21, 2, 0), cell(22, 1, 0), cell(22, 2, 30)]);
    expect(found).toEqual([]);
  });
});

describe('what the same source publishes', () => {
  const table = fc.record({
    values: mostlyLarge(36),
    published: fc.constantFrom<Published>(
      { level: 1, periodKind: 'month', grain: [] },
      { level: 2, periodKind: 'quarter', grain: [] },
      { level: 0, periodKind: 'month', grain: ['sex'] },
      { level: 1, periodKind: 'quarter', grain: ['sex'] },
    ),
  });

  it('stays shown, and gives nothing away that it does not say: neither months, nor districts, nor groups', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ published, values }) => {
        const base = values.map((value, index) =>
          cell(districts[Math.floor(index / 6)] ?? 21, 1 + (Math.floor(index / 2) % 3), value, {
            sex: index % 2 === 0 ? 'f' : 'm',
          }),
        );
        const series = { base, rules: { ...rulesOf(5), published: [published] } };
        const hidden = planTogether([series]);
        const { grain, level, periodKind } = published;
        const open = new Set(
          base.flatMap((one) =>
            cellsOver(pointOf(one, series.rules)).filter((key) => {
              const [place = '', time = '', group = ''] = key.split('|');
              const isLong = !time.startsWith('month') || periodKind === 'month';
              return depthOf(place) <= level && isLong && (group === '' || grain.includes('sex'));
            }),
          ),
        );
        expect(open).toEqual(
          new Set(base.flatMap((one) => publishedOver(pointOf(one, series.rules), [published]))),
        );
        expect([...open].filter((key) => hidden.has(key))).toEqual([]);
        const happened = happenedIn(series);
        const wanted = wantedOf(happened, 5, (key) => open.has(key));
        expect(await recovered(happened, { hidden, threshold: 5, wanted })).toEqual([]);
      }),
      runs,
    );
  }, 600_000);
});

const depthOf = (place: string) => (place === '1' ? 0 : place.length);

describe('a small number that is published', () => {
  it('is not hidden, nor what else is published, though it gives away what it is made of', () => {
    const published = [{ level: 0, periodKind: 'month', grain: [] } as const];
    const base = [cell(21, 1, 2), cell(31, 2, 50)];
    const hidden = planTogether([{ base, rules: { ...rulesOf(5), published } }]);
    expect([...hidden].filter((key) => key.startsWith('1|'))).toEqual([]);
    expect(hidden.has('21|month 2024-01-01|')).toBe(true);
  });
});

describe('whoever is shown more', () => {
  it('is hidden nothing that everybody is shown, and learns nothing from both together', async () => {
    await fc.assert(
      fc.asyncProperty(counts(18), async (values) => {
        const base = values.map((value, index) =>
          cell(districts[Math.floor(index / 3)] ?? 21, 1 + (index % 3), value),
        );
        const everybody = planTogether([{ base, rules: rulesOf(5) }]);
        const party = planTogether([{ base, rules: rulesOf(3) }], { within: everybody });
        expect([...party].filter((key) => !everybody.has(key))).toEqual([]);
        const happened = happenedIn({ base, rules: rulesOf(3) });
        const wanted = wantedOf(happened, 3);
        expect(await recovered(happened, { hidden: party, threshold: 3, wanted })).toEqual([]);
      }),
      runs,
    );
  }, 600_000);
});

describe('whoever keeps the figures of a police area', () => {
  it('knows its sums, and takes no small number of a district from them', async () => {
    const { alsoIn } = overlapsOf(
      new Map([
        [21, [91]],
        [22, [91]],
        [31, [91]],
      ]),
      new Map(),
    );
    await fc.assert(
      fc.asyncProperty(fc.record({ values: counts(12), threshold: fc.constantFrom(3, 5) }), async (given) => {
        const { threshold } = given;
        const base = given.values.map((value, index) =>
          // In the area and beside it much happened somewhere: else its own sum is a small number of a district.
          cell(
            districts[Math.floor(index / 2)] ?? 21,
            1 + (index % 2),
            [1, 4].includes(Math.floor(index / 2)) ? value + 20 : value,
          ),
        );
        const rules = { ...rulesOf(threshold), alsoIn };
        const inArea = base.filter(({ territoryId }) => alsoIn(territoryId).includes(91));
        const ofArea = [1, 2].map((month) =>
          cell(
            91,
            month,
            inArea.reduce((sum, one) => (one.period === `2024-0${month}-01` ? sum + one.value : sum), 0),
          ),
        );
        const [byDistrict, byArea] = [
          { base, rules },
          { base: ofArea, rules },
        ];
        const happened = base.map((one) => ({
          in: [
            ...toldOf(byDistrict, one),
            ...(inArea.includes(one) ? toldOf(byArea, { ...one, territoryId: 91 }) : []),
          ],
          value: one.value,
        }));
        const isOwn = (key: string) => key.startsWith('91|');
        const hidden = new Set([...planTogether([byDistrict, byArea])].filter((key) => !isOwn(key)));
        const wanted = wantedOf(happened, threshold, isOwn);
        expect(await recovered(happened, { hidden, threshold, wanted })).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 600_000);
});

describe('what remains of an indicator beside its parts', () => {
  it('may hold what is moved: where it has room, the whole is shown', () => {
    const of = (kind: string, more: number): FamilySeries => ({
      kind,
      base: districts.flatMap((id) =>
        [1, 2].map((month) => cell(id, month, (id === 21 && month === 1 ? 2 : 40) + more)),
      ),
      rules: rulesOf(5),
    });
    const [whole, part] = [of('all', 30), of('part', 0)];
    const hidden = planTogether([underItsKind(whole), underItsKind(part), ...partsOfWhole(whole, [part])]);
    expect([...hidden].filter((key) => key.endsWith('@all'))).toEqual([]);
    expect(hidden.has('21|month 2024-01-01|@part')).toBe(true);
  });
});
