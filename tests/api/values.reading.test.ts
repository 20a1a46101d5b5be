import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Holder } from '../access-world.ts';
import { makeValuesWorld, type ValuesWorld } from '../values-world.ts';

let world: ValuesWorld;
let analyst: Holder;

beforeAll(async () => {
  world = await makeValuesWorld();
  analyst = await world.holder('analista', [{ role: 'national-analyst', code: 'XA' }]);
});
afterAll(() => world.stop());

const ask = (who: ValuesWorld['visitor'], query: string, headers: Record<string, string> = {}) =>
  who('GET', `/api/values?${query}`, { headers });
type Cell = { territory: string; period: string; value: number | null; state: string; heldAt: string | null };
const lineOf = ({ territory, period, value, state }: Cell) => [territory, period, value, state];

describe('figures', () => {
  it('are added up over places and time, and tell zero, silence, unknown, suppressed and inapplicable apart', async () => {
    const id = await world.indicator('ROBOS', { counts_people: false });
    const series = await world.series({ indicatorId: id });
    await world.write(series, [
      { at: '0101', on: '2024-01-01', value: 3 },
      { at: '0101', on: '2024-02-01', value: 0 },
      { at: '0103', on: '2024-01-01', value: 4 },
      { at: '0201', on: '2024-01-01', state: 2 },
      { at: '0202', on: '2024-01-01', state: 3 },
      { at: '0202', on: '2024-02-01', state: 1 },
    ]);
    await world.cover(series, '0104', '2024-01-01', '2024-02-01');
    const months = await ask(world.visitor, 'indicator=ROBOS&within=XA&level=2&from=2024-01&to=2024-03');
    expect([months.status, months.text]).toEqual([200, expect.any(String)]);
    const cells = new Map(months.body.items.map((cell: Cell) => [`${cell.territory} ${cell.period}`, cell]));
    const stateOf = (key: string) => {
      const cell = cells.get(key) as Cell;
      return [cell.value, cell.state];
    };
    expect(stateOf('XA-0101 2024-02')).toEqual([0, 'value']);
    expect(stateOf('XA-0101 2024-03')).toEqual([null, 'not-reported']);
    expect(stateOf('XA-0104 2024-02')).toEqual([0, 'value']);
    expect(stateOf('XA-0104 2024-03')).toEqual([null, 'not-reported']);
    expect(stateOf('XA-0201 2024-01')).toEqual([null, 'withheld']);
    expect(stateOf('XA-0202 2024-01')).toEqual([null, 'unknown']);
    expect(stateOf('XA-0202 2024-02')).toEqual([null, 'not-applicable']);
    for (const drained of [false, true]) {
      if (drained) await world.drain();
      const year = await ask(world.visitor, 'indicator=robos&level=region&from=2024&to=2024&period=year');
      expect(year.body.items.map(lineOf)).toEqual([
        ['XA-01', '2024', 7, 'value'],
        ['XA-02', '2024', null, 'withheld'],
        ['XA-09', '2024', null, 'not-reported'],
      ]);
      const country = await ask(world.visitor, 'indicator=ROBOS&from=2024&to=2024&period=quarter');
      expect(country.body.items.map(lineOf)[0]).toEqual(['XA', '2024-Q1', 7, 'value']);
      expect(country.body.notes).toContain('sum-is-least');
    }
  });

  it('say how sure they are, and of a sum how many territories told it of how many', async () => {
    const id = await world.indicator('PARCIAL', { counts_people: true, topic: 'violence' });
    const series = await world.series({ indicatorId: id, isPublished: true });
    await world.write(series, [
      { at: '0101', on: '2024-01-01', value: 6 },
      { at: '0101', on: '2024-02-01', value: 4 },
      { at: '0103', on: '2024-01-01', value: 0 },
    ]);
    for (const drained of [false, true]) {
      if (drained) await world.drain();
      const { body } = await ask(analyst.call, 'indicator=PARCIAL&from=2024-Q1&to=2024-Q1&period=quarter');
      const [cell] = body.items;
      expect(cell).toMatchObject({ value: 10, method: 'poisson', reporting: { territories: 2, reports: 3 } });
      expect(cell.reporting.territoriesOf).toBeGreaterThan(2);
      expect(cell.interval.lower).toBeCloseTo(4.7954, 3);
      expect(cell.interval.upper).toBeCloseTo(18.3904, 3);
      expect(body.notes).toContain('sum-is-partial');
      const file = await ask(
        analyst.call,
        'indicator=PARCIAL&from=2024-Q1&to=2024-Q1&period=quarter&format=csv',
      );
      expect(file.text).toMatch(/casos,4\.79\d+,18\.39\d+,Poisson exacto,,2,/);
    }
    const told = await ask(analyst.call, 'indicator=PARCIAL&territory=XA-0101&from=2024-01&to=2024-01');
    expect(told.body.items).toMatchObject([{ value: 6, reporting: null }]);
    await world.cover(series, 'XA', '2024-01-01', '2024-03-01');
    const whole = await ask(analyst.call, 'indicator=PARCIAL&from=2024-Q1&to=2024-Q1&period=quarter');
    const { reporting } = whole.body.items[0];
    expect([reporting.territories, reporting.reports]).toEqual([
      reporting.territoriesOf,
      reporting.reportsOf,
    ]);
    expect(whole.body.notes).not.toContain('sum-is-partial');
  });

  it('are in the sum of the very next request', async () => {
    const id = await world.indicator('AL-INSTANTE', { counts_people: false });
    const series = await world.series({ indicatorId: id });
    await world.write(series, [{ at: '0101', on: '2024-01-01', value: 3 }]);
    await world.drain();
    const total = async () =>
      (await ask(world.visitor, 'indicator=AL-INSTANTE&from=2024-01&to=2024-01')).body.items[0].value;
    expect(await total()).toBe(3);
    await world.write(series, [{ at: '0202', on: '2024-01-01', value: 5 }]);
    expect(await total()).toBe(8);
    await world.write(series, [{ at: '0101', on: '2024-01-01', value: 1 }]);
    expect(await total()).toBe(6);
  });

  it('of a province are shown at its communes as what they are, and never divided', async () => {
    const id = await world.indicator('PROVINCIAL', { counts_people: false });
    const series = await world.series({ indicatorId: id, level: 1, periodKind: 'year' });
    await world.write(series, [{ at: '01', on: '2024-01-01', value: 40 }]);
    const answer = await ask(world.visitor, 'indicator=PROVINCIAL&territory=XA-0101&from=2024&to=2024');
    expect(answer.body.items).toMatchObject([{ territory: 'XA-0101', value: 40, heldAt: 'XA-01' }]);
    expect(answer.body.notes).toContain('held-above');
  });

  it('as rates are made anew from their parts, at every level', async () => {
    const count = await world.indicator('HOMICIDIOS');
    await world.indicator('TASA', {
      composition: 'ratio',
      numerator_id: count,
      denominator: 'population',
      multiplier: 1000,
      decimals: 1,
    });
    const series = await world.series({ indicatorId: count, isPublished: true });
    await world.write(series, [
      { at: '0101', on: '2020-01-01', value: 10 },
      { at: '0101', on: '2020-05-01', value: 2 },
      { at: '0201', on: '2020-01-01', value: 8 },
      { at: '0103', on: '2020-01-01', value: 6 },
    ]);
    const country = await ask(world.visitor, 'indicator=TASA&from=2020&to=2020&period=year');
    expect(country.body.items).toMatchObject([{ value: 2.6, numerator: 26, denominator: 10000 }]);
    const communes = await ask(
      world.visitor,
      'indicator=TASA&within=XA-01&level=2&from=2020&to=2020&period=year',
    );
    expect(communes.body.items.map(lineOf)).toEqual([
      ['XA-0101', '2020', 4.8, 'value'],
      // Two communes share one count of people: neither has a rate of its own.
      ['XA-0103', '2020', null, 'not-reported'],
      ['XA-0104', '2020', null, 'not-reported'],
    ]);
    expect(communes.body.notes).toContain('population-missing');
  });

  it('break where a territory was split, and do not apply where it did not exist', async () => {
    const id = await world.indicator('CORTES', { counts_people: false });
    const series = await world.series({ indicatorId: id, periodKind: 'year' });
    await world.write(series, [
      { at: '0102', on: '2014-01-01', value: 9 },
      { at: '0103', on: '2015-01-01', value: 4 },
      { at: '0104', on: '2015-01-01', value: 6 },
    ]);
    const answer = await ask(world.visitor, 'indicator=CORTES&within=XA-01&level=2&from=2014&to=2015');
    expect(answer.body.items.filter((cell: Cell) => cell.territory !== 'XA-0101').map(lineOf)).toEqual([
      ['XA-0102', '2014', 9, 'value'],
      ['XA-0102', '2015', null, 'not-applicable'],
      ['XA-0103', '2014', null, 'not-applicable'],
      ['XA-0103', '2015', 4, 'value'],
      ['XA-0104', '2014', null, 'not-applicable'],
      ['XA-0104', '2015', 6, 'value'],
    ]);
    expect(answer.body.breaks).toMatchObject([
      { kind: 'split', on: '2015-01-01', from: { reference: 'XA-0102' } },
      { kind: 'split', on: '2015-01-01' },
    ]);
    const region = await ask(world.visitor, 'indicator=CORTES&territory=XA-01&from=2014&to=2015');
    expect(region.body.items.map((cell: Cell) => cell.value)).toEqual([9, 10]);
  });
});

