import { parse } from 'csv-parse/sync';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actorsPackFiles, readActorsPack } from '#formats/actors/read-actors-pack.ts';
import { home, listFiles, read } from './tree.ts';

type Row = Readonly<Record<string, string>>;

const folders = ['packs', 'tests/fixtures/packs'].flatMap((folder) =>
  readdirSync(join(home, folder))
    .filter((code) => code !== 'instruments' && code !== 'indicators')
    .map((code) => `${folder}/${code}`),
);

function rowsOf(path: string): Row[] {
  return existsSync(join(home, path))
    ? parse(read(path), { columns: true, bom: true, skip_empty_lines: true })
    : [];
}

/** Sources named in a row: one, or several joined by semicolons. */
function sourcesOf(row: Row): string[] {
  return (row['source'] ?? '')
    .split(';')
    .map((id) => id.trim())
    .filter(Boolean);
}

describe.each(folders)('the pack %s', (folder) => {
  const files = listFiles(folder);
  const tables = files.filter((path) => path.endsWith('.csv'));
  // What is under example/ is invented for the demonstration, and never shown as a fact.
  const facts = tables.filter((path) => !/\/sources(-\w+)?\.csv$|\/example\//.test(path));
  const sources = tables.filter((path) => /\/sources(-\w+)?\.csv$/.test(path)).flatMap(rowsOf);
  const known = new Set(sources.map(({ id }) => id));

  it('is data: tables, a manifest and its sources in words, never code', () => {
    expect(files.filter((path) => !/\.(csv|json|md)$/.test(path))).toEqual([]);
    expect(files).toContain(`${folder}/SOURCES.md`);
    expect(files).toContain(`${folder}/manifest.json`);
  });

  it('has a manifest of the folder’s own country', () => {
    const manifest = JSON.parse(read(`${folder}/manifest.json`)) as Record<string, unknown>;
    expect(manifest['code']).toBe(folder.split('/').at(-1));
  });

  it('has tables whose every row fits its header', () => {
    for (const path of tables) expect(() => rowsOf(path), path).not.toThrow();
  });

  it('names a source for every fact', () => {
    const bare = facts.flatMap((path) =>
      rowsOf(path).flatMap((row, index) => (sourcesOf(row).length === 0 ? [`${path}:${index + 2}`] : [])),
    );
    expect(bare).toEqual([]);
  });

  it('names only sources that it describes', () => {
    const unknown = facts.flatMap((path) =>
      rowsOf(path).flatMap((row, index) =>
        sourcesOf(row)
          .filter((id) => !known.has(id))
          .map((id) => `${path}:${index + 2}: ${id}`),
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('describes each source once, with a title and whether it was verified', () => {
    const ids = sources.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const vague = sources.filter((row) => !row['title'] || !/^(true|false)$/.test(row['verified'] ?? ''));
    expect(vague.map(({ id }) => id)).toEqual([]);
  });

  it('names only territories that it has', () => {
    const codes = new Set([
      folder.split('/').at(-1),
      '',
      ...rowsOf(`${folder}/territories.csv`).map(({ code }) => code),
    ]);
    const columns = ['territory', 'parent_code'];
    const unknown = facts.flatMap((path) =>
      rowsOf(path).flatMap((row, index) =>
        columns.flatMap((column) =>
          codes.has(row[column] ?? '') ? [] : [`${path}:${index + 2}: ${row[column]}`],
        ),
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('says of actors only what the format knows', () => {
    const texts = Object.fromEntries(
      actorsPackFiles.map((file) => [
        file,
        files.includes(`${folder}/${file}`) ? read(`${folder}/${file}`) : '',
      ]),
    );
    expect(readActorsPack(texts).problems).toEqual([]);
  });
});
