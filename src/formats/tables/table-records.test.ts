import { describe, expect, it } from 'vitest';
import { ministryWorkbook } from '../../../tests/fixtures/tables/workbooks.ts';
import { parseDay, parseInteger, parseNumber } from './parse-cell.ts';
import { readTable } from './read-table.ts';
import { type ColumnSpec, tableRecords } from './table-records.ts';

const columns = [
  { key: 'code', headers: ['código', 'code'], kind: 'code', required: true },
  { key: 'name', headers: ['nombre', 'name'], kind: 'text', required: true, maximumLength: 10 },
  { key: 'people', headers: ['población', 'population'], kind: 'integer' },
  { key: 'since', headers: ['desde', 'since'], kind: 'day' },
  { key: 'active', headers: ['activa', 'active'], kind: 'yes-no' },
  {
    key: 'level',
    headers: ['nivel', 'level'],
    kind: 'choice',
    choices: { national: ['nacional'], local: ['local', 'comunal'] },
  },
] as const satisfies readonly ColumnSpec[];

const records = async (text: string) => {
  const reading = await readTable(new TextEncoder().encode(text), { fileName: 'x.csv' });
  const [sheet] = reading.sheets;
  if (!sheet) throw new Error('no sheet');
  return tableRecords(sheet, columns);
};

describe('records of a table', () => {
  it('are found by header in any order, language, case and accent', async () => {
    const { records: found, problems } = await records(
      'LEVEL;Población;CODIGO *;Name\ncomunal;1.234;0801;Arraiján\n',
    );
    expect(problems).toEqual([]);
    expect(found[0]).toMatchObject({
      row: 2,
      line: 2,
      values: { code: '0801', name: 'Arraiján', people: 1234, since: null, active: null, level: 'local' },
      cells: { code: { text: '0801', type: 'text', address: 'C2' } },
    });
  });

  it('come with every problem at once, each with row, line, cell and field', async () => {
    const { problems } = await records(
      'codigo,nombre,poblacion,desde,activa,nivel\n,Nombre muy largo,doce,31/02/2026,quizás,regional\n',
    );
    expect(problems.map(({ code, row, line, cell, field }) => [code, row, line, cell, field])).toEqual([
      ['table.required', 2, 2, 'A2', 'code'],
      ['table.too-long', 2, 2, 'B2', 'name'],
      ['table.not-a-number', 2, 2, 'C2', 'people'],
      ['table.not-a-day', 2, 2, 'D2', 'since'],
      ['table.not-yes-or-no', 2, 2, 'E2', 'active'],
      ['table.not-a-choice', 2, 2, 'F2', 'level'],
    ]);
    expect(problems.at(-1)?.values).toEqual({
      header: 'nivel',
      text: 'regional',
      choices: 'nacional, local',
    });
  });

  it('tell which column is missing, there twice, or not known', async () => {
    const { problems, notices } = await records('codigo,code,zona\n1,2,3\n');
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['table.column-twice', 'code'],
      ['table.missing-column', 'name'],
    ]);
    expect(notices).toMatchObject([{ code: 'table.unknown-column', cell: 'C1', values: { header: 'zona' } }]);
  });

  it('are found under headers that the eye would have missed', async () => {
    const { records: found, headerRow } = await records('Informe,2026,x\ncodigo,nombre,activa\n01,Uno,sí\n');
    expect(headerRow).toBe(2);
    expect(found[0]?.values).toMatchObject({ code: '01', name: 'Uno', active: true });
  });

  it('keep the number that a spreadsheet made of a code, so that it can be questioned', async () => {
    const { sheets } = await readTable(await ministryWorkbook());
    const [sheet] = sheets;
    if (!sheet) throw new Error('no sheet');
    const { records: found } = tableRecords(sheet, [{ key: 'code', headers: ['código'], kind: 'code' }]);
    expect(
      found.map((record) => [record.cells.code.address, record.cells.code.type, record.values.code]),
    ).toEqual([
      ['B5', 'text', '0810'],
      ['B6', 'number', '801'],
      ['B7', 'text', '0301'],
    ]);
  });
});

const text = (written: string) => ({ text: written, type: 'text' }) as const;

describe('a number as people write it', () => {
  it.each([
    ['12', 12],
    ['-79.512', -79.512],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1,234,567', 1_234_567],
    ['1 234 567,25', 1_234_567.25],
    ['0,125', 0.125],
    ['12,5 %', 0.125],
    ['−3', -3],
  ])('%s is %d', (written, value) => {
    expect(parseNumber(text(written))).toEqual({ value });
  });

  it.each([
    ['1,234', 'table.ambiguous-number'],
    ['doce', 'table.not-a-number'],
    ['1.2.3', 'table.not-a-number'],
    ['', 'table.not-a-number'],
    ['0x10', 'table.not-a-number'],
    ['Infinity', 'table.not-a-number'],
  ])('%s is questioned', (written, fault) => {
    expect(parseNumber(text(written))).toEqual({ fault });
  });

  it('counts whole things in thousands', () => {
    expect(parseInteger(text('364.000'))).toEqual({ value: 364_000 });
    expect(parseInteger(text('364,000'))).toEqual({ value: 364_000 });
    expect(parseInteger(text('1.5'))).toEqual({ fault: 'table.not-whole' });
    expect(parseInteger({ text: '1.234', type: 'number' })).toEqual({ fault: 'table.not-whole' });
  });

  it('reads a day with the day first', () => {
    expect(parseDay(text('5/1/2026'))).toEqual({ value: '2026-01-05' });
    expect(parseDay(text('2026-01-05 00:00'))).toEqual({ value: '2026-01-05' });
    expect(parseDay(text('1/15/2026'))).toEqual({ fault: 'table.not-a-day' });
    expect(parseDay({ text: '46037', type: 'number' })).toEqual({ fault: 'table.not-a-day' });
  });
});