describe('small numbers of people', () => {
  it('are protected from everyone but those who keep figures there, in files too', async () => {
    const id = await world.indicator('VICTIMAS');
    const series = await world.series({ indicatorId: id, periodKind: 'year' });
    await world.write(series, [
      { at: '0101', on: '2024-01-01', value: 2 },
      { at: '0103', on: '2024-01-01', value: 30 },
      { at: '0104', on: '2024-01-01', value: 12 },
    ]);
    const query = 'indicator=VICTIMAS&within=XA-01&level=2&from=2024&to=2024';
    const seen = await ask(world.visitor, query);
    // With one alone beside it, whoever keeps that one would take it from the sum, which is shown.
    expect(seen.body.items.map(lineOf)).toEqual([
      ['XA-0101', '2024', null, 'protected'],
      ['XA-0103', '2024', null, 'protected'],
      ['XA-0104', '2024', null, 'protected'],
    ]);
    const whole = await ask(world.visitor, 'indicator=VICTIMAS&territory=XA-01&from=2024&to=2024');
    expect(whole.body.items.map(lineOf)).toEqual([['XA-01', '2024', 44, 'value']]);
    expect(seen.body.notes).toContain('protected');
    expect((await ask(analyst.call, query)).body.items.map((cell: Cell) => cell.value)).toEqual([2, 30, 12]);
    const file = await ask(world.visitor, query, { accept: 'text/csv' });
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.text).toContain('XA-0101,Santa Fe,2024,,,Oculto para proteger a las personas');
    expect((await ask(world.visitor, `${query}&format=csv`)).text).toBe(file.text);
  });

  it('of series that are not for everyone are as if they were not there', async () => {
    const id = await world.indicator('RESERVADO');
    await world.series({ indicatorId: id, audience: 'territory' });
    const answer = await ask(world.visitor, 'indicator=RESERVADO&within=XA&from=2024&to=2024');
    expect(answer.body).toMatchObject({ series: null, others: [], items: [], notes: ['no-series'] });
  });
});

describe('a question', () => {
  it('is refused where it makes no sense, naming what is wrong', async () => {
    await world.indicator('PREGUNTA');
    const codeOf = async (query: string) => (await ask(world.visitor, query)).body.code;
    expect(await codeOf('indicator=NADA&from=2024&to=2024')).toBe('values.indicator-not-found');
    expect(await codeOf('indicator=PREGUNTA&from=ayer&to=2024')).toBe('values.not-a-period');
    expect(await codeOf('indicator=PREGUNTA&from=2024&to=2024&level=barrio')).toBe('values.not-a-level');
    expect(await codeOf('indicator=PREGUNTA&from=2024&to=2024&series=999')).toBe('values.series-not-found');
    expect(await codeOf('indicator=PREGUNTA&from=2024&to=2024&within=XA-77')).toBe(
      'actors.territory-not-found',
    );
  });
});
