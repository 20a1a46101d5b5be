import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Holder } from '../access-world.ts';
import { hasOutsideData, outsideData } from '../outside-data.ts';
import { makeValuesWorld, type ValuesWorld } from '../values-world.ts';

let world: ValuesWorld;
let analyst: Holder;
let municipal: Holder;
let neighbour: Holder;

beforeAll(async () => {
  world = await makeValuesWorld();
  analyst = await world.holder('analista', [{ role: 'national-analyst', code: 'XA' }]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  neighbour = await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]);
  const estimate = { composition: 'estimate', counts_people: true, decimals: 1, unit: '%' };
  await world.indicator('SEGURIDAD', estimate);
  await world.indicator('DETERIORO', estimate);
  await world.indicator('CONFIANZA', { ...estimate, unit: 'de 1 a 7' });
  await world.indicator('ROBOS', { counts_people: true });
});
afterAll(() => world.stop());

const question = {
  column: 'seguro',
  label: '¿Se siente seguro?',
  indicator: 'SEGURIDAD',
  kind: 'share',
  counted: ['1'],
  valid: ['1', '2'],
};
const written = {
  title: 'Encuesta de seguridad',
  population: 'Personas de 18 años y más',
  fieldworkFrom: '2023-03-01',
  fieldworkTo: '2023-05-01',
  design: {
    weight: 'peso',
    stratum: 'estrato',
    cluster: 'upm',
    territory: { column: 'lugar', codes: { a: 'XA-01', b: 'XA-02' } },
    groups: [{ column: 'sexo', dimension: 'sex', codes: { h: 'm', m: 'f' } }],
  },
  questions: [question],
};
const enter = async (more: object = {}) => {
  const made = await analyst.call('POST', '/api/surveys', { body: { territory: 'XA', ...written, ...more } });
  expect([made.status, made.text]).toEqual([201, expect.any(String)]);
  return made.body.id as string;
};
const confirm = (id: string, who = analyst) =>
  who.call('POST', `/api/surveys/${id}/confirmation`, {
    body: {
      purpose: 'Saber cómo se siente la gente en cada región',
      legalBasis: 'Ley de estadística',
      whoMaySee: 'Todo el mundo, solo estimaciones',
      noIdentifiers: true,
    },
  });
const lines = Array.from({ length: 60 }, (_, index) =>
  [
    index < 40 ? 1 : 2,
    index % 2 === 0 ? 'u' : 'r',
    index % 10,
    index < 40 ? 'a' : 'b',
    index % 3 === 0 ? 'h' : 'm',
    index < 20 ? 1 : 2,
    'Nombre de alguien',
  ].join(','),
);
const file = ['peso,estrato,upm,lugar,sexo,seguro,nombre', ...lines].join('\n');
const read = (id: string, content: string | Uint8Array, query = '', who = analyst) =>
  who.call('POST', `/api/surveys/${id}/answers${query}`, {
    bytes: Buffer.from(content as string),
    headers: { 'content-type': typeof content === 'string' ? 'text/csv' : 'application/gzip' },
  });

