import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { loadCrosswalks } from '#services/value-imports/load-crosswalks.ts';
import { readWaitingImports } from '#services/value-imports/read-waiting-imports.ts';
import { makeWorld, type World } from '../access-world.ts';
import type { Caller } from '../server.ts';

let app: World;
let analyst: Caller;
let municipality: Caller;

beforeAll(async () => {
  app = await makeWorld();
  await loadIndicators(app.context, { folder: 'packs/indicators', country: null });
  await loadCrosswalks(app.context, { folder: 'packs/indicators', country: null });
  analyst = (await app.holder('analista', [{ role: 'national-analyst', code: 'XA' }])).call;
  municipality = (await app.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }])).call;
}, 120_000);
afterAll(() => app.stop());

const send = (who: Caller, text: string, territory = 'XA') =>
  who('POST', `/api/value-imports?territory=${territory}&fileName=homicidios.csv`, {
    bytes: Buffer.from(text),
    mediaType: 'text/csv',
  });
const source = { id: 'policia', title: 'Registro de la policía', publisher: null };
const whole = async () => {
  const answer = await app.visitor(
    'GET',
    '/api/values?indicator=HOM&within=XA&from=2024&to=2024&period=year',
  );
  return (answer.body as { items: { value: number | null }[] }).items.map(({ value }) => value);
};

