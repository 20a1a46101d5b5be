import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceIdOf } from '#domain/values/import/source-id.ts';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { importFiguresFile } from '#services/value-imports/import-figures-file.ts';
import { loadCrosswalks } from '#services/value-imports/load-crosswalks.ts';
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

const reason = 'Así lo dice la fuente';
const line = (national: string, indicator: string | null, given: Record<string, unknown> = {}) => ({
  national,
  indicator,
  iccs: null,
  ...given,
});
const begin = (who: Caller, title: string, lines: readonly unknown[]) =>
  who('POST', '/api/crosswalks', { body: { country: 'XA', title, reason, lines } });
const listed = async (title: string) => {
  const answer = await app.visitor('GET', '/api/crosswalks?country=XA');
  return (answer.body as { items: { title: string }[] }).items.find((one) => one.title === title);
};

describe('a list of names', () => {
  it('says of each name its indicator and category by their titles, and what nobody has checked', async () => {
    const list = await listed('Nombres usuales de los delitos');
    expect(list).toMatchObject({ number: 1, country: null, origin: 'pack', abilities: [] });
    expect(list).toHaveProperty(
      'lines',
      expect.arrayContaining([
        {
          national: 'Homicidio',
          indicator: expect.objectContaining({ code: 'HOM' }),
          iccs: {
            code: '0101',
            title: 'Homicidio intencional',
            titleEn: 'Intentional homicide',
            within: null,
            isVerified: true,
          },
          weight: 1,
          note: null,
        },
      ]),
    );
    const all = (await app.visitor('GET', '/api/iccs')).body as {
      items: { code: string; isVerified: boolean }[];
    };
    expect(all.items.filter(({ code }) => code.length === 2)).toHaveLength(11);
    expect(all.items.find(({ code }) => code === '0702')?.isVerified).toBe(false);
    const indicator = await app.visitor('GET', '/api/indicators/HOM');
    expect(indicator.body.iccs).toMatchObject([{ code: '0101', title: 'Homicidio intencional' }]);
  });

  it('is begun by whoever keeps the country’s indicators, and by nobody else', async () => {
    const lines = [line('Muerte violenta', 'HOM', { iccs: '0101' })];
    expect((await begin(municipality, 'De la comuna', lines)).status).toBe(403);
    expect((await begin(app.visitor, 'De nadie', lines)).status).toBe(401);
    const begun = await begin(analyst, 'Delitos de la fiscalía', lines);
    expect([begun.status, begun.body.version]).toEqual([201, 1]);
    expect((await begin(analyst, 'Delitos de la fiscalía', lines)).body.code).toBe('values.crosswalk-exists');
    expect(await listed('Delitos de la fiscalía')).toMatchObject({ number: 1, isNewest: true, names: 1 });
  });

  it('refuses lines of indicators that are not told, codes that are none, and the same twice, each at its field', async () => {
    const wrong = await begin(analyst, 'Con faltas', [
      line('Muerte', 'NO-HAY'),
      line('Tasa', 'SES-1'),
      line('Robo', null, { iccs: '1299' }),
      line('ROBO', null, { iccs: '1299' }),
      line('---', null),
    ]);
    expect(wrong.body.code).toBe('values.wrong-lines');
    expect(wrong.body.problems.map((one: { code: string; field: string }) => [one.code, one.field])).toEqual([
      ['values.indicator-unknown', 'lines.0.indicator'],
      ['values.indicator-not-told', 'lines.1.indicator'],
      ['values.not-an-iccs-code', 'lines.2.iccs'],
      ['values.not-an-iccs-code', 'lines.3.iccs'],
      ['values.line-twice', 'lines.3.national'],
      ['values.name-without-letters', 'lines.4.national'],
    ]);
  });

  it('is corrected by one name or whole as a new version; the former stays, and a late correction is told', async () => {
    const { body: first } = await begin(analyst, 'Delitos por corregir', [
      line('Hurto agravado', 'HURTO', { iccs: '0502' }),
      line('Estafa', null, { iccs: '0701' }),
    ]);
    const correct = (who: Caller, id: string, version: number, body: object) =>
      who('POST', `/api/crosswalks/${id}/names`, { version, body: { reason, ...body } });
    const said = {
      national: 'Hurto agravado',
      lines: [{ indicator: 'ROBO', iccs: '0501', note: 'Con fuerza' }],
    };
    expect((await correct(municipality, first.id, 1, said)).status).toBe(403);
    const second = await correct(analyst, first.id, 1, said);
    expect([second.status, second.body.version]).toEqual([201, 2]);
    expect((await correct(analyst, first.id, 1, said)).body.code).toBe('shared.stale');
    expect((await correct(analyst, second.body.id, 2, said)).body.code).toBe('values.same-lines');

    const former = await app.visitor('GET', `/api/crosswalks/${first.id}`);
    expect(former.body).toMatchObject({
      number: 1,
      isNewest: false,
      lines: [{ indicator: { code: 'HURTO' } }, {}],
    });
    expect(former.body.versions.map((one: { number: number }) => one.number)).toEqual([2, 1]);

    const third = await analyst('POST', `/api/crosswalks/${second.body.id}/versions`, {
      version: 2,
      body: { reason, lines: [line('Hurto', 'HURTO')] },
    });
    expect(third.body.version).toBe(3);
    const gone = await correct(analyst, third.body.id, 3, { national: 'HURTO', lines: [] });
    expect((await app.visitor('GET', `/api/crosswalks/${gone.body.id}`)).body.lines).toEqual([]);
    expect((await app.visitor('GET', '/api/crosswalks/00000000-0000-7000-8000-000000000000')).status).toBe(
      404,
    );
  });

  it('leaves as CSV, XLSX and in the form of a pack, which loads again', async () => {
    const list = (await listed('Delitos de la fiscalía')) as unknown as { id: string };
    const csv = await app.visitor('GET', `/api/crosswalks/${list.id}/file?format=csv`);
    expect(csv.text).toContain('Muerte violenta,HOM,');
    const xlsx = await app.visitor('GET', `/api/crosswalks/${list.id}/file?format=xlsx`);
    expect(xlsx.status).toBe(200);
    const json = await app.visitor('GET', `/api/crosswalks/${list.id}/file?format=json`);
    expect(JSON.parse(json.text)).toEqual({
      crosswalks: [
        {
          title: 'Delitos de la fiscalía',
          number: 1,
          reason,
          entries: [{ national: 'Muerte violenta', indicator: 'HOM', iccs: '0101' }],
        },
      ],
    });
  });
});