describe('a survey', () => {
  it('is read only after somebody has answered for it, and leaves nothing but estimates of thirty answers or more', async () => {
    const id = await enter();
    expect((await read(id, file)).body.code).toBe('surveys.not-confirmed');
    expect((await confirm(id, municipal)).status).toBe(403);
    expect((await confirm(id)).status).toBe(200);
    const tried = await read(id, file, '?dryRun=yes');
    expect(tried.body).toMatchObject({ rows: 60, used: 60, withheld: 2, written: 0 });
    expect((await read(id, file, '', municipal)).status).toBe(403);
    expect((await read(id, gzipSync(file))).body).toMatchObject({ used: 60, withheld: 2, written: 3 });
    const seen = await world.visitor('GET', `/api/surveys/${id}`);
    const told = seen.body.estimates.map(
      (one: { territory: { reference: string }; group: string; value: number }) => [
        one.territory.reference,
        one.group,
        Math.round(one.value * 10) / 10,
      ],
    );
    expect(told).toEqual(
      expect.arrayContaining([
        ['XA', '', 25],
        ['XA-01', '', 50],
      ]),
    );
    expect(told).toHaveLength(3);
    expect(seen.body.estimates[0]).toMatchObject({ hasInterval: true, answers: 60 });
    expect(seen.body.confirmation.legalBasis).toBe('Ley de estadística');
    const tables = await world.database.owner.selectFrom('survey_import').selectAll().execute();
    expect(JSON.stringify(tables)).not.toContain('Nombre de alguien');
  });

  it('refuses whole what cannot be read, and names the line', async () => {
    const id = await enter({ title: 'Otra encuesta' });
    await confirm(id);
    expect((await read(id, 'peso,upm\n1,2')).body.code).toBe('surveys.column-missing');
    const wrong = await read(id, file.replace('\n1,u,0,a', '\n-3,u,0,z'));
    expect(wrong.body.code).toBe('surveys.rows-wrong');
    expect(wrong.body.problems).toMatchObject([
      { code: 'surveys.weight-not-positive', line: 2 },
      { code: 'surveys.code-not-known', line: 2 },
    ]);
    const bomb = gzipSync(Buffer.alloc(210_000_000));
    expect((await read(id, bomb)).body.code).toBe('surveys.file-unreadable');
    const bad = { territory: 'XA', ...written, questions: [{ ...question, indicator: 'ROBOS' }] };
    expect((await analyst.call('POST', '/api/surveys', { body: bad })).body.code).toBe(
      'surveys.not-an-estimate',
    );
  });

  it('is corrected in the version that was seen, and listed for everybody', async () => {
    const id = await enter({ title: 'Por corregir' });
    const put = (version: number) =>
      analyst.call('PUT', `/api/surveys/${id}`, {
        body: { ...written, title: 'Corregida' },
        headers: { 'if-match': `"v${version}"` },
      });
    expect((await put(1)).body).toMatchObject({ version: 2 });
    expect((await put(1)).status).toBe(412);
    const listed = await world.visitor('GET', '/api/surveys?territory=XA');
    expect(listed.body.items.map(({ title }: { title: string }) => title)).toContain('Corregida');
  });

  it('keeps what its source published as it is, and says where there is no interval', async () => {
    const id = await enter({ title: 'Folleto', questions: [] });
    const put = (body: object) =>
      analyst.call('POST', `/api/surveys/${id}/estimates`, { body: { indicator: 'DETERIORO', ...body } });
    expect((await put({ value: 29.8 })).body).toEqual({ written: 1 });
    const { body } = await world.visitor('GET', `/api/surveys/${id}`);
    expect(body.estimates).toMatchObject([{ value: 29.8, hasInterval: false, low: null }]);
    const asked = '/api/values?indicator=DETERIORO&from=2023&to=2023';
    const told = async () => (await world.visitor('GET', asked)).body;
    const bare = await told();
    expect(bare.items).toMatchObject([{ value: 29.8, interval: null, method: null, reporting: null }]);
    expect(bare.notes).toContain('no-interval');
    expect((await put({ value: 29.8, low: 27, high: 32.5, answers: 1200 })).status).toBe(201);
    expect((await told()).items).toMatchObject([
      { value: 29.8, interval: { lower: 27, upper: 32.5 }, method: 'published', answers: 1200 },
    ]);
    const file = await world.visitor('GET', '/api/values/export?indicator=DETERIORO&format=csv');
    expect(file.text).toContain('Desde (intervalo del 95 %)');
    expect(file.text).toContain('%,27,32.5,Publicado por la fuente');
    const table = await world.visitor(
      'GET',
      '/api/explorations?indicators=DETERIORO&within=XA&from=2023&to=2023&format=csv',
    );
    expect(table.text).toContain('29.8,27,32.5,Publicado por la fuente');
    expect((await put({ value: 29.8, low: 31, high: 33 })).body.code).toBe('surveys.interval-reversed');
    expect((await put({ value: 30, territory: 'XB' })).status).toBe(404);
  });
});

