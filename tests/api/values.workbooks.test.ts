import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mapping } from '#domain/values/import/mapping-schema.ts';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { importFiguresFile } from '#services/value-imports/import-figures-file.ts';
import { loadCrosswalks } from '#services/value-imports/load-crosswalks.ts';
import { makeWorld, type World } from '../access-world.ts';
import { rawWorkbook, type RawSheet } from '../fixtures/tables/workbooks.ts';
import type { Caller } from '../server.ts';

// Workbooks as offices really send them: each comes in right, or is refused with the cell in which it goes wrong.
let app: World;
let analyst: Caller;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbooks-'));
  app = await makeWorld();
  await loadIndicators(app.context, { folder: 'packs/indicators', country: null });
  await loadCrosswalks(app.context, { folder: 'packs/indicators', country: null });
  analyst = (await app.holder('analista', [{ role: 'national-analyst', code: 'XA' }])).call;
}, 120_000);
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
});

type CellGiven =
  string | number | { readonly formula: string; readonly value?: string; readonly error?: string } | null;

/** Rows of a sheet as a spreadsheet keeps them; a blank row is left out, as spreadsheets do. */
function rows(given: readonly (readonly CellGiven[])[], hidden: readonly number[] = []): string {
  return given
    .map((cells, index) => {
      const number = index + 1;
      const written = cells.map((cell, column) =>
        writeCell(cell, `${String.fromCharCode(65 + column)}${number}`),
      );
      return `<row r="${number}"${hidden.includes(number) ? ' hidden="1"' : ''}>${written.join('')}</row>`;
    })
    .join('');
}

function writeCell(cell: CellGiven, at: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  if (cell.error) return `<c r="${at}" t="e"><f>${cell.formula}</f><v>${cell.error}</v></c>`;
  return `<c r="${at}"><f>${cell.formula}</f>${cell.value === undefined ? '' : `<v>${cell.value}</v>`}</c>`;
}

