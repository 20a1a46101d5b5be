import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import {
  bombWorkbook,
  ministryWorkbook,
  rawWorkbook,
  textRow,
} from '../../../tests/fixtures/tables/workbooks.ts';
import { tableLimits } from './limits.ts';
import { readTable } from './read-table.ts';

const codesOf = (list: readonly { code: string }[]) => list.map((one) => one.code).sort();

describe('a workbook as ministries send it', () => {
  it('is read under its title, its merged headers unfolded, and says so', async () => {
    const { sheets, notices } = await readTable(await ministryWorkbook());
    const [sheet] = sheets;
    expect(sheet?.headerRow).toBe(4);
    const rows = sheet?.rows
      .filter((row) => row.number >= 4)
      .map((row) => row.cells.map((cell) => cell.text));
    expect(rows).toEqual([
      ['Provincia', 'Código', 'Teléfono', 'Correo', 'Población'],
      ['Panamá', '0810', '507-2201', 'a@example.org', '364000'],
      ['Panamá', '801', '507-2202', 'b@example.org', '728000'],
      ['Colón', '0301', '507-2203', 'c@example.org', '100'],
      ['Total', '', '', '', '1092100'],
    ]);
    expect(codesOf(notices)).toEqual([
      'table.formulas',
      'table.hidden-rows',
      'table.hidden-sheet',
      'table.merged-cells',
    ]);
  });

  it('leaves a number where a code lost its zero for whoever knows the codes', async () => {
    const { sheets } = await readTable(await ministryWorkbook());
    const cells = sheets[0]?.rows.map((row) => row.cells[1]).filter((cell) => cell?.text === '801');
    expect(cells).toEqual([{ text: '801', type: 'number' }]);
  });

  it('does not read what is hidden unless asked', async () => {
    const bytes = await ministryWorkbook();
    const usual = await readTable(bytes);
    expect(usual.sheets[1]).toMatchObject({ name: 'Borrador', hidden: true, rows: [] });
    const all = await readTable(bytes, { hidden: true });
    expect(all.sheets[1]?.rows).toHaveLength(2);
    expect(all.sheets[0]?.rows.some((row) => row.number === 8)).toBe(true);
    const one = await readTable(bytes, { sheet: 'Borrador' });
    expect(one.sheets.map((sheet) => sheet.rows.length)).toEqual([2]);
    await expect(readTable(bytes, { sheet: 'Otra' })).rejects.toMatchObject({ code: 'table.no-such-sheet' });
  });
});

const cells = (data: string) =>
  rawWorkbook([{ name: 'Hoja', data: textRow(1, ['uno', 'dos', 'tres']) + data }]);

const second = async (data: string) =>
  (await readTable(cells(`<row r="2">${data}</row>`))).sheets[0]?.rows[1]?.cells;

describe('the cells of a workbook', () => {
  it('says a day as a day, a share with its sign, and a code with the zeros it shows', async () => {
    expect(
      await second(
        '<c r="A2" s="1"><v>46037</v></c><c r="B2" s="2"><v>0.125</v></c><c r="C2" s="3"><v>801</v></c>',
      ),
    ).toEqual([
      { text: '2026-01-15', type: 'date' },
      { text: '12.5%', type: 'percent' },
      { text: '00801', type: 'number' },
    ]);
  });

  it('keeps numbers as they are, small and large', async () => {
    const found = await second(
      '<c r="A2"><v>1E-7</v></c><c r="B2"><v>123456789012</v></c><c r="C2"><v>-79.5120001</v></c>',
    );
    expect(found?.map((cell) => cell.text)).toEqual(['0.0000001', '123456789012', '-79.5120001']);
  });

  it('names the cell of a formula that failed, or that came without its result', async () => {
    const data =
      '<row r="2"><c r="A2" t="e"><f>VLOOKUP(1,A1:B1,9,0)</f><v>#N/A</v></c><c r="B2"><f>1+1</f></c><c r="C2" t="str"><f>"a"</f><v>a</v></c></row>';
    const { problems, sheets } = await readTable(cells(data));
    expect(problems).toEqual([
      { code: 'table.formula-error', sheet: 'Hoja', row: 2, cell: 'A2', values: { error: '#N/A' } },
      { code: 'table.formula-without-value', sheet: 'Hoja', row: 2, cell: 'B2' },
    ]);
    expect(sheets[0]?.rows[1]?.cells[2]).toEqual({ text: 'a', type: 'text', formula: true });
  });

  it('are read by prefixed names too, as some programs write them', async () => {
    const parts = unzipSync(cells('<row r="2"><c r="A2" s="4"/><c r="B2" s="1"><v>46037</v></c></row>'));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const prefixed = sheet
      .replaceAll(/<(\/?)(\w)/g, '<$1x:$2')
      .replace('<x:worksheet xmlns=', '<x:worksheet xmlns:x=');
    const bytes = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(prefixed) });
    expect((await readTable(bytes)).sheets[0]?.rows[1]?.cells[1]?.text).toBe('2026-01-15');
  });

  it('takes a merged heading inside the table for one text, not for a value of each column', async () => {
    const data = textRow(2, ['a', 'b', 'c']) + textRow(3, ['Zona norte']) + textRow(4, ['d', 'e', 'f']);
    const after = '<mergeCells count="1"><mergeCell ref="A3:C3"/></mergeCells>';
    const bytes = rawWorkbook([{ name: 'Hoja', data: textRow(1, ['uno', 'dos', 'tres']) + data, after }]);
    const rows = (await readTable(bytes)).sheets[0]?.rows;
    expect(rows?.[2]?.cells.map((cell) => cell.text)).toEqual(['Zona norte', '', '']);
  });

  it('passes over a sheet that is only a chart, and says so', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Datos',
          rows: [
            ['a', 'b'],
            ['1', '2'],
          ],
        },
      ],
    });
    const parts = unzipSync(bytes);
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    parts['xl/workbook.xml'] = strToU8(
      workbook.replace('</sheets>', '<sheet name="Gráfico" sheetId="9" r:id="rId77"/></sheets>'),
    );
    const reading = await readTable(zipSync(parts));
    expect(reading.sheets.map((sheet) => sheet.name)).toEqual(['Datos']);
    expect(codesOf(reading.notices)).toEqual(['table.sheet-without-cells']);
  });
});

