import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Refusal } from '#domain/shared/refusal.ts';
import { getTerritory } from '#services/territories/get-territory.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { startApp, type TestApp } from '../server.ts';

const original = 'tests/fixtures/packs/XA';
const scratch = mkdtempSync(join(tmpdir(), 'articula-pack-'));
let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  await loadPack(app.context, { folder: original });
});
afterAll(async () => {
  await app.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** A copy of the invented country with other words in some of its files. */
function variant(name: string, changes: Readonly<Record<string, (text: string) => string>>): string {
  const folder = join(scratch, name);
  cpSync(original, folder, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }
  return folder;
}

const renamed = (text: string) => text.replaceAll('xa.', 'xb.').replaceAll('xa-', 'xb-');
/** Everything that is named across countries, under names of its own. */
const ownNames = Object.fromEntries(
  readdirSync(original)
    .filter((file) => file.endsWith('.csv'))
    .map((file) => [file, renamed]),
);

const people = (text: string) => renamed(text).replace('XA,2020', 'XB,2020');

/** The same country under another code, with its numbers from another first one. */
const other = (base: string) => ({
  'manifest.json': (text: string) => text.replace('"XA"', '"XB"').replace('900000000', base),
  'populations.csv': (text: string) => text.replace('XA,2020', 'XB,2020'),
});

const refusalOf = (folder: string) =>
  loadPack(app.context, { folder }).then(
    () => null,
    (problem: Refusal) => problem,
  );

const numbers = async () => {
  const rows = await app.database.owner
    .selectFrom('territory')
    .select(['id', 'last_id', 'code', 'parent_id'])
    .where('country', '=', 'XA')
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.code, row]));
};

describe('loading a pack again', () => {
  it('doubles nothing and numbers nothing anew', async () => {
    const count = async () => {
      const tables = [
        'territory',
        'territory_alias',
        'territory_population',
        'territory_succession',
        'territory_closure',
      ] as const;
      const counts = tables.map((table) =>
        app.database.owner
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<string>().as('n'))
          .executeTakeFirstOrThrow(),
      );
      return (await Promise.all(counts)).map(({ n }) => n);
    };
    const [before, places] = [await count(), await numbers()];
    const loaded = await loadPack(app.context, { folder: original });
    expect(loaded.territories).toEqual({ added: 0, changed: 0, unchanged: 9, kept: [] });
    expect([await count(), await numbers()]).toEqual([before, places]);
  });

  it('that is newer brings what is new beside what was there', async () => {
    const before = await numbers();
    const newer = variant('newer', {
      'manifest.json': (text) => text.replace('"packVersion": "1"', '"packVersion": "2"'),
      'territories.csv': (text) =>
        `${text.replace('Puerto Viejo', 'Puerto Nuevo')}03,Región Nueva,region,,XA-3,,,,,,xa.law,\n0000,Primera,commune,03,,,,,,,xa.law,\n`,
      'aliases.csv': (text) => `${text}0202,Puerto Viejo,former,xa.law\n`,
    });
    const loaded = await loadPack(app.context, { folder: newer });
    expect(loaded).toMatchObject({ version: '2', territories: { added: 2, changed: 1, unchanged: 8 } });
    const after = await numbers();
    for (const [code, row] of before) expect(after.get(code)).toEqual(row);
    expect(after.get('0000')?.parent_id).toBe(after.get('03')?.id);
    const renamed = await getTerritory(app.context, { reference: 'XA-0202' });
    expect(renamed).toMatchObject({ name: 'Puerto Nuevo', version: 2 });
    expect(
      (await getTerritory(app.context, { reference: 'XA-0000' })).ancestors.map((one) => one.reference),
    ).toEqual(['XA', 'XA-03']);
  });

  it('that is older is refused', async () => {
    expect(await refusalOf(original)).toMatchObject({
      code: 'territories.older-pack',
      details: { values: { loaded: '2', given: '1' } },
    });
  });

  it('that moves a territory is refused, and nothing of it is saved', async () => {
    const moved = variant('moved', {
      'manifest.json': (text) => text.replace('"packVersion": "1"', '"packVersion": "3"'),
      'territories.csv': (text) =>
        text
          .replace('0202,Puerto Viejo,commune,02', '0202,Puerto Viejo,commune,01')
          .replace('Costa Brava', 'Costa Mansa'),
    });
    const refusal = await refusalOf(moved);
    expect(refusal?.details.problems).toMatchObject([
      { code: 'territories.moved', sheet: 'territories.csv', field: 'parent_code' },
    ]);
    expect((await getTerritory(app.context, { reference: 'XA-02' })).name).toBe('Costa Brava');
  });
});

describe('another country', () => {
  it('is a folder of data, and may not have the numbers of one that is there', async () => {
    expect((await refusalOf(variant('clash', other('900000000'))))?.details.problems).toMatchObject([
      { code: 'territories.number-base-taken', values: { country: 'XA' } },
    ]);
    const sources = await refusalOf(variant('sources', other('910000000')));
    expect(sources?.details.problems).toContainEqual(
      expect.objectContaining({ code: 'territories.source-taken', sheet: 'sources.csv', row: 2 }),
    );
    const folder = variant('third', { ...other('910000000'), ...ownNames, 'populations.csv': people });
    expect(await refusalOf(folder)).toBeNull();
    expect((await getTerritory(app.context, { reference: 'XB-0101' })).name).toBe('Santa Fe');
    expect((await getTerritory(app.context, { reference: 'XA-0101' })).name).toBe('Santa Fe');
  });
});

describe('a pack with faults', () => {
  it('is refused with all of them, and leaves no country behind', async () => {
    const broken = variant('broken', {
      'manifest.json': (text) => text.replace('"XA"', '"XC"').replace('900000000', '920000000'),
      'territories.csv': (text) =>
        `${text}801,Sin cero,commune,02,,,,,,,xa.law,\n01,Repetida,region,,,,,,,,xa.law,\n`,
    });
    const refusal = await refusalOf(broken);
    expect(refusal?.details.problems?.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'territories.code-unlike-kind',
        'territories.code-twice',
        'territories.unknown-code',
      ]),
    );
    const { body } = await app.visitor('GET', '/api/countries');
    expect(body.items.map((country: { code: string }) => country.code)).not.toContain('XC');
  });
});
