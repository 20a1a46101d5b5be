import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Holder } from '../access-world.ts';
import { makeValuesWorld, type ValuesWorld } from '../values-world.ts';

let world: ValuesWorld;
let analyst: Holder;
let municipal: Holder;
let stranger: Holder;

beforeAll(async () => {
  world = await makeValuesWorld();
  analyst = await world.holder('analista', [{ role: 'national-analyst', code: 'XA' }]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  stranger = await world.holder('otra', [{ role: 'municipal-coordinator', code: '0201' }]);
});
afterAll(() => world.stop());

const body = (indicator: string, given: Record<string, unknown> = {}) => ({
  indicator,
  territory: 'XA',
  source: { title: `Registro de ${indicator}`, publisher: 'Oficina de prueba' },
  title: 'Registro por comuna y mes',
  periodKind: 'month',
  level: 2,
  grain: [],
  ...given,
});
let begun = 0;
const begin = async (indicator: string, given: Record<string, unknown> = {}) => {
  begun += 1;
  const source = { title: `Registro número ${begun}` };
  const answer = await analyst.call('POST', '/api/series', { body: body(indicator, { source, ...given }) });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.id as string;
};
type Value = Record<string, unknown>;
type Correction = {
  readonly before: { readonly value: number };
  readonly after: { readonly value: number } | null;
  readonly reason: string | null;
  readonly takenBackWith: string | null;
};
const enter = (who: Holder, series: string, values: readonly Value[], given: Value = {}) =>
  who.call('POST', `/api/series/${series}/values`, { body: { reason: 'Cierre del mes', values, ...given } });
const at = (territory: string, period: string, value: number, more: Value = {}) => ({
  territory,
  period,
  state: 'value',
  value,
  ...more,
});
const sumOf = async (indicator: string, from: string) =>
  (await world.visitor('GET', `/api/values?indicator=${indicator}&within=XA&from=${from}&to=${from}`)).body
    .items?.[0];

describe('a series', () => {
  it('is begun, said anew and retired by whoever keeps indicators there, and by nobody else', async () => {
    await world.indicator('SERIE', { counts_people: false });
    expect((await stranger.call('POST', '/api/series', { body: body('SERIE') })).status).toBe(403);
    const id = await begin('SERIE');
    const twice = await analyst.call('POST', '/api/series', {
      body: body('SERIE', {
        source: { id: (await world.visitor('GET', `/api/series/${id}`)).body.source.id },
      }),
    });
    expect(twice.body.code).toBe('values.series-exists');
    const said = { title: 'Registro, corregido', rank: 3, audience: 'public', isPublished: true };
    const changed = await analyst.call('PUT', `/api/series/${id}`, { version: 1, body: said });
    expect(changed.body).toEqual({ id, version: 2 });
    expect((await analyst.call('PUT', `/api/series/${id}`, { version: 1, body: said })).status).toBe(412);
    const listed = await world.visitor('GET', '/api/series?indicator=SERIE');
    expect(listed.body.items).toMatchObject([
      { id, title: 'Registro, corregido', rank: 3, isPublished: true },
    ]);
    const retired = await analyst.call('POST', `/api/series/${id}/retirement`, {
      version: 2,
      body: { reason: 'La fuente dejó de publicar' },
    });
    expect(retired.status).toBe(200);
    expect((await world.visitor('GET', '/api/series?indicator=SERIE')).body.items).toEqual([]);
    expect((await enter(analyst, id, [at('XA-0101', '2024-01', 1)])).body.code).toBe('values.series-retired');
  });

  it('is refused for a breakdown, a level or an indicator that does not exist', async () => {
    await world.indicator('MAL');
    const codeOf = async (given: Record<string, unknown>) =>
      (await analyst.call('POST', '/api/series', { body: { ...body('MAL'), ...given } })).body.code;
    expect(await codeOf({ grain: ['signo'] })).toBe('values.dimension-not-known');
    expect(await codeOf({ level: 5 })).toBe('values.level-not-known');
    expect(await codeOf({ indicator: 'NADA' })).toBe('values.indicator-not-found');
    expect(await codeOf({ source: { id: 'no.hay' } })).toBe('territories.source-not-found');
  });

  it('tells zero where its source declares that it told everything, until that is withdrawn', async () => {
    await world.indicator('CUBRE', { counts_people: false });
    const id = await begin('CUBRE');
    expect(await sumOf('CUBRE', '2024-01')).toMatchObject({ value: null, state: 'not-reported' });
    const given = { territory: 'XA', from: '2024-01', to: '2024-12' };
    const declared = await analyst.call('POST', `/api/series/${id}/coverage`, { body: given });
    expect(declared.status).toBe(201);
    expect(await sumOf('CUBRE', '2024-01')).toMatchObject({ value: 0, state: 'value', reported: 0 });
    expect(await sumOf('CUBRE', '2025-01')).toMatchObject({ state: 'not-reported' });
    const wrong = await analyst.call('POST', `/api/series/${id}/coverage`, {
      body: { ...given, to: '2023' },
    });
    expect(wrong.body.code).toBe('values.not-a-period');
    expect((await stranger.call('POST', `/api/series/${id}/coverage`, { body: given })).status).toBe(403);
    const gone = await analyst.call('DELETE', `/api/series/${id}/coverage/${declared.body.id}`);
    expect(gone.body).toEqual({ done: true });
    expect(await sumOf('CUBRE', '2024-01')).toMatchObject({ state: 'not-reported' });
  });
});

describe('a figure', () => {
  it('is entered by whoever reviews figures there, and is in the country’s sum at once', async () => {
    await world.indicator('ENTRA', { counts_people: false });
    const id = await begin('ENTRA');
    expect((await enter(municipal, id, [at('XA-0101', '2024-01', 7)])).body).toMatchObject({
      written: 1,
      same: 0,
    });
    expect(await sumOf('ENTRA', '2024-01')).toMatchObject({ value: 7 });
    expect((await enter(municipal, id, [at('XA-0101', '2024-01', 7)])).body).toMatchObject({
      written: 0,
      same: 1,
    });
    expect((await enter(stranger, id, [at('XA-0101', '2024-01', 9)])).status).toBe(403);
    expect(
      (await enter(municipal, id, [at('XA-0101', '2024-01', 9), at('XA-0201', '2024-01', 9)])).status,
    ).toBe(403);
    expect(await sumOf('ENTRA', '2024-01')).toMatchObject({ value: 7 });
  });

  it('is refused with everything that is wrong with it, each at its place, and nothing is saved', async () => {
    await world.indicator('ERRORES', { counts_people: false, high_bound: 1000 });
    const id = await begin('ERRORES', { grain: ['sex'] });
    const f = { parts: { sex: 'f' } };
    const refused = await enter(analyst, id, [
      at('XA-0101', '2024-01', -2, f),
      at('XA-0101', '2024-02', 1.5, f),
      at('XA-0101', '2024', 1, f),
      at('XA-7777', '2024-03', 1, f),
      at('XA-0103', '2014-03', 1, f),
      at('XA-0101', '2024-04', 1),
      at('XA-0101', '2024-05', 1, { parts: { sex: 'z' } }),
      { territory: 'XA-0101', period: '2024-06', state: 'value', value: null, ...f },
      { territory: 'XA-0101', period: '2024-07', state: 'unknown', value: 3, ...f },
      at('XA-0101', '2030-01', 1, f),
      at('XA-0101', '2024-08', 5000, f),
      at('XA-0101', '2024-09', 1, f),
      at('XA-0101', '2024-09', 1, f),
    ]);
    expect(refused.status).toBe(422);
    const found = refused.body.problems.map((one: { code: string; field: string }) => [one.field, one.code]);
    expect(found).toEqual([
      ['values.0.value', 'values.number-negative'],
      ['values.1.value', 'values.number-not-whole'],
      ['values.2.period', 'values.period-of-another-kind'],
      ['values.3.territory', 'values.territory-outside'],
      ['values.4.territory', 'values.territory-not-then'],
      ['values.5.parts', 'values.not-this-breakdown'],
      ['values.6.parts', 'values.not-a-category'],
      ['values.7.value', 'values.number-missing'],
      ['values.8.value', 'values.number-without-value'],
      ['values.9.period', 'values.period-to-come'],
      ['values.10.value', 'values.number-above'],
      ['values.12', 'values.entered-twice'],
    ]);
    expect(await sumOf('ERRORES', '2024-09')).toMatchObject({ state: 'not-reported' });
  });

  it('that is corrected stays readable as it was, with the reason, in a log that everyone reads', async () => {
    await world.indicator('CORRIGE', { counts_people: false });
    const id = await begin('CORRIGE');
    await enter(municipal, id, [at('XA-0101', '2024-01', 20)], {
      status: 'provisional',
      cutoffOn: '2024-02-01',
    });
    await enter(municipal, id, [at('XA-0101', '2024-01', 23)], { reason: 'Llegaron tres actas' });
    const log = await world.visitor('GET', '/api/value-corrections?indicator=CORRIGE');
    expect(log.body.items).toMatchObject([
      {
        territory: { reference: 'XA-0101' },
        period: '2024-01',
        before: { value: 20, state: 'value' },
        after: { value: 23, state: 'value' },
        reason: 'Llegaron tres actas',
      },
    ]);
    const history = `/api/series/${id}/history?territory=XA-0101&period=2024-01`;
    const seen = await municipal.call('GET', history);
    expect(seen.body).toMatchObject({
      current: { value: 23, batch: { status: 'final', by: 'Titular de comuna' } },
      former: [{ value: 20, batch: { status: 'provisional', cutoffOn: '2024-02-01' } }],
    });
    expect((await world.visitor('GET', history)).body.current.batch.by).toBeNull();
    const fresh = await world.visitor('GET', `/api/series/${id}`);
    expect(fresh.body).toMatchObject({ isProvisional: false, batches: [] });
  });

  it('came in a batch that is taken back: what it added goes, what it changed is as before', async () => {
    await world.indicator('RETIRA', { counts_people: false });
    const id = await begin('RETIRA');
    await enter(analyst, id, [at('XA-0101', '2024-01', 5)]);
    const second = await enter(analyst, id, [at('XA-0101', '2024-01', 50), at('XA-0201', '2024-01', 8)]);
    expect(await sumOf('RETIRA', '2024-01')).toMatchObject({ value: 58 });
    const path = `/api/value-batches/${second.body.batchId}/revocation`;
    const why = { body: { reason: 'Archivo equivocado' } };
    expect((await stranger.call('POST', path, why)).status).toBe(403);
    expect((await analyst.call('POST', path, why)).body).toEqual({ changed: 2 });
    expect(await sumOf('RETIRA', '2024-01')).toMatchObject({ value: 5, reported: 1 });
    expect((await analyst.call('POST', path, why)).body.code).toBe('values.batch-revoked');
    const { items } = (await world.visitor('GET', '/api/value-corrections?indicator=RETIRA')).body;
    expect(items.map((one: Correction) => [one.before.value, one.after?.value ?? null, one.reason])).toEqual([
      [8, null, 'Archivo equivocado'],
      [50, 5, 'Archivo equivocado'],
      [5, 50, 'Cierre del mes'],
    ]);
    expect(items.map((one: Correction) => one.takenBackWith)).toEqual(['entry', 'entry', null]);
  });

  it('of several funders counts once and says how they share it', async () => {
    await world.indicator('COMPARTE', { counts_people: false });
    const id = await begin('COMPARTE');
    await enter(municipal, id, [at('XA-0101', '2024-01', 100)]);
    const [one, other] = [
      await world.organisation('Cooperante A', '01'),
      await world.organisation('Cooperante B', '01'),
    ];
    const given = (shares: readonly number[]) => ({
      territory: 'XA-0101',
      period: '2024-01',
      shares: shares.map((share, index) => ({ organisationId: index === 0 ? one : other, share })),
    });
    // shareValue
    const path = `/api/series/${id}/shares`;
    expect((await municipal.call('POST', path, { body: given([0.8, 0.4]) })).body.code).toBe(
      'values.shares-too-many',
    );
    expect((await municipal.call('POST', path, { body: given([0.6, 0.4]) })).status).toBe(200);
    const history = await world.visitor('GET', `/api/series/${id}/history?territory=XA-0101&period=2024-01`);
    expect(history.body.shares).toMatchObject([
      { organisation: { name: 'Cooperante A' }, share: 0.6 },
      { organisation: { name: 'Cooperante B' }, share: 0.4 },
    ]);
    expect(await sumOf('COMPARTE', '2024-01')).toMatchObject({ value: 100 });
  });
});

describe('two sources', () => {
  it('stand side by side with their difference in words, and neither is taken for the right one', async () => {
    await world.indicator('FUENTES', { counts_people: false });
    const ministry = await begin('FUENTES', { level: 0, periodKind: 'quarter', countingUnit: 'victims' });
    const system = await begin('FUENTES', { level: 0, periodKind: 'quarter', countingUnit: 'cases' });
    await enter(analyst, ministry, [at('XA', '2018-Q1', 109), at('XA', '2019-Q1', 98)], {
      status: 'provisional',
    });
    await enter(analyst, system, [at('XA', '2018-Q1', 113)]);
    const answer = await world.visitor(
      'GET',
      `/api/values/comparison?indicator=FUENTES&first=${ministry}&second=${system}&within=XA&from=2018&to=2019`,
    );
    expect(answer.body).toMatchObject({
      period: 'quarter',
      why: ['counting-unit', 'provisional'],
      rows: [
        {
          period: '2018-Q1',
          first: { value: 109 },
          second: { value: 113 },
          differing: 'second-higher',
          difference: -4,
        },
        { period: '2019-Q1', differing: 'only-first', difference: null },
      ],
    });
    expect(answer.body.rows[0].percent).toBeCloseTo(3.67, 2);
  });

  it('hide what is small in their difference, their log and their history', async () => {
    await world.indicator('OCULTA', { counts_people: true });
    const first = await begin('OCULTA');
    const second = await begin('OCULTA');
    await enter(municipal, first, [at('XA-0101', '2024-01', 2)]);
    await enter(municipal, first, [at('XA-0101', '2024-01', 3)]);
    await enter(municipal, second, [at('XA-0101', '2024-01', 40)]);
    const answer = await world.visitor(
      'GET',
      `/api/values/comparison?indicator=OCULTA&first=${first}&second=${second}&territory=XA-0101&from=2024-01&to=2024-01`,
    );
    expect(answer.body.rows).toMatchObject([
      { differing: 'hidden', difference: null, first: { value: null } },
    ]);
    const log = await world.visitor('GET', '/api/value-corrections?indicator=OCULTA');
    expect(log.body.items[0]).toMatchObject({
      before: { state: 'protected' },
      after: { state: 'protected' },
    });
    const history = await world.visitor(
      'GET',
      `/api/series/${first}/history?territory=XA-0101&period=2024-01`,
    );
    expect(history.text).not.toMatch(/"value":[23]/);
    const own = await municipal.call('GET', '/api/value-corrections?indicator=OCULTA');
    expect(own.body.items[0]).toMatchObject({ before: { value: 2 }, after: { value: 3 } });
  });
});