describe.skipIf(!hasOutsideData)('the barometer of the Americas', () => {
  it('gives the weighted mean of trust in the police and its standard error by the design', async () => {
    const id = await enter({
      title: 'Barómetro 2023',
      design: {
        weight: 'weight1500',
        stratum: 'strata',
        cluster: 'upm',
        only: [
          { column: 'pais', value: '7' },
          { column: 'wave', value: '2023' },
        ],
      },
      questions: [
        {
          column: 'b18',
          label: 'Confianza en la policía',
          indicator: 'CONFIANZA',
          kind: 'mean',
          counted: [],
          valid: [],
        },
      ],
    });
    await confirm(id);
    const done = await read(
      id,
      new Uint8Array(readFileSync(outsideData('perception/lapop_ym23_microdata.csv.gz'))),
    );
    expect(done.body).toMatchObject({ rows: 65_566, written: 1 });
    const { body } = await world.visitor('GET', `/api/surveys/${id}`);
    const [trust] = body.estimates;
    expect(trust.value).toBeCloseTo(4.42070773263, 8);
    expect(trust.standardError).toBeCloseTo(0.0528420957154, 8);
    expect(trust.answers).toBe(1526);
  });
});

describe('the local pulse', () => {
  const open = (who: Holder, more: object = {}) =>
    who.call('POST', '/api/pulse-rounds', {
      body: {
        territory: 'XA-0101',
        title: 'Pulso de marzo',
        sectors: ['Centro', 'Loma'],
        people: { sex: { f: 500, m: 500 } },
        opensOn: '2026-03-01',
        closesOn: '2026-03-31',
        ...more,
      },
    });
  const answer = (secret: string, more: object = {}) =>
    world.visitor('POST', '/api/pulse-answers', {
      body: {
        secret,
        sex: 'f',
        age: '18-29',
        sector: 'Centro',
        answers: { 'safe-day': 'very-safe' },
        ...more,
      },
    });

  it('is answered through its link without account, added up when it is closed, and every answer is erased', async () => {
    expect((await open(neighbour)).status).toBe(403);
    const made = await open(municipal);
    expect(made.status).toBe(201);
    const secret = made.body.link.split('/pulso/')[1];
    const asked = await world.visitor('POST', '/api/pulse-answers/opening', { body: { secret } });
    expect(asked.body).toMatchObject({ title: 'Pulso de marzo', sectors: ['Centro', 'Loma'] });
    for (let index = 0; index < 30; index += 1) expect((await answer(secret)).status).toBe(200);
    for (let index = 0; index < 10; index += 1)
      await answer(secret, { sex: 'm', answers: { 'safe-day': 'very-unsafe' } });
    expect((await answer(secret, { sector: 'Luna' })).body.code).toBe('surveys.answer-incomplete');
    expect((await answer('x'.repeat(43))).body.code).toBe('surveys.round-not-found');
    const during = await world.visitor('GET', `/api/pulse-rounds/${made.body.id}`);
    expect(during.body).toMatchObject({ answers: null, results: null });
    expect((await municipal.call('GET', `/api/pulse-rounds/${made.body.id}`)).body.answers).toBe(40);
    expect((await neighbour.call('POST', `/api/pulse-rounds/${made.body.id}/close`)).status).toBe(403);
    const closed = await municipal.call('POST', `/api/pulse-rounds/${made.body.id}/close`);
    expect(closed.body).toEqual({ answers: 40, isShown: true });
    const { body } = await world.visitor('GET', `/api/pulse-rounds/${made.body.id}`);
    expect(body.results.weightedBy).toEqual(['sex']);
    expect(body.results.estimates[0]).toMatchObject({ question: 'safe-day', answers: 40 });
    expect(body.results.estimates[0].value).toBeCloseTo(50, 6);
    expect(await world.database.owner.selectFrom('pulse_answer').selectAll().execute()).toEqual([]);
    expect((await answer(secret)).body.code).toBe('surveys.round-not-open');
    expect((await municipal.call('POST', `/api/pulse-rounds/${made.body.id}/close`)).body.code).toBe(
      'surveys.round-closed',
    );
  });

  it('tells nothing of fewer than thirty answers', async () => {
    const made = await open(municipal, { title: 'Pulso pequeño' });
    const secret = made.body.link.split('/pulso/')[1];
    await answer(secret);
    const closed = await municipal.call('POST', `/api/pulse-rounds/${made.body.id}/close`);
    expect(closed.body).toEqual({ answers: 1, isShown: false });
    const listed = await world.visitor('GET', '/api/pulse-rounds?territory=XA-0101');
    expect(listed.body.items).toMatchObject([{ isShown: false }, { isShown: true }]);
  });
});