describe('a file of figures, step by step', () => {
  it('is understood, corrected, settled, brought in, remembered and taken back', async () => {
    const sent = await send(
      analyst,
      'delito,año,mes,region,sexo\nHomicidio,2024,Enero,Ñandú del Norte,Masculino\nHomicidio,2024,Enero,Chagres Oriental,Femenino\nHomicidio,2024,Marzo,Costa Brava,Varón joven\n',
    );
    expect(sent.status).toBe(201);
    const { id } = sent.body as { id: string };
    expect(sent.body).toMatchObject({
      stage: 'open',
      counts: { rows: 3 },
      places: [{ text: 'Chagres Oriental', candidates: [] }],
    });
    expect(sent.body.doubts).toMatchObject([{ code: 'category', text: 'Varón joven' }]);

    const early = await analyst('POST', `/api/value-imports/${id}/application`, {
      version: sent.body.version,
    });
    expect([early.status, early.body.code]).toEqual([409, 'values.import-has-problems']);

    const { layout, settings } = sent.body;
    const [sex] = layout.dimensions;
    const mapped = await analyst('PUT', `/api/value-imports/${id}/layout`, {
      version: sent.body.version,
      body: {
        layout: {
          ...layout,
          dimensions: [{ ...sex, categories: { ...sex.categories, 'varon joven': 'm' } }],
        },
        settings: { ...settings, source, isPublished: true },
      },
    });
    expect(mapped.status).toBe(200);
    expect(mapped.body).toMatchObject({
      layoutOrigin: 'given',
      doubts: [],
      problems: [{ code: 'values.unknown-place' }],
    });

    const [place] = mapped.body.places;
    const settled = await analyst('POST', `/api/value-imports/${id}/places`, {
      version: mapped.body.version,
      body: { key: place.key, territory: 'XA-02' },
    });
    expect(settled.body).toMatchObject({ places: [], problems: [], counts: { values: 3 } });

    const stale = await analyst('POST', `/api/value-imports/${id}/application`, {
      version: mapped.body.version,
    });
    expect(stale.body.code).toBe('shared.stale');
    const applied = await analyst('POST', `/api/value-imports/${id}/application`, {
      version: settled.body.version,
    });
    expect(applied.body).toMatchObject({ stage: 'applied', written: 3, same: 0 });
    expect(await whole()).toEqual([3]);
    const again = await analyst('POST', `/api/value-imports/${id}/application`, {
      version: applied.body.version,
    });
    expect(again.body.code).toBe('values.import-not-open');

    const next = await send(
      analyst,
      'delito,año,mes,region,sexo\nHomicidio,2024,Abril,Chagres Oriental,Varón joven\n',
    );
    expect(next.body).toMatchObject({
      layoutOrigin: 'remembered',
      problems: [],
      doubts: [],
      settings: { source },
    });

    const taken = await analyst('POST', `/api/value-imports/${id}/revocation`, {
      version: applied.body.version,
    });
    expect(taken.body.stage).toBe('revoked');
    expect(await whole()).toEqual([null]);
    const twice = await analyst('POST', `/api/value-imports/${id}/revocation`, {
      version: taken.body.version,
    });
    expect(twice.body.code).toBe('values.import-not-applied');
  });

  it('that is no table says why, and shows nothing else', async () => {
    const sent = await send(analyst, '%PDF-1.7 nothing');
    expect(sent.body).toMatchObject({ stage: 'refused', fault: { code: 'table.pdf' } });
  });

  it('is refused a mapping of columns that it does not have', async () => {
    const sent = await send(analyst, 'region,año,casos\nCosta Brava,2024,3\n');
    const wrong = await analyst('PUT', `/api/value-imports/${sent.body.id}/layout`, {
      version: sent.body.version,
      body: { layout: { ...sent.body.layout, value: 'muertos' }, settings: sent.body.settings },
    });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'values.mapping-unfit']);
    const place = await analyst('POST', `/api/value-imports/${sent.body.id}/places`, {
      version: sent.body.version,
      body: { key: 'costa brava', territory: 'XA-02' },
    });
    expect(place.body.code).toBe('values.place-not-in-file');
  });

  it('has rows of no place, which a person leaves out of this file and of no other', async () => {
    const text = (year: number) => `region,año,casos\nCosta Brava,${year},3\nNo indica,${year},4\n`;
    const sent = await send(analyst, text(2021));
    const { id, layout, settings } = sent.body;
    const mapped = await analyst('PUT', `/api/value-imports/${id}/layout`, {
      version: sent.body.version,
      body: {
        layout: { ...layout, indicator: { kind: 'fixed', code: 'HOM' } },
        settings: { ...settings, source: { id: 'no-indica', title: 'Registro que no indica' } },
      },
    });
    const place = mapped.body.places.find(({ text: name }: { text: string }) => name === 'No indica');
    const settle = (territory: string | null, version: number) =>
      analyst('POST', `/api/value-imports/${id}/places`, { version, body: { key: place.key, territory } });
    const left = await settle(null, mapped.body.version);
    expect(left.body).toMatchObject({
      leftOut: [{ text: 'No indica', rows: 1 }],
      counts: { values: 1 },
      problems: [],
    });
    const counted = await settle('XA-01', left.body.version);
    expect(counted.body).toMatchObject({ leftOut: [], counts: { values: 2 } });
    expect((await settle(null, counted.body.version)).body.code).toBe('values.place-not-in-file');
  });

  it('asks last year’s layout for the period anew', async () => {
    const table = 'region,Enero,Febrero\nCosta Brava,3,1\n';
    const sent = await send(analyst, table);
    expect(sent.body.doubts.map(({ code }: { code: string }) => code)).toContain('no-period');
    const mapped = await analyst('PUT', `/api/value-imports/${sent.body.id}/layout`, {
      version: sent.body.version,
      body: {
        layout: {
          ...sent.body.layout,
          indicator: { kind: 'fixed', code: 'HOM' },
          period: { kind: 'fixed', period: '2022' },
        },
        settings: { ...sent.body.settings, source: { id: 'por-meses', title: 'Registro por meses' } },
      },
    });
    expect(mapped.body).toMatchObject({ doubts: [], problems: [], counts: { values: 2 } });
    await analyst('POST', `/api/value-imports/${sent.body.id}/application`, { version: mapped.body.version });
    const next = await send(analyst, 'region,Enero,Febrero\nCosta Brava,5,0\n');
    expect(next.body).toMatchObject({ layoutOrigin: 'remembered', layout: { period: { period: '' } } });
    expect(next.body.doubts.map(({ code }: { code: string }) => code)).toEqual(['no-period']);
  });

  it('is seen and changed only by who may import there', async () => {
    const sent = await send(analyst, 'region,año,casos\nCosta Brava,2024,3\n');
    const { id, version } = sent.body as { id: string; version: number };
    expect((await municipality('GET', `/api/value-imports/${id}`)).status).toBe(404);
    expect((await municipality('POST', `/api/value-imports/${id}/application`, { version })).status).toBe(
      404,
    );
    expect((await send(municipality, 'region,año,casos\nCosta Brava,2024,3\n')).status).toBe(403);
    expect((await app.visitor('GET', '/api/value-imports')).status).toBe(401);
    const own = await send(municipality, 'comuna,año,casos\nSanta Fe,2024,3\n', 'XA-0101');
    expect(own.status).toBe(201);
    const listed = await municipality('GET', '/api/value-imports');
    expect(listed.body.items.map((one: { id: string }) => one.id)).toEqual([own.body.id]);
  });

  it('that is large waits, is read in the background, and tells how far it has got', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, index) => `Homicidio,2023,Enero,Costa Brava,Masculino,${index}`,
    );
    const sent = await send(analyst, `delito,año,mes,region,sexo,expediente\n${rows.join('\n')}\n`);
    expect(sent.body).toMatchObject({ stage: 'waiting', rowsRead: 0 });
    await readWaitingImports(app.context);
    const read = await analyst('GET', `/api/value-imports/${sent.body.id}`);
    expect(read.body).toMatchObject({ stage: 'open', rowsRead: 60_000, counts: { values: 1 } });
  });
});