const merged = (...ranges: string[]) =>
  `<mergeCells count="${ranges.length}">${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;

let number = 0;

/** Brings a workbook in, from a source of its own. */
async function bring(sheets: readonly RawSheet[], layout: Mapping['layout'] = {}) {
  number += 1;
  const path = join(folder, `libro-${number}.xlsx`);
  await writeFile(path, rawWorkbook(sheets));
  const source = { id: `libro.${number}`, title: `Libro ${number}`, publisher: null };
  const report = await importFiguresFile(app.context, {
    path,
    fileName: `libro-${number}.xlsx`,
    territory: 'XA',
    mapping: { settings: { source }, layout: { indicator: { kind: 'fixed', code: 'HOM' }, ...layout } },
    apply: true,
  });
  const told = await app.database.owner
    .selectFrom('data_value as v')
    .innerJoin('series as s', 's.id', 'v.series_id')
    .innerJoin('territory as t', 't.id', 'v.territory_id')
    .where('s.source_id', '=', source.id)
    .select(['t.name', 'v.period', 'v.value'])
    .orderBy('v.period')
    .orderBy('t.id')
    .execute();
  return {
    report,
    told: told.map(({ name, period, value }) => `${name} ${period.slice(0, 4)} ${value}`),
    problems: report.problems.map(({ cell, code, row }) => `${code.replace('values.', '')} ${cell ?? row}`),
    leftOut: report.unread.map(
      ({ reason, rows: count, firstRows }) => `${reason} ${count}: ${firstRows.join(' ')}`,
    ),
  };
}

describe('a workbook', () => {
  it('with merged titles over its headers is read, and its totals, notes and blanks are counted and named', async () => {
    const found = await bring([
      {
        name: 'Cuadro',
        data: rows([
          ['Homicidios por región'],
          [null, 'Casos registrados'],
          ['Región', '2021', '2022'],
          ['Ñandú del Norte', 3, 4],
          [null, null, null],
          ['Costa Brava', 0, 1],
          ['Subtotal del norte', 3, 4],
          ['Total', 3, 5],
          ['Fuente: registro de la policía'],
        ]),
        after: merged('A1:C1', 'B2:C2'),
      },
    ]);
    expect(found.problems).toEqual([]);
    expect(found.told).toEqual([
      'Ñandú del Norte 2021 3',
      'Costa Brava 2021 0',
      'Ñandú del Norte 2022 4',
      'Costa Brava 2022 1',
    ]);
    expect(found.leftOut).toEqual(['total 2: 7 8', 'note 1: 9']);
  });

  it('with a region merged over its rows gives each row its region; a figure in merged cells is refused with them', async () => {
    const table = (figure: CellGiven) =>
      rows([
        ['Región', 'Comuna', 'Año', 'Casos'],
        ['Ñandú del Norte', 'Santa Fe', 2020, 7],
        [null, 'Álamo Alto', 2020, figure],
      ]);
    const right = await bring([{ name: 'Datos', data: table(9), after: merged('A2:A3') }]);
    expect([right.problems, right.told]).toEqual([[], ['Santa Fe 2020 7', 'Álamo Alto 2020 9']]);
    const wrong = await bring([{ name: 'Datos', data: table(null), after: merged('A2:A3', 'D2:D3') }]);
    expect([wrong.problems, wrong.told]).toEqual([['merged-figure D2:D3'], []]);
  });

  it('reads what is shown: hidden rows and sheets are passed over and said, hidden columns are read and said', async () => {
    const found = await bring([
      {
        name: 'Borrador',
        state: 'hidden',
        data: rows([
          ['Región', 'Año', 'Casos'],
          ['Costa Brava', 2019, 99],
        ]),
      },
      {
        name: 'Datos',
        data: rows(
          [
            ['Región', 'Año', 'Casos'],
            ['Ñandú del Norte', 2019, 2],
            ['Costa Brava', 2019, 50],
            ['Costa Brava', 2018, 6],
          ],
          [3],
        ),
        before: '<cols><col min="2" max="2" width="9" hidden="1"/></cols>',
      },
    ]);
    expect([found.problems, found.told]).toEqual([[], ['Costa Brava 2018 6', 'Ñandú del Norte 2019 2']]);
    expect(found.leftOut).toEqual(['hidden 1: ']);
  });

  it('with an error of a formula, or one saved without its value, is refused with the cell', async () => {
    const found = await bring([
      {
        name: 'Datos',
        data: rows([
          ['Región', 'Año', 'Casos'],
          ['Ñandú del Norte', 2017, { formula: 'B9/0', error: '#DIV/0!' }],
          ['Costa Brava', 2017, { formula: 'SUM(D1:D9)' }],
          ['Pueblo del Río', 2017, { formula: '2+2', value: '4' }],
        ]),
      },
    ]);
    expect(found.problems.toSorted()).toEqual(['formula-error C2', 'table.formula-without-value C3']);
    expect(found.told).toEqual([]);
  });

  it('with a second table below or beside is refused with the cell where it begins; headers once more are not', async () => {
    const below = await bring([
      {
        name: 'Datos',
        data: rows([
          ['Región', 'Año', 'Casos'],
          ['Costa Brava', 2016, 5],
          ['Costa Brava', 2015, 4],
          ['Ñandú del Norte', 2016, 6],
          [null, null, null],
          ['Región', 'Año', 'Heridos'],
          ['Costa Brava', 2016, 8],
        ]),
      },
    ]);
    expect([below.problems[0], below.told]).toEqual(['second-table A6', []]);
    const beside = await bring([
      {
        name: 'Datos',
        data: rows([
          ['Región', 'Año', 'Casos', null, 'Región', 'Año', 'Casos'],
          ['Costa Brava', 2016, 5, null, 'Ñandú del Norte', 2016, 6],
        ]),
      },
    ]);
    expect(beside.problems[0]).toBe('side-by-side E1');
    expect(beside.told).toEqual([]);
    const again = await bring([
      {
        name: 'Datos',
        data: rows([
          ['Región', 'Año', 'Casos'],
          ['Costa Brava', 2016, 5],
          ['Costa Brava', 2015, 4],
          ['Región', 'Año', 'Casos'],
          ['Ñandú del Norte', 2016, 6],
        ]),
      },
    ]);
    expect([again.problems, again.leftOut]).toEqual([[], ['header 1: 4']]);
    expect(again.told).toEqual(['Costa Brava 2015 4', 'Ñandú del Norte 2016 6', 'Costa Brava 2016 5']);
  });
});

describe('last year’s template', () => {
  const send = (title: string, casos: number) =>
    analyst('POST', `/api/value-imports?territory=XA&fileName=${title}.xlsx`, {
      bytes: Buffer.from(
        rawWorkbook([
          {
            name: 'Datos',
            data: rows([
              ['Región', 'Víctimas'],
              ['Costa Brava', casos],
              ['Total', casos],
            ]),
          },
        ]),
      ),
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });

  it('is read as before, but of which year it is is asked again; what is left out is said beside it', async () => {
    const first = await send('plantilla-2014', 3);
    expect(first.body.unread).toEqual([{ reason: 'total', rows: 1, firstRows: [3] }]);
    const mapped = await analyst('PUT', `/api/value-imports/${first.body.id}/layout`, {
      version: first.body.version,
      body: {
        layout: {
          ...first.body.layout,
          indicator: { kind: 'fixed', code: 'HOM' },
          value: 'Víctimas',
          period: { kind: 'fixed', period: '2014' },
        },
        settings: {
          source: { id: 'plantilla', title: 'Plantilla', publisher: null },
          cutoffOn: '2014-12-31',
        },
      },
    });
    expect(mapped.body.problems).toEqual([]);
    const applied = await analyst('POST', `/api/value-imports/${first.body.id}/application`, {
      version: mapped.body.version,
    });
    expect(applied.body.written).toBe(1);

    const next = await send('plantilla-2015', 8);
    expect(next.body).toMatchObject({
      layoutOrigin: 'remembered',
      doubts: [{ code: 'period-of-title' }],
      settings: { cutoffOn: null },
    });
    const early = await analyst('POST', `/api/value-imports/${next.body.id}/application`, {
      version: next.body.version,
    });
    expect(early.body.code).toBe('values.import-has-problems');
  });
});
