import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeValuesWorld, type SeriesGiven, type ValueGiven, type ValuesWorld } from '../values-world.ts';

// What one series, one border or one indicator hides, another shows: that each of them is reckoned with, figure by figure.
let world: ValuesWorld;

beforeAll(async () => {
  world = await makeValuesWorld();
}, 120_000);
afterAll(() => world.stop());

/** What the police area holds of each commune: all of it, or nobody knows how much. */
async function areaHolds(shares: Readonly<Record<string, number | null>>): Promise<void> {
  const { owner } = world.database;
  const area = await world.territory('09');
  await owner.deleteFrom('territory_overlap').execute();
  for (const [code, share] of Object.entries(shares))
    await owner
      .insertInto('territory_overlap')
      .values({ territory_id: await world.territory(code), other_id: area, share })
      .execute();
}

const months = ['2024-01-01', '2024-02-01', '2024-03-01'];
const communes = ['0101', '0103', '0104', '0201', '0202'];

/** Figures of every month: 40, but for those that are named by place and month. */
const monthly = (places: readonly string[], but: Readonly<Record<string, number>> = {}): ValueGiven[] =>
  places.flatMap((at) => months.map((on) => ({ at, on, value: but[`${at} ${on.slice(0, 7)}`] ?? 40 })));

async function tell(
  indicatorId: number,
  given: Omit<SeriesGiven, 'indicatorId'>,
  values: readonly ValueGiven[],
): Promise<number> {
  const id = await world.series({ ...given, indicatorId });
  await world.write(id, values);
  return id;
}

type Cell = { readonly territory: string; readonly period: string; readonly value: number | null };

/** Whether everybody is shown figures of an indicator, by place and period. */
async function shown(indicator: string, level: number, more = '', call = world.visitor) {
  const answer = await call(
    'GET',
    `/api/values?indicator=${indicator}&within=XA&level=${level}&period=month&from=2024-01&to=2024-03${more}`,
  );
  expect(answer.status, answer.text).toBe(200);
  return new Map(
    (answer.body.items as Cell[]).map(({ period, territory, value }) => [
      `${territory} ${period}`,
      value !== null,
    ]),
  );
}

describe('a series with more figures in a year than can be planned while somebody waits', () => {
  it('shows everybody the years of its whole territory alone, and those only where they are not small', async () => {
    const { owner } = world.database;
    const indicatorId = await world.indicator('ENORME');
    const id = await world.series({ indicatorId, periodKind: 'day', grain: ['class'] });
    await sql`insert into dimension (code, title, title_en) values ('class', 'clase', 'class')`.execute(
      owner,
    );
    await sql`insert into dimension_category (dimension, code, title, title_en, is_unknown)
      select 'class', 'c' || n, 'c' || n, 'c' || n, false from generate_series(1, 25) n`.execute(owner);
    await world.write(id, [{ at: '0101', on: '2024-01-01', parts: { class: 'c1' }, value: 3 }]);
    await sql`insert into data_value (series_id, disaggregation_id, period, territory_id, value, state, batch_id)
      select ${id}, d.id, day::date, t.id, 0, 0, (select max(batch_id) from data_value where series_id = ${id})
      from (select disaggregation_of(jsonb_build_object('class', 'c' || n)) as id from generate_series(1, 25) n) d,
        generate_series('2024-01-01'::date, '2024-12-31', '1 day') day, territory t
      where t.code = any (${communes}) and t.valid_to is null on conflict do nothing`.execute(owner);
    await world.drain();
    const told = async (level: number, period: string) => {
      const { body } = await world.visitor(
        'GET',
        `/api/values?indicator=ENORME&within=XA&level=${level}&period=${period}&from=2024&to=2024`,
      );
      return (body.items as Cell[]).flatMap(({ value }) => (value === null ? [] : [value]));
    };
    expect(await told(0, 'year')).toEqual([]);
    await sql`update data_value set value = 30 where series_id = ${id} and value = 3`.execute(owner);
    await world.drain();
    expect(await told(0, 'year')).toEqual([30]);
    expect([await told(0, 'month'), await told(1, 'year'), await told(2, 'year')]).toEqual([[], [], []]);
  }, 300_000);
});