const send = (text: string) =>
  analyst('POST', '/api/value-imports?territory=XA&fileName=delitos.csv', {
    bytes: Buffer.from(text),
    mediaType: 'text/csv',
  });
const settings = (title: string) => ({
  source: { id: sourceIdOf(title), title, publisher: null },
  isPublished: true,
});

/** Sends a file, says of which source it is, and brings it in. */
async function bring(text: string, source: string) {
  const sent = await send(text);
  const mapped = await analyst('PUT', `/api/value-imports/${sent.body.id}/layout`, {
    version: sent.body.version,
    body: { layout: sent.body.layout, settings: settings(source) },
  });
  return analyst('POST', `/api/value-imports/${sent.body.id}/application`, { version: mapped.body.version });
}

describe('what is imported', () => {
  it('is read by the newest names, says by which version, and stays as it was read when they change', async () => {
    const text = 'delito,año,mes,region\nCrimen pasional,2024,Enero,Costa Brava\n';
    const { body: list } = await begin(analyst, 'Nombres de prueba', [
      line('Crimen pasional', 'HOM', { iccs: '0101' }),
    ]);
    const applied = await bring(text, 'Primera');
    expect(applied.body).toMatchObject({ stage: 'applied', written: 1 });
    expect(applied.body.crosswalks).toEqual([{ id: list.id, title: 'Nombres de prueba', number: 1 }]);

    const later = await analyst('POST', `/api/crosswalks/${list.id}/names`, {
      version: 1,
      body: { national: 'Crimen pasional', lines: [{ indicator: 'VIF' }], reason },
    });
    expect(later.status).toBe(201);
    const again = await analyst('GET', `/api/value-imports/${applied.body.id}`);
    expect(again.body.crosswalks).toEqual(applied.body.crosswalks);
    expect((await analyst('GET', `/api/crosswalks/${list.id}`)).body.batches).toBe(1);
    expect((await app.visitor('GET', `/api/crosswalks/${list.id}`)).body.lines).toMatchObject([
      { indicator: { code: 'HOM' } },
    ]);
    const told = await app.visitor(
      'GET',
      '/api/values?indicator=HOM&within=XA&from=2024&to=2024&period=year',
    );
    expect(told.body.items.map((one: { value: number }) => one.value)).toEqual([1]);

    // The layout was remembered; what people call things was not baked into it.
    const next = await bring(text, 'Segunda');
    expect(next.body.crosswalks).toEqual([{ id: later.body.id, title: 'Nombres de prueba', number: 2 }]);
    const series = await analyst('GET', '/api/series?indicator=VIF&limit=10');
    const [one] = series.body.items;
    const shown = await analyst('GET', `/api/series/${one.id}`);
    expect(shown.body.batches).toMatchObject([{ crosswalks: [{ number: 2 }] }]);
  });

  it('counts for every indicator to which a name belongs whole, and is asked where only a part does', async () => {
    await begin(analyst, 'Nombres con varios significados', [
      line('Abuso sexual de un menor', 'DELITOS-SEXUALES', { iccs: '0301' }),
      line('Abuso sexual de un menor', 'MALTRATO-NNA'),
      line('Atraco', 'ROBO', { weight: 0.7 }),
      line('Atraco', 'HURTO', { weight: 0.3 }),
    ]);
    const both = await bring(
      'delito,año,region\nAbuso sexual de un menor,2022,Costa Brava\nDELITOS-SEXUALES,2022,Costa Brava\n',
      'Doble',
    );
    expect(both.body).toMatchObject({ stage: 'applied', written: 2 });
    const value = async (code: string) => {
      const answer = await app.visitor('GET', `/api/values?indicator=${code}&within=XA&from=2022&to=2022`);
      return answer.body.items.map((one: { value: number | null }) => one.value);
    };
    expect([await value('DELITOS-SEXUALES'), await value('MALTRATO-NNA')]).toEqual([[2], [1]]);

    const asked = await send('delito,año,region\nAtraco,2022,Costa Brava\nHomicidio,2022,Costa Brava\n');
    expect(asked.body.problems).toMatchObject([
      { code: 'values.partial-indicator', values: { text: 'Atraco' } },
    ]);
  });
});

