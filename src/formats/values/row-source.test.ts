import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTable } from '../tables/index.ts';
import { openRows, type RowSource } from './row-source.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rows-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function opened(
  bytes: Uint8Array,
  wanted: { sheet?: string; headerRow?: number } = {},
): Promise<RowSource> {
  const path = join(folder, 'figures');
  await writeFile(path, bytes);
  return openRows(path, { fileName: 'figures', ...wanted });
}
const all = async (source: RowSource) => {
  const rows: unknown[] = [];
  for await (const { row, cells } of source.rows()) rows.push([row, ...cells]);
  return rows;
};

describe('a file of figures', () => {
  it('is read row by row, below the headers, as often as asked', async () => {
    const source = await opened(
      Buffer.from('Homicidios 2024\n\nprovincia;mes;casos\nPanamá;enero;3\nColón;enero;0\n'),
    );
    expect(source).toMatchObject({ delimiter: ';', headerRow: 3, headers: ['provincia', 'mes', 'casos'] });
    const rows = [
      [4, 'Panamá', 'enero', '3'],
      [5, 'Colón', 'enero', '0'],
    ];
    expect(await all(source)).toEqual(rows);
    expect(await all(source)).toEqual(rows);
  });

  it('may be packed, and of another encoding', async () => {
    const text = 'provincia,casos\nColón,3\nDarién,1\n';
    expect(await all(await opened(gzipSync(text)))).toHaveLength(2);
    const old = await opened(iconv.encode(text, 'windows-1252'));
    expect(old.encoding).toBe('windows-1252');
    expect((await all(old))[0]).toEqual([2, 'Colón', '3']);
    const wide = await opened(iconv.encode(text, 'utf-16le', { addBOM: true }));
    expect((await all(wide))[1]).toEqual([3, 'Darién', '1']);
  });

  it('tells repeated headers apart', async () => {
    expect((await opened(Buffer.from('lugar,total,total\nColón,1,2\n'))).headers).toEqual([
      'lugar',
      'total',
      'total #2',
    ]);
  });

  it('may be a workbook, with the sheet that somebody names', async () => {
    const columns = [
      { key: 'lugar', header: 'lugar' },
      { key: 'casos', header: 'casos' },
    ];
    const bytes = await writeTable(
      [
        { name: 'Portada', columns, rows: [{ lugar: 'x', casos: 'y' }] },
        {
          name: 'Datos',
          columns,
          rows: [
            { lugar: 'Colón', casos: 3 },
            { lugar: 'Darién', casos: 1 },
          ],
        },
      ],
      'xlsx',
    );
    const source = await opened(bytes);
    expect(source).toMatchObject({ format: 'xlsx', sheet: 'Datos' });
    expect(await all(source)).toHaveLength(2);
    expect((await opened(bytes, { sheet: 'Portada' })).sample).toHaveLength(1);
  });

  it('that is none is refused for what it is', async () => {
    await expect(opened(Buffer.from('%PDF-1.7'))).rejects.toMatchObject({ code: 'table.pdf' });
    await expect(opened(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 1, 2, 3]))).rejects.toMatchObject({
      code: 'table.unreadable',
    });
    await expect(opened(Buffer.from(''))).rejects.toMatchObject({ code: 'table.empty' });
  });
});
