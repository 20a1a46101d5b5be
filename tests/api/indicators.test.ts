import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import type { Holder } from '../access-world.ts';
import { makeValuesWorld, type ValuesWorld } from '../values-world.ts';

let world: ValuesWorld;
let analyst: Holder;
let regional: Holder;
let municipal: Holder;
let admin: Holder;

beforeAll(async () => {
  world = await makeValuesWorld();
  await loadIndicators(world.context, { folder: 'packs/indicators', country: null });
  analyst = await world.holder('analista', [{ role: 'national-analyst', code: 'XA' }]);
  regional = await world.holder('regional', [{ role: 'national-analyst', code: '01' }]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  admin = await world.holder('administra', [{ role: 'national-admin', code: 'XA' }]);
});
afterAll(() => world.stop());

const written = (more: object = {}) => ({
  title: 'Riñas atendidas por la policía comunitaria',
  topic: 'other',
  composition: 'count',
  unit: 'riñas',
  direction: 'down',
  countsPeople: true,
  dimensions: [{ dimension: 'time-of-day' }],
  ...more,
});
const wording = (more: object = {}) => ({
  definition: 'Riñas en la vía pública en las que intervino la policía comunitaria.',
  limits: 'No cuenta las que nadie llamó a atender.',
  ...more,
});
const create = (who: Holder, code: string, more: object = {}) =>
  who.call('POST', '/api/indicators', {
    body: { code, territory: 'XA-01', ...written(), ...wording(), ...more },
  });
// updateIndicator is PUT, deleteIndicator DELETE; redefineIndicator is '/definitions', publishIndicator '/publication',
// retireIndicator '/retirement', restoreIndicator '/restoration', getComputedIndicator '/computed'.
const path = (code: string, rest = '') => `/api/indicators/${code}${rest}`;
const shown = async (code: string) => (await world.visitor('GET', path(code))).body;
const faultsOf = (answer: { body: { problems: { field: string; code: string }[] } }) =>
  answer.body.problems.map(({ field, code }) => `${field}: ${code}`);

describe('an indicator', () => {
  it('of the catalogue is read by anybody: what it measures, how, of what, with what limits', async () => {
    const rate = await shown('SES-1');
    expect(rate).toMatchObject({
      title: 'Tasa de homicidios',
      titleEn: 'Homicide rate',
      composition: 'ratio',
      numerator: { code: 'HOM' },
      denominatorKind: 'population',
      multiplier: 100_000,
      sdgCodes: ['16.1.1'],
      country: null,
      territory: null,
      definition: { number: 1, isVerified: false },
      source: { verified: false },
      hasFigures: false,
      series: [],
      possible: [],
      abilities: [],
    });
    expect(rate.dimensions).toContainEqual({
      dimension: 'sex',
      isRequired: false,
      title: 'Sexo',
      titleEn: 'Sex',
    });
    expect((await shown('HOM')).partOf).toMatchObject([{ code: 'ODS-16.1.1' }, { code: 'SES-1' }]);
    const none = await world.visitor('GET', path('NADA'));
    expect(none).toMatchObject({ status: 404, body: { code: 'indicators.not-found' } });
  });

  it('is found by topic, framework, country, standing and text, page by page', async () => {
    const list = async (query: string) => (await world.visitor('GET', `/api/indicators?${query}`)).body;
    const process = await list('framework=process&limit=5');
    expect([process.items.map(({ code }: { code: string }) => code), process.count]).toEqual([
      ['C1', 'C2', 'C3', 'C4', 'C5'],
      13,
    ]);
    const rest = await list(`framework=process&after=${process.next}`);
    expect(rest.items.map(({ code }: { code: string }) => code)).toEqual([
      'C6',
      'C10',
      'C11',
      'C12',
      'C15',
      'C18',
      'C19',
      'C20',
    ]);
    expect((await list('topic=childhood&text=castigo')).items).toMatchObject([{ code: 'ODS-16.2.1' }]);
    const codes = (await list('text=ses-17')).items.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(['SES-17']);
    expect((await list('standing=retired')).items).toEqual([]);
    expect((await world.visitor('GET', '/api/indicators?after=%20%20')).status).toBe(422);
  });

  it('is made where one keeps indicators, by nobody else, and of every country only by who runs the installation', async () => {
    expect((await create(municipal, 'RINAS')).status).toBe(403);
    expect((await create(regional, 'RINAS', { territory: 'XA-02' })).status).toBe(403);
    expect((await create(analyst, 'RINAS', { territory: null })).status).toBe(403);
    expect((await world.visitor('POST', '/api/indicators', { body: {} })).status).toBe(401);
    const made = await create(regional, 'RINAS');
    expect([made.status, made.body]).toEqual([201, { code: 'RINAS', version: 1 }]);
    expect(await shown('RINAS')).toMatchObject({
      country: 'XA',
      territory: { reference: 'XA-01' },
      definition: { number: 1, isVerified: true, limits: 'No cuenta las que nadie llamó a atender.' },
    });
    expect((await create(regional, 'RINAS')).body.code).toBe('indicators.code-taken');
    expect((await create(admin, 'REGIONAL-1', { territory: null })).status).toBe(201);
    const found = await world.visitor('GET', '/api/search?text=rinas%20policia');
    expect(found.body.items).toContainEqual(expect.objectContaining({ kind: 'indicator', id: 'RINAS' }));
  });

  it('says what it is part of, never in a circle; the figures of both are protected together', async () => {
    expect((await create(regional, 'OFENSAS')).status).toBe(201);
    expect((await create(regional, 'HURTOS', { whole: 'OFENSAS' })).status).toBe(201);
    expect((await create(regional, 'AGRESIONES', { whole: 'OFENSAS' })).status).toBe(201);
    expect(await shown('HURTOS')).toMatchObject({ whole: { code: 'OFENSAS' }, parts: [] });
    const parts = [{ code: 'AGRESIONES' }, { code: 'HURTOS' }];
    expect(await shown('OFENSAS')).toMatchObject({ whole: null, parts });
    const circle = await regional.call('PUT', path('OFENSAS'), {
      body: written({ whole: 'HURTOS' }),
      version: 1,
    });
    expect(faultsOf(circle)).toEqual(['whole: indicators.whole-in-circle']);
    expect(
      faultsOf(await create(regional, 'ENCUESTA-P', { composition: 'estimate', whole: 'OFENSAS' })),
    ).toEqual(['whole: indicators.whole-does-not-add']);
    const { owner } = world.database;
    const write = async (code: string, values: readonly number[]) => {
      const { id } = await owner
        .selectFrom('indicator')
        .select('id')
        .where('code', '=', code)
        .executeTakeFirstOrThrow();
      const series = await world.series({ indicatorId: id, periodKind: 'year' });
      const places = ['0101', '0103', '0104'];
      await world.write(
        series,
        values.map((value, index) => ({ at: places[index] ?? '', on: '2024-01-01', value })),
      );
    };
    await write('OFENSAS', [52, 63, 74]);
    await write('HURTOS', [50, 60, 70]);
    const seen = async () => {
      const query = 'indicator=HURTOS&within=XA-01&level=2&from=2024&to=2024';
      const { body } = await world.visitor('GET', `/api/values?${query}`);
      return body.items.filter((cell: { state: string }) => cell.state === 'value').length;
    };
    expect(await seen()).toBe(3);
    // Small numbers of one part are what is left of the whole beside the other: the other is hidden with them.
    await write('AGRESIONES', [2, 3, 4]);
    expect(await seen()).toBe(0);
  });

  it('says every fault at once, each with its field', async () => {
    const refused = await create(regional, 'MALA', {
      composition: 'ratio',
      numerator: 'SES-1',
      denominatorKind: 'indicator',
      denominator: 'NADA',
      lowBound: 10,
      highBound: 1,
      sdgCodes: ['dieciséis'],
      dimensions: [{ dimension: 'planeta' }],
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'indicators.incomplete']);
    expect(faultsOf(refused)).toEqual([
      'highBound: indicators.bounds-crossed',
      'sdgCodes: indicators.not-an-sdg-code',
      'dimensions: indicators.unknown-dimension',
      'numerator: indicators.part-does-not-add',
      'denominator: indicators.unknown-part',
    ]);
    expect((await create(regional, 'con espacio')).status).toBe(422);
    // Nobody writes what the system computes.
    expect(faultsOf(await create(regional, 'C99', { composition: 'computed', countsPeople: false }))).toEqual(
      ['rule: indicators.unknown-rule'],
    );
  });

  it('that is a draft is seen by who may edit it, until it is published', async () => {
    await create(regional, 'BORRADOR', { isDraft: true });
    expect((await world.visitor('GET', path('BORRADOR'))).status).toBe(404);
    expect((await municipal.call('GET', path('BORRADOR'))).status).toBe(404);
    const drafts = await regional.call('GET', '/api/indicators?standing=draft');
    expect(drafts.body.items).toMatchObject([{ code: 'BORRADOR' }]);
    const published = await regional.call('POST', path('BORRADOR', '/publication'), { version: 1 });
    expect(published.body).toEqual({ code: 'BORRADOR', version: 2 });
    expect(await shown('BORRADOR')).toMatchObject({ standing: 'current' });
    const again = await regional.call('POST', path('BORRADOR', '/publication'), { version: 2 });
    expect(again.body.code).toBe('indicators.not-as-it-stands');
  });

  it('is corrected at the version that was seen; saving the same leaves no trace', async () => {
    await create(regional, 'CORREGIR');
    const put = (version: number, body: object) => regional.call('PUT', path('CORREGIR'), { version, body });
    expect((await put(1, written())).body.version).toBe(1);
    expect((await put(1, written({ title: 'Riñas atendidas' }))).body.version).toBe(2);
    const late = await put(1, written({ title: 'Otra cosa' }));
    expect([late.status, late.body.current.title]).toEqual([412, 'Riñas atendidas']);
    expect((await municipal.call('PUT', path('CORREGIR'), { version: 2, body: written() })).status).toBe(403);
    expect((await analyst.call('PUT', path('SES-1'), { version: 1, body: written() })).status).toBe(403);
  });

  it('keeps every wording of its definition, with the reason for the new one', async () => {
    await create(regional, 'REDEFINIR');
    const body = {
      ...wording({ definition: 'Riñas con o sin intervención.' }),
      reason: 'Se amplía la fuente',
      validFrom: '2026-01-01',
    };
    const done = await regional.call('POST', path('REDEFINIR', '/definitions'), { version: 1, body });
    expect(done.body).toEqual({ code: 'REDEFINIR', version: 2 });
    const { definition, definitions } = await shown('REDEFINIR');
    expect(definition).toMatchObject({ number: 2, reason: 'Se amplía la fuente', validFrom: '2026-01-01' });
    expect(definitions.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
    expect(definitions[1].definition).toContain('policía comunitaria');
    expect(
      (await municipal.call('POST', path('REDEFINIR', '/definitions'), { version: 2, body })).status,
    ).toBe(403);
  });

  it('with figures keeps its meaning and is retired, not deleted; a part is not retired under its ratio', async () => {
    await create(regional, 'CON-CIFRAS', { territory: 'XA-01' });
    const { id } = await world.database.owner
      .selectFrom('indicator')
      .select('id')
      .where('code', '=', 'CON-CIFRAS')
      .executeTakeFirstOrThrow();
    await create(regional, 'TASA-CIFRAS', {
      composition: 'ratio',
      numerator: 'CON-CIFRAS',
      denominatorKind: 'population',
      multiplier: 100_000,
    });
    await world.series({ indicatorId: id });
    expect(await shown('CON-CIFRAS')).toMatchObject({ hasFigures: true, series: [{ of: 'CON-CIFRAS' }] });
    expect(await shown('TASA-CIFRAS')).toMatchObject({ hasFigures: true, series: [{ of: 'CON-CIFRAS' }] });
    const put = (body: object) => regional.call('PUT', path('CON-CIFRAS'), { version: 1, body });
    expect(await put(written({ unit: 'otra unidad' }))).toMatchObject({
      status: 409,
      body: { code: 'indicators.has-figures' },
    });
    const remove = (code: string, version: number) => regional.call('DELETE', path(code), { version });
    expect((await remove('CON-CIFRAS', 1)).body.code).toBe('indicators.in-use');
    const retire = (code: string) =>
      regional.call('POST', path(code, '/retirement'), { version: 1, body: { reason: 'Ya no se mide' } });
    expect((await retire('CON-CIFRAS')).body.code).toBe('indicators.is-part');
    expect((await retire('TASA-CIFRAS')).status).toBe(200);
    expect((await retire('CON-CIFRAS')).status).toBe(200);
    expect(await shown('CON-CIFRAS')).toMatchObject({ standing: 'retired', standingReason: 'Ya no se mide' });
    const restored = await regional.call('POST', path('CON-CIFRAS', '/restoration'), { version: 2 });
    expect(restored.body.version).toBe(3);
    // Nothing rests on the ratio.
    expect((await remove('TASA-CIFRAS', 2)).body).toEqual({ done: true });
    expect((await world.visitor('GET', path('TASA-CIFRAS'))).status).toBe(404);
  });

  it('that the system computes tells its figure with what it is made of, of a territory and a period; others have a source', async () => {
    const computed = (query: string, code = 'C2') => world.visitor('GET', path(code, `/computed?${query}`));
    const answer = await computed('territory=XA&period=2026-Q1');
    expect(answer.body).toMatchObject({
      code: 'C2',
      rule: 'C2',
      territory: { reference: 'XA' },
      from: '2026-01-01',
      to: '2026-03-31',
      asOf: '2026-03-10',
      figures: [{ part: 'whole', numerator: 0, denominator: 0, value: null }],
    });
    expect(
      (await computed('territory=XA', 'C1')).body.figures.map(({ part }: { part: string }) => part),
    ).toEqual(['whole', 'people']);
    expect((await computed('territory=XA&period=ayer')).body.code).toBe('indicators.not-a-period');
    expect((await computed('territory=XA', 'SES-1')).body.code).toBe('indicators.not-computed');
  });
});