describe('a list of one source', () => {
  const text = 'delito,año,región\nIncidente tipo 7,2019,Costa Brava\n';
  const beginOf = (who: Caller, title: string, source: string | null, indicator: string) =>
    who('POST', '/api/crosswalks', {
      body: { country: 'XA', title, source, reason, lines: [line('Incidente tipo 7', indicator)] },
    });
  const readAs = async (source: string) => {
    const applied = await bring(text, source);
    expect(applied.body).toMatchObject({ stage: 'applied', written: 1 });
    const { body } = await analyst('GET', `/api/value-imports/${applied.body.id}`);
    return body.crosswalks.map((one: { title: string }) => one.title);
  };

  it('reads the files of its source before the list of the country, and those of no other', async () => {
    const country = await beginOf(analyst, 'Tipos de todo el país', null, 'HURTO');
    const police = await beginOf(analyst, 'Tipos de la policía', 'Policía de ejemplo', 'ROBO');
    const courts = await beginOf(analyst, 'Tipos de los juzgados', 'Juzgados de ejemplo', 'VIF');
    expect([country.status, police.status, courts.status]).toEqual([201, 201, 201]);
    expect((await beginOf(municipality, 'De la comuna', 'Policía de ejemplo', 'HOM')).status).toBe(403);

    // Named before its first file came, by the title that the file is said to be of; in whatever case.
    expect(await readAs('POLICÍA DE EJEMPLO')).toEqual(['Tipos de la policía']);
    expect(await readAs('Juzgados de ejemplo')).toEqual(['Tipos de los juzgados']);
    expect(await readAs('Tercera de ejemplo')).toEqual(['Tipos de todo el país']);
    const series = async (code: string) =>
      (await analyst('GET', `/api/series?indicator=${code}&limit=50`)).body.items.map(
        (one: { source: { title: string } }) => one.source.title,
      );
    expect(await series('ROBO')).toContain('Policía de ejemplo');
    expect(await series('ROBO')).not.toContain('Juzgados de ejemplo');
    expect(await series('HURTO')).toContain('Tercera de ejemplo');
  });

  it('is what the command goes by as well, by the source that a mapping names', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'articula-nombres-')), 'delitos.csv');
    writeFileSync(path, text);
    const readBy = async (title: string | null) => {
      const settings = title === null ? {} : { source: { id: 'x.1', title, publisher: null } };
      const mapping = { settings };
      const file = { path, fileName: 'delitos.csv', territory: 'XA', mapping, apply: false };
      const { crosswalks } = await importFiguresFile(app.context, file);
      return crosswalks.map((one) => one.title);
    };
    expect(await readBy('policía de ejemplo')).toEqual(['Tipos de la policía']);
    expect(await readBy(null)).toEqual(['Tipos de todo el país']);
  });

  it('says whose it is where it is listed, in its versions, in its files, and in the trail', async () => {
    const list = (await listed('Tipos de la policía')) as unknown as {
      id: string;
      source: { title: string };
    };
    expect(list.source.title).toBe('Policía de ejemplo');
    expect(await listed('Tipos de todo el país')).toMatchObject({ source: null });
    const next = await analyst('POST', `/api/crosswalks/${list.id}/names`, {
      version: 1,
      body: { national: 'Incidente tipo 8', lines: [{ indicator: 'HOM' }], reason },
    });
    expect((await app.visitor('GET', `/api/crosswalks/${next.body.id}`)).body.source).toEqual(list.source);
    const json = await app.visitor('GET', `/api/crosswalks/${next.body.id}/file?format=json`);
    expect(JSON.parse(json.text).crosswalks[0]).toMatchObject({
      source: 'fuente.policia-de-ejemplo',
      number: 2,
    });
    const csv = await app.visitor('GET', `/api/crosswalks/${next.body.id}/file?format=csv`);
    expect(csv.text).toContain('Policía de ejemplo');
    const entry = await app.database.owner
      .selectFrom('audit_entry')
      .select('content')
      .where('subject_id', '=', next.body.id)
      .executeTakeFirstOrThrow();
    expect(entry.content).toContain('fuente.policia-de-ejemplo');
    const asked = await analyst('GET', '/api/crosswalks?country=XA');
    expect(asked.body.sources.map((one: { title: string }) => one.title)).toContain('Juzgados de ejemplo');
    expect((await app.visitor('GET', '/api/crosswalks?country=XA')).body.sources).toEqual([]);
  });
});