describe('a file that is too much', () => {
  it('is refused by its size before anything is read', async () => {
    const bytes = new Uint8Array(tableLimits.maximumBytes + 1);
    await expect(readTable(bytes)).rejects.toMatchObject({ code: 'table.too-large', kind: 'too-large' });
  });

  it('is refused when a little of it unpacks to very much', async () => {
    const bytes = bombWorkbook(60);
    expect(bytes.length).toBeLessThan(200_000);
    await expect(readTable(bytes)).rejects.toMatchObject({ code: 'table.unpacks-too-large' });
  }, 60_000);

  it('costs nothing for a million formatted blank rows', async () => {
    const blank = Array.from(
      { length: 1_000_000 },
      (_, index) => `<row r="${index + 3}"><c r="A${index + 3}" s="4"/><c r="B${index + 3}" s="4"></c></row>`,
    );
    const data = textRow(1, ['codigo', 'nombre']) + textRow(2, ['0801', 'x']) + blank.join('');
    const bytes = rawWorkbook([{ name: 'Hoja', data }]);
    const { sheets } = await readTable(bytes);
    expect(sheets[0]?.rows).toHaveLength(2);
  }, 60_000);

  it('is read or refused soon when it is written to make the search long', async () => {
    const attributes = '<c r="" '.repeat(20_000);
    const entities = `<!DOCTYPE a [<!ENTITY a "${'a'.repeat(1000)}">]>`;
    const strings = strToU8(`${entities}<sst>${'<si><t>&a;</t></si>'.repeat(1000)}</sst>`);
    const bytes = rawWorkbook([{ name: 'Hoja', data: textRow(1, ['a', 'b']) + attributes }], {
      'xl/sharedStrings.xml': strings,
    });
    const outcome = await readTable(bytes).then(
      () => 'read',
      (problem: { code?: string }) => problem.code,
    );
    expect(['read', 'table.unreadable', 'table.too-many-cells']).toContain(outcome);
  }, 60_000);

  it('is refused when one cell stands in the far corner', async () => {
    const data = `${textRow(1, ['a', 'b'])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`;
    await expect(readTable(rawWorkbook([{ name: 'Hoja', data }]))).rejects.toMatchObject({
      code: 'table.too-many-cells',
    });
  });
});

const compound = (entry: string) =>
  new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Buffer.alloc(600),
    ...Buffer.from(entry, 'utf16le'),
  ]);
const zipOf = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));

describe('a file that is no workbook, whatever its name says', () => {
  it.each([
    ['an old Excel file', compound('Workbook'), 'table.old-excel'],
    ['a workbook under a password', compound('EncryptedPackage'), 'table.password-protected'],
    ['a PDF', strToU8('%PDF-1.7\n'), 'table.pdf'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'table.picture'],
    ['a compressed file', zipOf('datos.csv'), 'table.archive'],
    ['a text document', zipOf('[Content_Types].xml', 'word/document.xml'), 'table.office-document'],
    ['a binary workbook', zipOf('[Content_Types].xml', 'xl/workbook.bin'), 'table.binary-excel'],
    ['a broken archive', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'table.unreadable'],
    ['a workbook without its parts', zipOf('[Content_Types].xml'), 'table.unreadable'],
    ['bytes of anything', new Uint8Array([1, 0, 2, 0, 0, 3, 0, 0, 255]), 'table.not-text'],
  ])('%s is refused by its own word', async (_, bytes, code) => {
    await expect(readTable(bytes, { fileName: 'datos.xlsx' })).rejects.toMatchObject({ code });
  });

  it('an OpenDocument sheet is refused by its own word', async () => {
    const bytes = await writeOds({ sheets: [{ name: 'A', rows: [['a']] }] });
    await expect(readTable(bytes)).rejects.toMatchObject({ code: 'table.opendocument' });
  });

  it('a real workbook under a password is refused as that', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'A', rows: [['a']] }],
      encryption: { password: 'x', spinCount: 1000 },
    });
    await expect(readTable(bytes)).rejects.toMatchObject({ code: 'table.password-protected' });
  });

  it('a workbook cut short is refused', async () => {
    const bytes = await ministryWorkbook();
    await expect(readTable(bytes.subarray(0, bytes.length - 100))).rejects.toMatchObject({
      code: 'table.unreadable',
    });
  });
});
