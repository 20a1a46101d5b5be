import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';
import { streamTable, writeTable } from './write-table.ts';
import type { TableColumn, TableRow } from './writing.ts';

const columns: readonly TableColumn[] = [
  { key: 'code', header: 'Código', kind: 'code' },
  { key: 'name', header: 'Nombre' },
  { key: 'people', header: 'Población', kind: 'integer' },
  { key: 'since', header: 'Desde', kind: 'day' },
  { key: 'level', header: 'Nivel', choices: ['nacional, regional', 'local'] },
];
const rows: readonly TableRow[] = [
  { code: '0801', name: '=HYPERLINK("http://x.test")', people: -5, since: '2026-01-15', level: 'local' },
  { code: '1E5', name: '+507 6000-0000', people: null, since: null, level: '@x' },
  {
    code: '00',
    name: 'Ngäbe-Buglé; "Ñürüm",\nsegunda línea',
    people: 1_234_567,
    since: '1998-12-31',
    level: '',
  },
];
const expected = [
  ['Código', 'Nombre', 'Población', 'Desde', 'Nivel'],
  ['0801', '=HYPERLINK("http://x.test")', '-5', '2026-01-15', 'local'],
  ['1E5', '+507 6000-0000', '', '', '@x'],
  ['00', 'Ngäbe-Buglé; "Ñürüm",\nsegunda línea', '1234567', '1998-12-31', ''],
];
const textsOf = async (bytes: Uint8Array) => {
  const reading = await readTable(bytes);
  return reading.sheets[0]?.rows.map((row) =>
    Array.from({ length: 5 }, (_, index) => row.cells[index]?.text ?? ''),
  );
};
async function* each(list: readonly TableRow[]) {
  yield* list;
}
const collect = async (pieces: AsyncIterable<Uint8Array>) => {
  const list: Uint8Array[] = [];
  for await (const piece of pieces) list.push(piece);
  return new Uint8Array(Buffer.concat(list));
};

async function* many() {
  for (let index = 0; index < 5000; index += 1) yield { code: String(index).padStart(6, '0'), name: 'x' };
}

