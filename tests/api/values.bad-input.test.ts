import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mapping } from '#domain/values/import/mapping-schema.ts';
import { writeTable } from '#formats/tables/index.ts';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { importFiguresFile } from '#services/value-imports/import-figures-file.ts';
import { loadCrosswalks } from '#services/value-imports/load-crosswalks.ts';
import { loadOutsideCountry } from '../outside-country.ts';
import { startApp, type TestApp } from '../server.ts';

let app: TestApp;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'figures-'));
  app = await startApp();
  await loadOutsideCountry(app.context, {
    code: 'XB',
    numberBase: 700_000_000,
    name: 'País de dos provincias',
    levels: [
      { kind: 'provincia', digits: 2 },
      { kind: 'distrito', digits: 4 },
    ],
    places: [
      { code: '31', name: 'Costa', parent: '' },
      { code: '32', name: 'Sierra', parent: '' },
      { code: '3101', name: 'Puerto Ñandú', parent: '31' },
      { code: '3201', name: 'Alto', parent: '32' },
    ],
  });
  await loadIndicators(app.context, { folder: 'packs/indicators', country: null });
  await loadCrosswalks(app.context, { folder: 'packs/indicators', country: null });
}, 120_000);
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
});

const settings = { source: { id: 'mala-entrada', title: 'Fuente de prueba', publisher: null } };
const homicides = { indicator: { kind: 'fixed', code: 'HOM' } } as const;

async function bring(content: string | Uint8Array, layout: Mapping['layout'] = homicides) {
  const path = join(folder, 'cifras');
  await writeFile(path, content);
  return importFiguresFile(app.context, {
    path,
    fileName: 'cifras.csv',
    territory: 'XB',
    mapping: { settings, layout },
    apply: true,
  });
}
const said = ({ problems }: Awaited<ReturnType<typeof bring>>) =>
  problems.map(({ code, row, cell }) => [code.replace('values.', ''), row, cell ?? null]);