describe('places that people settled', () => {
  it('are listed, corrected for the files to come, and asked again where somebody says so', async () => {
    const text = 'delito,año,region\nHomicidio,2021,Valle del Olvido\n';
    const sent = await send(text);
    const [place] = sent.body.places;
    await analyst('POST', `/api/value-imports/${sent.body.id}/places`, {
      version: sent.body.version,
      body: { key: place.key, territory: 'XA-02' },
    });
    const list = async (who: Caller) => (await who('GET', '/api/value-places?country=XA')).body;
    expect((await list(analyst)).items).toMatchObject([
      { key: place.key, place: { reference: 'XA-02' }, abilities: ['import'] },
    ]);
    expect((await list(app.visitor)).status).toBe(401);
    const correct = (who: Caller, body: object) =>
      who('POST', '/api/value-places', { body: { country: 'XA', key: place.key, reason, ...body } });
    expect((await correct(municipality, { was: 'XA-02', territory: 'XA-01' })).status).toBe(403);
    expect((await correct(analyst, { was: 'XA-01', territory: 'XA-01' })).body.code).toBe('shared.stale');
    expect((await correct(analyst, { was: 'XA-02', territory: 'XA-01' })).status).toBe(200);
    expect((await list(analyst)).items).toMatchObject([{ place: { reference: 'XA-01' } }]);
    expect((await send(text)).body.places).toEqual([]);
    expect((await correct(analyst, { was: 'XA-01', territory: null })).status).toBe(200);
    expect((await send(text)).body.places).toHaveLength(1);
    expect((await correct(analyst, { was: 'XA-01', territory: null })).body.code).toBe(
      'values.place-not-settled',
    );
  });
});