describe('a table that is written', () => {
  it.each(['csv', 'xlsx'] as const)(
    'comes back from %s as it was, codes with their zeros',
    async (format) => {
      expect(await textsOf(await writeTable([{ name: 'Territorios', columns, rows }], format))).toEqual(
        expected,
      );
      expect(await textsOf(await collect(streamTable(columns, each(rows), format)))).toEqual(expected);
    },
  );

  it('never lets a text run as a formula in a spreadsheet', async () => {
    const text = new TextDecoder().decode(await writeTable([{ name: 'x', columns, rows }], 'csv'));
    expect(text).toContain(`"'=HYPERLINK(""http://x.test"")"`);
    expect(text).toContain(`'+507 6000-0000`);
    expect(text).toContain(`'@x`);
    expect(text).toContain(',-5,');
    const book = await readXlsx(await writeTable([{ name: 'x', columns, rows }], 'xlsx'));
    expect([...(book.sheets[0]?.cells?.values() ?? [])].some((cell) => cell.formula !== undefined)).toBe(
      false,
    );
  });

  it('begins with the mark by which Excel knows UTF-8, when asked', async () => {
    const marked = await writeTable([{ name: 'x', columns, rows }], 'csv', { excel: true });
    expect([...marked.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(await textsOf(marked)).toEqual(expected);
  });

  it('keeps its headers in sight, its codes as text, and offers what may be chosen', async () => {
    const book = await readXlsx(await writeTable([{ name: 'Territorios', columns, rows }], 'xlsx'), {
      readStyles: true,
    });
    const [sheet, lists] = book.sheets;
    expect(sheet?.freezePane).toMatchObject({ rows: 1 });
    expect(sheet?.cells?.get('1,0')?.style?.numFmt).toBe('@');
    expect(sheet?.dataValidations?.[0]).toMatchObject({
      type: 'list',
      formula1: '_listas!$A$1:$A$2',
      range: 'E2:E1048576',
    });
    expect(lists).toMatchObject({ hidden: true, rows: [['nacional, regional'], ['local']] });
    const { notices, sheets } = await readTable(
      await writeTable([{ name: 'Territorios', columns, rows }], 'xlsx'),
    );
    expect([notices, sheets.length]).toEqual([[], 1]);
  });

  it('writes names of sheets and texts that a workbook could not hold', async () => {
    const bytes = await writeTable(
      [
        {
          name: 'a/b*c?[d]:e\\f and far more than thirty-one letters',
          columns,
          rows: [{ code: 'a\u0001b' }],
        },
      ],
      'xlsx',
    );
    const { sheets } = await readTable(bytes);
    expect(sheets[0]?.name.length).toBeLessThanOrEqual(31);
    expect(sheets[0]?.rows[1]?.cells[0]?.text).toBe('a\uFFFDb');
  });

  it('comes back whatever was in it', async () => {
    const value = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .filter((text) => !/[\p{Cc}\ufffe\uffff]/u.test(text) && text.isWellFormed());
    const single: TableColumn[] = [
      { key: 'a', header: 'uno' },
      { key: 'b', header: 'dos' },
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ a: value, b: value }), { minLength: 1, maxLength: 6 }),
        async (list) => {
          const kept = list.filter((row) => `${row.a}${row.b}`.trim() !== '');
          for (const format of ['csv', 'xlsx'] as const) {
            const { sheets } = await readTable(
              await writeTable([{ name: 'x', columns: single, rows: list }], format),
            );
            const found = sheets[0]?.rows
              .slice(1)
              .map((row) => ({ a: row.cells[0]?.text ?? '', b: row.cells[1]?.text ?? '' }));
            expect(found).toEqual(kept);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('streams without holding it all', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      let pieces = 0;
      for await (const piece of streamTable(columns, many(), format)) pieces += piece.length > 0 ? 1 : 0;
      expect(pieces).toBeGreaterThan(format === 'csv' ? 5 : 1);
    }
  });
});

const office = ['soffice', 'libreoffice'].find((name) => spawnSync('which', [name]).status === 0);

const convert = (bytes: Uint8Array, from: string, to: string): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'articula-office-'));
  try {
    writeFileSync(join(folder, `table.${from}`), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const filter = to === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true' : to;
    execFileSync(
      office ?? '',
      [
        profile,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        join(folder, 'out'),
        join(folder, `table.${from}`),
      ],
      { stdio: 'ignore' },
    );
    const [made = ''] = readdirSync(join(folder, 'out'));
    return readFileSync(join(folder, 'out', made));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

describe.runIf(office)('LibreOffice', () => {
  it('opens what is written, whole and streamed, with codes and days as they are', async () => {
    const whole = await writeTable([{ name: 'Territorios', columns, rows }], 'xlsx');
    const streamed = await collect(streamTable(columns, each(rows), 'xlsx'));
    for (const bytes of [whole, streamed]) {
      const found = await textsOf(convert(bytes, 'xlsx', 'csv'));
      expect(found?.map((row) => [row[0], row[1], row[3]])).toEqual(
        expected.map((row) => [row[0], row[1], row[3]]),
      );
    }
  }, 120_000);

  it('writes workbooks that are read', async () => {
    const bytes = convert(await writeTable([{ name: 'Territorios', columns, rows }], 'xlsx'), 'xlsx', 'xlsx');
    expect(await textsOf(bytes)).toEqual(expected);
  }, 120_000);

  it('writes old and OpenDocument workbooks that are refused by their own word', async () => {
    const bytes = await writeTable([{ name: 'Territorios', columns, rows }], 'xlsx');
    await expect(readTable(convert(bytes, 'xlsx', 'xls'))).rejects.toMatchObject({ code: 'table.old-excel' });
    await expect(readTable(convert(bytes, 'xlsx', 'ods'))).rejects.toMatchObject({
      code: 'table.opendocument',
    });
  }, 120_000);
});
