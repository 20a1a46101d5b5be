import { readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { hasOutsideData, outsideData } from '../../../tests/outside-data.ts';
import { readTable } from './read-table.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = async (input: string | Uint8Array) =>
  readTable(typeof input === 'string' ? bytesOf(input) : input);
const texts = async (input: string | Uint8Array) =>
  (await read(input)).sheets[0]?.rows.map((row) => row.cells.map((cell) => cell.text));

describe('a CSV', () => {
  it('keeps codes as they were written', async () => {
    expect(await texts('codigo,nombre\n0801,Arraiján\n0810,\n')).toEqual([
      ['codigo', 'nombre'],
      ['0801', 'Arraiján'],
      ['0810', ''],
    ]);
  });

  it.each([
    ['utf-8', 'utf-8', false],
    ['utf-8', 'utf-8', true],
    ['utf-16le', 'utf-16le', true],
    ['utf-16le', 'utf-16le', false],
    ['utf-16be', 'utf-16be', true],
    ['windows-1252', 'windows-1252', false],
  ] as const)('is read in %s', async (encoding, told, mark) => {
    const bytes = iconv.encode('código;provincia\n01;Ngäbe-Buglé – “Ñürüm”\n', encoding, { addBOM: mark });
    const reading = await read(bytes);
    expect(reading.encoding).toBe(told);
    expect(reading.sheets[0]?.rows[1]?.cells[1]?.text).toBe('Ngäbe-Buglé – “Ñürüm”');
    expect(reading.notices.some((notice) => notice.code === 'table.encoding')).toBe(encoding !== 'utf-8');
  });

  it.each([
    [';', 'a;b\n1,5;2,5\n'],
    ['\t', 'a\tb\n1,5\t2\n'],
    ['|', 'a|b\n1|2\n'],
    [',', 'a,b\n"x;y;z;w",2\n'],
    [';', 'sep=;\na;b\n1;2\n'],
    [',', 'solo\nuno\ndos\n'],
  ])('is divided by %j', async (delimiter, text) => {
    expect((await read(text)).delimiter).toBe(delimiter);
  });

  it('leaves out the line that only names the delimiter, and still counts it', async () => {
    const { sheets } = await read('sep=;\r\na;b\r\n1;2\r\n');
    expect(sheets[0]?.rows.map((row) => [row.number, row.line])).toEqual([
      [2, 2],
      [3, 3],
    ]);
  });

  it('names the line where a record begins, after texts of several lines and blank ones', async () => {
    const { sheets } = await read('a,b\n"uno\ndos",1\n\n,\nx,2\n');
    expect(sheets[0]?.rows.map((row) => [row.number, row.line])).toEqual([
      [1, 1],
      [2, 2],
      [5, 6],
    ]);
  });

  it('tells of rows that are longer or shorter than the headers', async () => {
    const { problems, notices } = await read('a,b\n1,2,3\n1\n1,2,\n');
    expect(problems).toEqual([
      { code: 'table.row-too-long', row: 2, line: 2, values: { expected: 2, found: 3 } },
    ]);
    expect(notices).toEqual([{ code: 'table.rows-too-short', row: 3, values: { rows: 1, expected: 2 } }]);
  });

  it('names the line where a quotation opens and never closes', async () => {
    const { problems, sheets } = await read('a,b\n1,"dos\n3,4\n');
    expect(problems).toEqual([{ code: 'table.open-quote', line: expect.any(Number) as number }]);
    expect(sheets[0]?.rows).toEqual([]);
  });

  it('takes a quotation mark inside a word as it is', async () => {
    expect(await texts('a,b\ntubo de 5" largo,1\n')).toEqual([
      ['a', 'b'],
      ['tubo de 5" largo', '1'],
    ]);
  });

  it('finds the headers under a title', async () => {
    const { sheets } = await read(
      'Población de Panamá 2023,,\n,,\ncodigo,nombre,poblacion\n01,Bocas,159228\n',
    );
    expect(sheets[0]?.headerRow).toBe(3);
  });

  it('survives ends of line of any kind', async () => {
    expect(await texts('a,b\r1,2\r')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it.each([
    ['', 'table.empty'],
    ['\n\n , \n', 'table.empty'],
    ['<!DOCTYPE html><table><tr><td>a</td></tr></table>', 'table.web-page'],
    ['a,b\u0000c\n', 'table.not-text'],
  ])('refuses %j', async (text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code });
  });

  it('refuses more rows than are taken on', async () => {
    await expect(read('a\n' + '1\n'.repeat(500_001))).rejects.toMatchObject({ code: 'table.too-many-cells' });
  }, 60_000);

  it('reads millions of blank rows as none', async () => {
    const { sheets } = await read('a,b\n1,2\n' + ',\n'.repeat(1_000_000));
    expect(sheets[0]?.rows).toHaveLength(2);
  }, 60_000);
});

describe.runIf(hasOutsideData)('the files that others wrote', () => {
  const files = ['panama', 'costa-rica'].flatMap((folder) =>
    hasOutsideData
      ? readdirSync(outsideData(folder))
          .filter((name) => name.endsWith('.csv'))
          .map((name) => `${folder}/${name}`)
      : [],
  );
  it.each(files)('%s is read whole', async (path) => {
    const bytes = readFileSync(outsideData(path));
    const reading = await readTable(bytes, { fileName: path });
    const [sheet] = reading.sheets;
    const lines = bytes.toString('utf8').trimEnd().split('\n').length;
    expect(sheet?.rows).toHaveLength(lines);
    expect(sheet?.headerRow).toBe(1);
    expect(reading.problems).toEqual([]);
  });
});