describe('a small number of a commune', () => {
  it('is not what a police area has more than the other communes in it', async () => {
    await areaHolds({ '0104': 1, '0201': 1 });
    const indicator = await world.indicator('BORDES');
    await tell(indicator, {}, monthly(communes, { '0104 2024-01': 2 }));
    const sums = monthly(['09']).map((one) => ({ ...one, value: one.on === '2024-01-01' ? 42 : 80 }));
    const area = await tell(indicator, { rank: 2, level: 1, source: 'xa.law' }, sums);
    const [byCommune, byArea] = [await shown('BORDES', 2), await shown('BORDES', 1, `&series=${area}`)];
    expect(byCommune.get('XA-0104 2024-01')).toBe(false);
    expect(byCommune.get('XA-0201 2024-01') && byArea.get('XA-09 2024-01')).toBe(false);
  });

  it('is hidden in the commune that an area cuts, where it is the area’s', async () => {
    await areaHolds({ '0101': null });
    const indicator = await world.indicator('CORTES');
    await tell(indicator, {}, monthly(communes));
    const area = await tell(
      indicator,
      { rank: 2, level: 1, source: 'xa.law' },
      // With others beside it, so that the sum of all of them is not small.
      monthly(['02', '09'], { '09 2024-01': 3 }),
    );
    const [byCommune, byArea] = [await shown('CORTES', 2), await shown('CORTES', 1, `&series=${area}`)];
    expect([byArea.get('XA-09 2024-01'), byCommune.get('XA-0101 2024-01')]).toEqual([false, false]);
    expect(byCommune.get('XA-0202 2024-02')).toBe(true);
  });

  it('is not what the region has more than its communes, where somebody could not say in which', async () => {
    const indicator = await world.indicator('SIN-LUGAR');
    await tell(indicator, {}, [...monthly(communes), { at: '01', on: '2024-01-01', value: 2 }]);
    const [byCommune, byRegion] = [await shown('SIN-LUGAR', 2), await shown('SIN-LUGAR', 1)];
    const all = ['0101', '0103', '0104'].every((code) => byCommune.get(`XA-${code} 2024-01`));
    expect(all && byRegion.get('XA-01 2024-01')).toBe(false);
  });

  it('hides nothing that its source publishes of wider places', async () => {
    const indicator = await world.indicator('BOLETIN');
    // In every commune of both regions, so that a sum of a region would be hidden with them.
    const few = Object.fromEntries(communes.map((code) => [`${code} 2024-01`, 1]));
    await tell(indicator, {}, monthly(communes, few));
    await tell(indicator, { rank: 2, level: 1, isPublished: true }, monthly(['01', '02']));
    const byRegion = await shown('BOLETIN', 1);
    expect([byRegion.get('XA-01 2024-01'), byRegion.get('XA-02 2024-01')]).toEqual([true, true]);
    expect((await shown('BOLETIN', 2)).get('XA-0101 2024-01')).toBe(false);
  });

  it('of a region is not shown as the only figure of a commune to whoever keeps the commune’s', async () => {
    const keeper = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
    const indicator = await world.indicator('REGIONAL');
    await tell(indicator, { level: 1 }, monthly(['01', '02'], { '01 2024-01': 3 }));
    const { body } = await keeper.call(
      'GET',
      '/api/values?indicator=REGIONAL&territory=XA-0101&period=month&from=2024-01&to=2024-03',
    );
    const values = (body.items as Cell[]).map(({ value }) => value);
    expect([values[0], values.includes(40)]).toEqual([null, true]);
  });

  it('is hidden anew when what was published no longer is, and shown when it is published again', async () => {
    const indicator = await world.indicator('VUELTA');
    const few = await tell(indicator, {}, monthly(communes, { '0101 2024-01': 2 }));
    const regions = await tell(indicator, { rank: 2, level: 1 }, monthly(['01', '02'], { '01 2024-01': 3 }));
    const asRegions = `&series=${regions}`;
    const publish = async (isPublished: boolean) =>
      world.database.owner
        .updateTable('series')
        .set({ is_published: isPublished })
        .where('id', '=', regions)
        .execute();
    for (const isPublished of [false, true, false]) {
      await publish(isPublished);
      expect((await shown('VUELTA', 1, asRegions)).get('XA-01 2024-01')).toBe(isPublished);
      expect((await shown('VUELTA', 1, `&series=${few}`)).get('XA-01 2024-01')).toBe(isPublished);
      expect((await shown('VUELTA', 2)).get('XA-0101 2024-01')).toBe(false);
    }
  });

  it('of the last month is not the quarter’s, where a quarter is as its last month was', async () => {
    const indicator = await world.indicator('RESERVA', { composition: 'stock' });
    await tell(indicator, {}, monthly(communes, { '0101 2024-03': 2 }));
    const { body } = await world.visitor(
      'GET',
      '/api/values?indicator=RESERVA&territory=XA-0101&period=quarter&from=2024-Q1&to=2024-Q1',
    );
    expect((body.items as Cell[]).map(({ value }) => value)).toEqual([null]);
  });

  it('is not the whole less its other part, though nobody tells what lies between', async () => {
    const whole = await world.indicator('ENTERO');
    const between = await world.indicator('MEDIO', { whole_id: whole });
    const most = await world.indicator('CASI', { whole_id: between });
    const few = await world.indicator('POCO', { whole_id: between });
    const ofAll = await tell(whole, {}, monthly(communes, { '0101 2024-01': 42 }));
    await tell(most, {}, monthly(communes));
    await tell(few, {}, monthly(communes, { '0101 2024-01': 2, ...zerosBut('0101 2024-01') }));
    const [all, other, one] = [await shown('ENTERO', 2), await shown('CASI', 2), await shown('POCO', 2)];
    const key = 'XA-0101 2024-01';
    expect(one.get(key)).toBe(false);
    expect(all.get(key) && other.get(key)).toBe(false);
    // Where all of them are published, the other part is what can still be hidden.
    await world.database.owner
      .updateTable('series')
      .set({ is_published: true })
      .where('id', '=', ofAll)
      .execute();
    expect((await shown('ENTERO', 2)).get(key)).toBe(true);
    expect((await shown('CASI', 2)).get(key)).toBe(false);
    expect((await shown('POCO', 2)).get(key)).toBe(false);
  });
});

const zerosBut = (key: string) =>
  Object.fromEntries(
    communes
      .flatMap((code) => months.map((on) => `${code} ${on.slice(0, 7)}`))
      .filter((one) => one !== key)
      .map((one) => [one, 0]),
  );