describe('bad input', () => {
  it('comma and point decimals in one column are asked about', async () => {
    const report = await bring('provincia,año,valor\nCosta,2024,1.5\nSierra,2024,"2,5"\n', {
      indicator: { kind: 'fixed', code: 'PERC-EMPEORA' },
    });
    expect(report.written).toBe(0);
    expect(said(report)).toContainEqual(['doubt-decimals', 1, null]);
  });

  it('03/04 is asked about, row by row, until somebody says which comes first', async () => {
    const text = 'fecha,provincia,casos\n03/04/2024,Costa,1\n05/06/2024,Sierra,2\n';
    expect(said(await bring(text))).toEqual([
      ['doubt-day-order', 1, null],
      ['ambiguous-day', 2, 'A2'],
      ['ambiguous-day', 3, 'A3'],
    ]);
    expect(await bring(text, { ...homicides, dayOrder: 'day-first' })).toMatchObject({
      problems: [],
      written: 2,
    });
  });

  it('titles above the headers are passed over, and years side by side are read', async () => {
    const report = await bring(
      'Homicidios por provincia;;\n;Casos;\nprovincia;2021;2022\nCosta;3;4\nSierra;0;1\nTotal;3;5\n',
    );
    expect(report).toMatchObject({ problems: [], written: 4 });
  });

  it('hidden sheets and formula errors are not taken for figures; blanks and N/D are no zeros', async () => {
    const columns = ['provincia', 'año', 'casos'].map((key) => ({ key, header: key }));
    const rows = [
      { provincia: 'Costa', año: 2019, casos: 'N/D' },
      { provincia: 'Sierra', año: 2019, casos: null },
      { provincia: 'Costa', año: 2018, casos: '-' },
      { provincia: 'Sierra', año: 2018, casos: 2 },
    ];
    const book = await writeTable([{ name: 'Datos', columns, rows }], 'xlsx');
    expect(await bring(book)).toMatchObject({ problems: [], written: 2 });
    const stored = await app.database.owner
      .selectFrom('data_value as v')
      .innerJoin('series as s', 's.id', 'v.series_id')
      .where('s.source_id', '=', 'mala-entrada')
      .where('v.period', '<', '2020-01-01')
      .select(['v.value', 'v.state'])
      .orderBy('v.period')
      .execute();
    expect(stored).toEqual([
      { value: 2, state: 0 },
      { value: null, state: 3 },
    ]);
    const wrong = await writeTable(
      [{ name: 'Datos', columns, rows: [{ provincia: 'Costa', año: 2019, casos: '#DIV/0!' }, ...rows] }],
      'xlsx',
    );
    expect(said(await bring(wrong))).toEqual([['formula-error', 2, 'C2']]);
  });

  it.each([
    ['a lone dash «-»', '-', 2010, [7]],
    ['a dash as Word writes it «–»', '–', 2011, [7]],
    ['a blank', '', 2012, [7]],
    ['N/D', 'N/D', 2013, [7, null]],
    ['s/d', 's/d', 2014, [7, null]],
  ])(
    '%s is no figure: never a zero, and kept as unknown only where the source says so',
    async (_name, text, year, values) => {
      const report = await bring(`provincia,año,casos\nCosta,${year},${text}\nSierra,${year},7\n`);
      expect(report).toMatchObject({ problems: [], written: values.length });
      const stored = await app.database.owner
        .selectFrom('data_value as v')
        .innerJoin('series as s', 's.id', 'v.series_id')
        .where('s.source_id', '=', 'mala-entrada')
        .where('v.period', '=', `${year}-01-01`)
        .select(['v.value', 'v.state'])
        .orderBy('v.state')
        .execute();
      expect(stored).toEqual(values.map((value) => ({ value, state: value === null ? 3 : 0 })));
    },
  );

  it.each(['#DIV/0!', '#REF!', '#¡VALOR!', '#N/A', '#N/D'])(
    'the formula error %s is refused with its cell, never read as no data',
    async (text) => {
      const report = await bring(`provincia,año,casos\nCosta,2015,${text}\nSierra,2015,7\n`);
      expect([report.written, said(report)]).toEqual([0, [['formula-error', 2, 'C2']]]);
    },
  );

  it('last year’s layout that names columns that are gone is refused, with their names', async () => {
    await expect(
      bring('provincia,año,total\nCosta,2024,1\n', { ...homicides, value: 'víctimas' }),
    ).rejects.toMatchObject({ code: 'values.mapping-unfit', details: { values: { headers: 'víctimas' } } });
  });

  it('negative counts, parts of a victim and a percentage of 130 are refused, each with its cell', async () => {
    const report = await bring('provincia,año,casos\nCosta,2024,-3\nSierra,2024,1.5\n');
    expect(said(report)).toEqual([
      ['negative-count', 2, 'C2'],
      ['not-whole', 3, 'C3'],
    ]);
    const { code } = await app.database.owner
      .selectFrom('indicator')
      .where('composition', '=', 'estimate')
      .where('high_bound', '=', 100)
      .select('code')
      .limit(1)
      .executeTakeFirstOrThrow();
    const share = await bring('provincia,año,valor\nCosta,2024,130\n', {
      indicator: { kind: 'fixed', code },
    });
    expect(said(share)).toEqual([['out-of-bounds', 2, null]]);
  });

  it('a year beside its months is refused: periods overlap', async () => {
    const text = 'período,provincia,casos\n2017,Costa,9\n2017-01,Costa,4\n2017-02,Costa,5\n';
    expect(said(await bring(text))).toEqual([['period-too-coarse', 2, 'A2']]);
    expect(said(await bring(text, { ...homicides, countBy: 'year' }))).toEqual([
      ['period-too-fine', 3, 'A3'],
      ['period-too-fine', 4, 'A4'],
    ]);
  });

  it('a place that is not known is told once with its rows, and may be settled or left out', async () => {
    const text = 'provincia,año,casos\nCosta,2016,1\nValle Nuevo,2016,2\nValle Nuevo,2015,2\n';
    const report = await bring(text);
    expect(report.problems).toEqual([
      {
        code: 'values.unknown-place',
        row: 3,
        field: 'provincia',
        cell: 'A3',
        values: { text: 'Valle Nuevo', times: 2 },
      },
    ]);
    const path = join(folder, 'cifras');
    const mapping = { settings, layout: homicides, places: { 'valle nuevo': null } };
    const left = { path, fileName: 'cifras.csv', territory: 'XB', mapping, apply: true };
    expect(await importFiguresFile(app.context, left)).toMatchObject({ problems: [], written: 1 });
  });

  it('a value for a territory that had not been created then is refused with its row', async () => {
    const beginning = (from: string | null) =>
      app.database.owner
        .updateTable('territory')
        .set({ valid_from: from })
        .where('country', '=', 'XB')
        .where('code', '=', '3201')
        .execute();
    await beginning('2016-01-01');
    const text = 'código,año,casos\n3101,2014,3\n3201,2014,2\n3201,2015,2\n3201,2016,4\n';
    const report = await bring(text);
    expect(report.problems.map(({ code, row, values }) => [code, row, values?.['text']])).toEqual([
      ['values.place-not-then', 3, '3201, 2014'],
      ['values.place-not-then', 4, '3201, 2015'],
    ]);
    expect(report.written).toBe(0);
    await beginning(null);
    expect((await bring(text)).problems).toEqual([]);
  });

  it('an old encoding is read for what it is, and the same file again changes nothing', async () => {
    const bytes = iconv.encode('distrito;año;casos\nPuerto Ñandú;2014;7\n', 'windows-1252');
    expect(await bring(bytes)).toMatchObject({ problems: [], written: 1, same: 0 });
    expect(await bring(bytes)).toMatchObject({ problems: [], written: 0, same: 1 });
  });

  it('what unpacks without end is refused before it fills anything', async () => {
    const line = 'Costa,2024,1\n';
    const endless = gzipSync(`provincia,año,casos\n${line.repeat(200_000)}`);
    await expect(bring(endless)).rejects.toMatchObject({ code: 'table.unpacks-too-large' });
    const oneLine = `provincia,año,casos\nCosta,2024,${'1'.repeat(3_000_000)}\n`;
    await expect(bring(gzipSync(oneLine))).rejects.toMatchObject({ code: 'table.unpacks-too-large' });
    await expect(bring(oneLine)).rejects.toMatchObject({ code: 'table.unreadable' });
  });

  it('rows that identify persons are refused, whatever else they hold', async () => {
    await expect(
      bring('cédula,nombre de la víctima,provincia,año\n8-1-1,X,Costa,2024\n'),
    ).rejects.toMatchObject({ code: 'values.personal-rows' });
  });
});
