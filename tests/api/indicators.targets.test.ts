import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let analyst: Holder;
let regional: Holder;
let municipal: Holder;
let admin: Holder;

beforeAll(async () => {
  world = await makeWorld();
  await loadIndicators(world.context, { folder: 'packs/indicators', country: null });
  analyst = await world.holder('analista', [{ role: 'national-analyst', code: 'XA' }]);
  regional = await world.holder('regional', [{ role: 'national-analyst', code: '01' }]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  admin = await world.holder('administra', [{ role: 'national-admin', code: 'XA' }]);
});
afterAll(() => world.stop());

// correctTarget is PUT of what setTarget made.
const set = (who: Holder, more: object = {}, code = 'SES-1') =>
  who.call('POST', `/api/indicators/${code}/targets`, {
    body: { territory: 'XA-0101', kind: 'target', year: 2027, value: 8.5, ...more },
  });
const listed = async (query: string, who = world.visitor) =>
  (await who('GET', `/api/indicator-targets?${query}`)).body;

describe('a target', () => {
  it('is set for a territory and a year where one keeps indicators; everybody reads it', async () => {
    expect((await set(municipal)).status).toBe(403);
    expect((await set(regional, { territory: 'XA-0201' })).status).toBe(403);
    const made = await set(regional);
    expect([made.status, made.body]).toMatchObject([201, { version: 1 }]);
    expect((await set(analyst)).body.code).toBe('indicators.target-taken');
    await set(regional, { kind: 'baseline', year: 2024, value: 12.1, source: 'Registro de la comuna' });
    await set(regional, { year: 2027, value: 3, group: { sex: 'f' } });
    await set(analyst, { territory: 'XA', value: 10 });
    const own = await listed('indicator=SES-1&territory=XA-0101', municipal.call);
    expect(
      own.items.map(({ year, kind, value, group }: Record<string, unknown>) => [year, kind, value, group]),
    ).toEqual([
      [2024, 'baseline', 12.1, {}],
      [2027, 'target', 8.5, {}],
      [2027, 'target', 3, { sex: 'f' }],
    ]);
    expect(own).toMatchObject({
      abilities: [],
      items: [{ territory: { reference: 'XA-0101' }, indicator: { code: 'SES-1' } }, {}, {}],
    });
    const all = await listed('indicator=SES-1&territory=XA&below=yes&limit=2');
    const rest = await listed(`indicator=SES-1&territory=XA&below=yes&after=${all.next}`);
    expect([...all.items, ...rest.items]).toHaveLength(4);
    expect((await world.visitor('GET', '/api/indicator-targets?after=x')).status).toBe(422);
  });

  it('is possible for its indicator, of a group by which it is broken down; a baseline has a source', async () => {
    const problems = async (more: object, code = 'SES-16') =>
      (await set(regional, more, code)).body.problems?.map(
        ({ field, code: fault }: Record<string, string>) => `${field}: ${fault}`,
      );
    expect(await problems({ value: 130 })).toEqual(['value: indicators.beyond-bounds']);
    expect(await problems({ value: -1 }, 'SES-1')).toEqual(['value: indicators.beyond-bounds']);
    expect(await problems({ kind: 'baseline', group: { weapon: 'firearm' }, value: 5 })).toEqual([
      'source: indicators.baseline-without-source',
      'group: indicators.not-by-dimension',
    ]);
    expect((await set(regional, { group: { sex: 'verde' } })).body.code).toBe(
      'indicators.category-not-found',
    );
    expect((await set(regional, {}, 'NADA')).status).toBe(404);
  });

  it('is corrected and taken away at the version that was seen', async () => {
    const { id } = (await set(regional, { year: 2030 })).body;
    const path = `/api/indicator-targets/${id}`;
    const put = (who: Holder, version: number, value: number) =>
      who.call('PUT', path, { version, body: { value, source: 'Acuerdo 4 de la mesa' } });
    expect((await put(municipal, 1, 7)).status).toBe(403);
    expect((await put(regional, 1, 7)).body.version).toBe(2);
    expect((await put(regional, 2, 7)).body.version).toBe(2);
    expect((await put(regional, 1, 6)).status).toBe(412);
    expect((await municipal.call('DELETE', path, { version: 2 })).status).toBe(403);
    expect((await regional.call('DELETE', path, { version: 1 })).status).toBe(412);
    expect((await regional.call('DELETE', path, { version: 2 })).body).toEqual({ done: true });
    expect((await regional.call('DELETE', path, { version: 2 })).status).toBe(404);
    const trail = await admin.call('GET', '/api/audit-entries?operation=removeTarget');
    expect(trail.body.items).toHaveLength(1);
  });
});

describe('a file of indicators', () => {
  const file = async (format: string, query = 'framework=ses') =>
    (await world.visitor('GET', `/api/indicators/export?${query}&format=${format}`)).bytes;
  // previewIndicatorsImport is '/preview'.
  const send = (who: Holder, step: '' | '/preview', bytes: Uint8Array, name: string, territory?: string) =>
    who.call(
      'POST',
      `/api/indicators/imports${step}?fileName=${name}${territory ? `&territory=${territory}` : ''}`,
      {
        bytes,
        mediaType: name.endsWith('.csv')
          ? 'text/csv'
          : name.endsWith('.json')
            ? 'application/octet-stream'
            : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
    );

  it('that was exported changes nothing when it comes back, in every format', async () => {
    for (const format of ['csv', 'xlsx', 'json']) {
      const answer = await send(admin, '/preview', await file(format), `indicadores.${format}`);
      expect(answer.body, format).toMatchObject({ creates: 0, changes: 0, same: 19 });
    }
  });

  it('makes what is new and changes what it says, all rows or none; a blank cell erases nothing', async () => {
    const csv = (...lines: string[]) =>
      new TextEncoder().encode(
        [
          'code,title,topic,composition,unit,direction,counts_people,numerator,denominator,multiplier,definition',
          ...lines,
        ].join('\n'),
      );
    const good = csv(
      'XA-TASA,Tasa de riñas,other,ratio,por 1 000,down,sí,XA-RINAS,population,1000,Riñas por cada mil habitantes',
      'XA-RINAS,Riñas,other,count,riñas,down,sí,,,,Riñas en la calle',
    );
    expect((await send(municipal, '', good, 'nuevos.csv', 'XA-0101')).status).toBe(403);
    const done = await send(analyst, '', good, 'nuevos.csv', 'XA');
    expect([done.status, done.body]).toMatchObject([201, { creates: 2, changes: 0, same: 0 }]);
    expect((await world.visitor('GET', '/api/indicators/XA-TASA')).body).toMatchObject({
      numerator: { code: 'XA-RINAS' },
      country: 'XA',
      multiplier: 1000,
    });
    expect((await send(analyst, '', good, 'nuevos.csv', 'XA')).body).toMatchObject({ same: 2 });
    const renamed = csv('XA-RINAS,Riñas en la vía pública,,,,,,,,,');
    expect((await send(analyst, '', renamed, 'nuevos.csv', 'XA')).body.rows).toMatchObject([
      { outcome: 'change', fields: ['title'] },
    ]);
    expect((await world.visitor('GET', '/api/indicators/XA-RINAS')).body).toMatchObject({
      title: 'Riñas en la vía pública',
      definition: { definition: 'Riñas en la calle', number: 1 },
    });
    const bad = csv(
      'SES-1,Mía,,,,,,,,,',
      'XA-NUEVO,,,,,,,,,,',
      'XA-RINAS,,,distinct,,,,,,,',
      'XA-RINAS,,,,,,,,,,',
    );
    const refused = await send(analyst, '', bad, 'nuevos.csv', 'XA');
    expect(refused).toMatchObject({ status: 422, body: { code: 'indicators.import-problems' } });
    const found = refused.body.problems.map(
      ({ row, code }: { row: number; code: string }) => `${row} ${code}`,
    );
    expect(found).toEqual(
      expect.arrayContaining([
        '2 indicators.not-yours',
        '3 indicators.cell-needed',
        '4 indicators.part-there',
        '5 indicators.row-repeated',
      ]),
    );
    const broken = await send(
      analyst,
      '/preview',
      new TextEncoder().encode('{"indicators": [{}]}'),
      'roto.json',
      'XA',
    );
    expect(broken.body.code).toBe('indicators.import-problems');
  });
});

describe('dimensions', () => {
  it('are read by anybody; who keeps indicators adds a category before «no data»', async () => {
    const { body } = await world.visitor('GET', '/api/dimensions');
    const age = body.items.find(({ code }: { code: string }) => code === 'age');
    expect(age.categories.map(({ code }: { code: string }) => code)).toEqual([
      '0-9',
      '10-14',
      '15-17',
      '18-24',
      '25-29',
      '30-44',
      '45-59',
      '60+',
      'unknown',
    ]);
    const add = (who: Holder, dimension = 'weapon') =>
      who.call('POST', `/api/dimensions/${dimension}/categories`, {
        body: { code: 'explosive', title: 'Explosivo', titleEn: 'Explosive' },
      });
    expect((await add(municipal)).status).toBe(403);
    expect((await add(analyst, 'planeta')).status).toBe(404);
    expect((await add(analyst)).status).toBe(201);
    expect((await add(analyst)).body.code).toBe('indicators.category-taken');
    const after = await world.visitor('GET', '/api/dimensions');
    const weapon = after.body.items.find(({ code }: { code: string }) => code === 'weapon');
    expect(weapon.categories.slice(-2)).toMatchObject([{ code: 'explosive' }, { code: 'unknown' }]);
  });
});
