import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feasibilityInterval, linearSolver, tableSystem, type TableSum } from '../../src/statistics/index.ts';
import type { Holder } from '../access-world.ts';
import { makeValuesWorld, type ValueGiven, type ValuesWorld } from '../values-world.ts';

// Somebody who wants to know asks for everything: every level, length of time, group and form, and adds and subtracts.
let world: ValuesWorld;
let keeper: Holder;

const communes = ['0101', '0103', '0104', '0201', '0202'];
const months = Array.from({ length: 12 }, (_, index) => `2024-${String(index + 1).padStart(2, '0')}-01`);
const sexes = ['f', 'm', 'none'];

beforeAll(async () => {
  world = await makeValuesWorld();
  keeper = await world.holder('analista', [{ role: 'national-analyst', code: 'XA' }]);
  const indicatorId = await world.indicator('ATAQUE');
  const series = await world.series({ indicatorId, grain: ['sex'] });
  await world.write(series, figures());
  await world.indicator('ATAQUE-TASA', {
    composition: 'ratio',
    numerator_id: indicatorId,
    denominator: 'population',
    multiplier: 1000,
  });
});
afterAll(() => world.stop());

/** Figures of a small country: many small numbers, some large, one place with hardly any, and some that could not be placed. */
function figures(): ValueGiven[] {
  let state = 20;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const placed = communes.flatMap((at, place) =>
    months.flatMap((on) =>
      sexes.map((sex) => ({ at, on, parts: { sex }, value: next(3) === 0 ? next(5) : next(6 + 12 * place) })),
    ),
  );
  const unplaced = months.map((on) => ({ at: '01', on, parts: { sex: 'none' }, value: next(4) }));
  return [...placed, ...unplaced];
}

type Cell = {
  readonly territory: string;
  readonly period: string;
  readonly crossing: string;
  readonly value: number | null;
  readonly state: string;
  readonly heldAt: string | null;
};

const kinds = ['month', 'quarter', 'semester', 'year'] as const;

/** All that somebody is told, by what names it. */
async function everythingTold(call: ValuesWorld['visitor']): Promise<Map<string, number | null>> {
  const told = new Map<string, number | null>();
  for (const level of [0, 1, 2])
    for (const kind of kinds)
      for (const by of ['', 'sex']) {
        const query = `indicator=ATAQUE&within=XA&level=${level}&period=${kind}&by=${by}&from=2024&to=2024&limit=20000`;
        const answer = await call('GET', `/api/values?${query}`);
        for (const cell of answer.body.items as Cell[])
          if (cell.state === 'value' || cell.state === 'protected')
            told.set(`${cell.territory} ${cell.period} ${cell.crossing}`, cell.value);
      }
  return told;
}

const placesOver = (territory: string) =>
  territory.length === 7 ? [territory, territory.slice(0, 5), 'XA'] : [territory, 'XA'];

function periodsOver(month: string): string[] {
  const number = Number(month.slice(5, 7));
  const [quarter, semester] = [Math.ceil(number / 3), Math.ceil(number / 6)];
  return [month, `2024-Q${quarter}`, `2024-S${semester}`, '2024'];
}

describe('small numbers', () => {
  it('are not to be had by subtracting any of what everybody is told: totals, time, territories, groups', async () => {
    const [truth, told] = [await everythingTold(keeper.call), await everythingTold(world.visitor)];
    expect([...told.values()].filter((value) => value !== null).length).toBeGreaterThan(60);
    const { cells, sums } = arithmetic(truth);
    const system = tableSystem(cells, sums);
    const isShown = (index: number) => (told.get(system.cells[index]?.id ?? '') ?? null) !== null;
    const outsider = feasibilityInterval(await linearSolver(), system, isShown);
    const small = cells.filter(({ id, value }) => truth.has(id) && value > 0 && value < 5);
    expect(small.length).toBeGreaterThan(30);
    const found = small.flatMap(({ id, value }) => {
      const { lower, upper } = outsider.intervalOf(system.place.get(id) ?? -1);
      return upper - lower < 1.999 ? [`${id}: ${value} lies between ${lower} and ${upper}`] : [];
    });
    outsider.close();
    expect(found).toEqual([]);
  });

  it('are told in no other form: file, rate, territory by territory, a wider period, a log', async () => {
    const told = await everythingTold(world.visitor);
    const isHidden = (territory: string, period: string) => told.get(`${territory} ${period} `) === null;
    const rates = await world.visitor(
      'GET',
      '/api/values?indicator=ATAQUE-TASA&within=XA&level=2&from=2024&to=2024&period=month',
    );
    for (const rate of rates.body.items as (Cell & { numerator: number | null })[])
      if (isHidden(rate.territory, rate.period)) expect([rate.value, rate.numerator]).toEqual([null, null]);
    const file = await world.visitor(
      'GET',
      '/api/values/export?indicator=ATAQUE&within=XA&level=2&from=2024&to=2024&format=csv',
    );
    for (const line of file.text.trim().split('\r\n').slice(1)) {
      const [, , territory = '', , period = '', , value] = line.split(',');
      if (isHidden(territory, period)) expect([territory, period, value]).toEqual([territory, period, '']);
    }
    for (const commune of communes) {
      const alone = await world.visitor(
        'GET',
        `/api/values?indicator=ATAQUE&territory=XA-${commune}&from=2024&to=2024&period=month`,
      );
      for (const cell of alone.body.items as Cell[])
        expect(cell.state === 'protected', `${cell.territory} ${cell.period}`).toBe(
          isHidden(cell.territory, cell.period),
        );
    }
    const fewer = await world.visitor(
      'GET',
      '/api/values?indicator=ATAQUE&within=XA&level=2&from=2024-03&to=2024-05',
    );
    for (const cell of fewer.body.items as Cell[])
      if (isHidden(cell.territory, cell.period)) expect(cell.value).toBeNull();
  });
});

/** Which cells are sums of which: each of the finest by all that it lies in. */
function arithmetic(truth: ReadonlyMap<string, number | null>) {
  const parts = new Map<string, string[]>();
  const cells = new Map<string, { id: string; value: number; standing?: 'hidden' }>();
  for (const [id, value] of truth) cells.set(id, { id, value: value ?? 0 });
  const finest: { id: string; over: string[] }[] = [];
  const over = (territories: readonly string[], month: string, sex: string) =>
    territories.flatMap((territory) =>
      periodsOver(month).flatMap((period) => [
        `${territory} ${period} sex=${sex}`,
        `${territory} ${period} `,
      ]),
    );
  for (const { at, on, parts: { sex = '' } = {}, value = 0 } of figures()) {
    const month = on.slice(0, 7);
    const own = at.length === 4 ? `XA-${at}` : `resto-${at}`;
    const id = `${own} ${month} sex=${sex}`;
    if (!cells.has(id)) cells.set(id, { id, value, standing: 'hidden' });
    finest.push({ id, over: over(at.length === 4 ? placesOver(own) : ['XA-01', 'XA'], month, sex) });
  }
  for (const { id, over: wider } of finest)
    for (const whole of wider) if (whole !== id) parts.set(whole, [...(parts.get(whole) ?? []), id]);
  const sums: TableSum[] = [...parts]
    .filter(([whole]) => cells.has(whole))
    .map(([whole, some]) => ({ whole, parts: some }));
  return { cells: [...cells.values()], sums };
}
