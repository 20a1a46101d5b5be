import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Holder } from '../access-world.ts';
import { makeValuesWorld, type ValuesWorld } from '../values-world.ts';

// A small number comes back by multiplication too: a rate that a source tells as such, times the people of the place. And by groups of what is
// never added over places or time: different persons, less those of one sex.
let world: ValuesWorld;
let keeper: Holder;
const series: Record<string, number> = {};
const counts: Readonly<Record<string, number>> = {
  '0101': 3,
  '0103': 40,
  '0104': 25,
  '0201': 12,
  '0202': 60,
};
const places = Object.keys(counts);

beforeAll(async () => {
  world = await makeValuesWorld();
  keeper = await world.holder('analista', [{ role: 'national-analyst', code: 'XA' }]);
  const rate = { composition: 'ratio', denominator: 'population', multiplier: 1000 };
  const counted = await world.indicator('CASOS');
  const uncounted = await world.indicator('OTROS');
  const rated = await world.indicator('CASOS-TASA', { ...rate, numerator_id: counted });
  const alone = await world.indicator('OTROS-TASA', { ...rate, numerator_id: uncounted });
  const yearly = { periodKind: 'year', adds: false };
  series['counts'] = await world.series({ indicatorId: counted, periodKind: 'year' });
  series['rates'] = await world.series({ ...yearly, indicatorId: rated });
  series['published'] = await world.series({
    ...yearly,
    indicatorId: rated,
    rank: 2,
    source: 'xa.law',
    isPublished: true,
  });
  series['alone'] = await world.series({ ...yearly, indicatorId: alone });
  series['groups'] = await world.series({ ...yearly, indicatorId: alone, grain: ['sex'], rank: 2 });
  const on = '2024-01-01';
  await world.write(
    series['counts'],
    places.map((at) => ({ at, on, value: counts[at] ?? 0 })),
  );
  // The rate is what the system itself makes of the count.
  const made = await ask(keeper.call, 'CASOS-TASA', `&series=${series['counts']}`);
  const rates = places.map((at) => ({ at, on, value: made.get(`XA-${at} `)?.value ?? 0 }));
  for (const name of ['rates', 'published', 'alone']) await world.write(series[name] ?? 0, rates);
  await world.write(
    series['groups'],
    rates.flatMap((one) => ['f', 'm'].map((sex) => ({ ...one, parts: { sex } }))),
  );
}, 120_000);
afterAll(() => world.stop());

type Cell = {
  readonly territory: string;
  readonly crossing: string;
  readonly value: number | null;
  readonly state: string;
};

async function ask(call: ValuesWorld['visitor'], indicator: string, more = '') {
  const answer = await call(
    'GET',
    `/api/values?indicator=${indicator}&within=XA&level=2&from=2024&to=2024${more}`,
  );
  expect(answer.status, answer.text).toBe(200);
  const cells = (answer.body.items as Cell[]).map((cell): [string, Cell] => [
    `${cell.territory} ${cell.crossing}`,
    cell,
  ]);
  return new Map(cells);
}

const statesOf = (cells: ReadonlyMap<string, Cell>) =>
  Object.fromEntries([...cells].map(([key, { state }]) => [key.trim(), state]));

describe('a rate that is told as such', () => {
  it('is hidden where the count that it is made of is hidden', async () => {
    const hidden = [...(await ask(world.visitor, 'CASOS'))].filter(([, { state }]) => state === 'protected');
    expect(hidden.length).toBeGreaterThan(1);
    const rates = await ask(world.visitor, 'CASOS-TASA', `&series=${series['rates']}`);
    for (const [key] of hidden) expect(rates.get(key)).toMatchObject({ state: 'protected', value: null });
    expect([...rates.values()].some(({ state }) => state === 'value')).toBe(true);
  });

  it('is hidden where it tells a small count, though nobody tells the count; of a group sooner, as nobody knows how many they are', async () => {
    const rates = await ask(world.visitor, 'OTROS-TASA', `&series=${series['alone']}`);
    expect(statesOf(rates)).toEqual({
      'XA-0101': 'protected',
      'XA-0103': 'value',
      'XA-0104': 'value',
      'XA-0201': 'value',
      'XA-0202': 'value',
    });
    const groups = await ask(world.visitor, 'OTROS-TASA', `&series=${series['groups']}&by=sex`);
    // Where nobody knows how many live there, no rate was made.
    const told = [...groups].filter(([, { value }]) => value !== 0);
    const shown = told.filter(([, { state }]) => state === 'value').map(([key]) => key);
    expect(shown.toSorted()).toEqual(['XA-0202 sex=f', 'XA-0202 sex=m']);
    expect(told.length).toBeGreaterThan(shown.length);
  });

  it('is shown as it is where it is officially published, and to whoever keeps the figures', async () => {
    for (const [call, name] of [
      [world.visitor, 'published'],
      [keeper.call, 'rates'],
    ] as const) {
      const rates = await ask(call, 'CASOS-TASA', `&series=${series[name]}`);
      expect([...rates.values()].every(({ state }) => state === 'value')).toBe(true);
    }
  });

  it('is in no trend, table or map either', async () => {
    const span = 'from=2024&to=2024';
    const doors = [
      `/api/trends?indicator=OTROS-TASA&territory=XA-0101&period=year&${span}`,
      `/api/explorations?indicators=OTROS-TASA&within=XA-0101&level=2&period=year&${span}`,
      `/api/values/export?indicator=OTROS-TASA&within=XA-0101&level=2&${span}&format=csv`,
    ];
    for (const door of doors) {
      const [own, everybody] = [await keeper.call('GET', door), await world.visitor('GET', door)];
      expect([own.status, everybody.status], door).toEqual([200, 200]);
      const rate = String((await ask(keeper.call, 'OTROS-TASA')).get('XA-0101 ')?.value).slice(0, 4);
      expect(own.text, door).toContain(rate);
      expect(everybody.text, door).not.toContain(rate);
    }
  });
});

describe('different persons, which are never added over places or time', () => {
  it('cannot be had of a group by taking the others from all of them', async () => {
    const indicatorId = await world.indicator('PERSONAS', { composition: 'distinct' });
    const never = { indicatorId, periodKind: 'year', adds: false };
    const all = await world.series(never);
    const bySex = await world.series({ ...never, grain: ['sex'], rank: 2 });
    const on = '2024-01-01';
    await world.write(
      all,
      places.map((at) => ({ at, on, value: 40 })),
    );
    const women = (at: string) => (at === '0103' ? 2 : 25);
    await world.write(
      bySex,
      places.flatMap((at) => [
        { at, on, parts: { sex: 'f' }, value: women(at) },
        { at, on, parts: { sex: 'm' }, value: 40 - women(at) },
      ]),
    );
    const groups = await ask(world.visitor, 'PERSONAS', '&by=sex');
    const totals = await ask(world.visitor, 'PERSONAS');
    const isShown = (cells: ReadonlyMap<string, Cell>, key: string) => cells.get(key)?.state === 'value';
    expect(isShown(groups, 'XA-0103 sex=f')).toBe(false);
    expect(isShown(groups, 'XA-0103 sex=m') && isShown(totals, 'XA-0103 ')).toBe(false);
    // What nobody can set against anything stays.
    for (const at of ['0101', '0104', '0201', '0202'])
      expect([isShown(groups, `XA-${at} sex=f`), isShown(groups, `XA-${at} sex=m`)]).toEqual([true, true]);
    const kept = await ask(keeper.call, 'PERSONAS', '&by=sex');
    expect(kept.get('XA-0103 sex=f')?.value).toBe(2);
  });
});
