import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mapping } from '#domain/values/import/mapping-schema.ts';
import { exportValues } from '#services/values/export-values.ts';
import { importFiguresFile } from '#services/value-imports/import-figures-file.ts';
import { makeValuesWorld, type ValuesWorld } from '../values-world.ts';

let app: ValuesWorld;
let folder = '';
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dhis2-'));
  app = await makeValuesWorld();
  await app.indicator('HOM', { title: 'Homicidios' });
  await app.indicator('ROB', { title: 'Robos' });
}, 120_000);
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
});

async function kept(content: string | Uint8Array): Promise<string> {
  count += 1;
  const path = join(folder, `valores-${count}`);
  await writeFile(path, content);
  return path;
}
async function bring(content: string | Uint8Array, mapping: Mapping = {}, metadata?: object) {
  return importFiguresFile(app.context, {
    path: await kept(content),
    fileName: 'valores',
    territory: 'XA',
    mapping: {
      settings: {
        source: { id: `fuente-${count}`, title: 'Otro sistema', publisher: null },
        isPublished: true,
      },
      ...mapping,
    },
    metadataPath: metadata === undefined ? undefined : await kept(JSON.stringify(metadata)),
    apply: true,
  });
}
const json = (dataValues: object[], rest: object = {}) => JSON.stringify({ ...rest, dataValues });
/** What a source tells, one text a figure. */
async function told(source: string): Promise<string[]> {
  const rows = await app.database.owner
    .selectFrom('data_value as v')
    .innerJoin('series as s', 's.id', 'v.series_id')
    .innerJoin('indicator as i', 'i.id', 's.indicator_id')
    .innerJoin('territory as t', 't.id', 'v.territory_id')
    .innerJoin('disaggregation as d', 'd.id', 'v.disaggregation_id')
    .where('s.source_id', '=', source)
    .select(['i.code', 't.code as place', 's.period_kind', 'v.period', 'd.key', 'v.value'])
    .execute();
  return rows
    .map((row) => `${row.code} ${row.place} ${row.period_kind} ${row.period} ${row.key} ${row.value}`)
    .toSorted();
}
const last = () => told(`fuente-${count}`);

describe('values of DHIS2 in JSON', () => {
  it('are brought in by code, each by the period that it tells', async () => {
    const report = await bring(
      json([
        { dataElement: 'HOM', period: '202401', orgUnit: '0101', value: '3' },
        { dataElement: 'HOM', period: '2024Q1', orgUnit: '0101', value: 7 },
        {
          dataElement: 'ROB',
          period: '2023',
          orgUnit: 'XA-0102',
          categoryOptionCombo: 'HllvX50cXC0',
          value: '0',
        },
        { dataElement: 'HOM', period: '202402', orgUnit: '0101', value: '' },
      ]),
    );
    expect(report).toMatchObject({ problems: [], rows: 4, written: 3 });
    expect(await last()).toEqual([
      'HOM 0101 month 2024-01-01  3',
      'HOM 0101 quarter 2024-01-01  7',
      'ROB 0102 year 2023-01-01  0',
    ]);
  });

  it('say once for all of them where and when they are, also below the values', async () => {
    const report = await bring(
      '{"dataValues":[{"dataElement":"HOM","value":"4"}],"orgUnit":"0101","period":"202405","completeDate":"2024-06-01"}',
    );
    expect(report.problems).toEqual([]);
    expect(await last()).toEqual(['HOM 0101 month 2024-05-01  4']);
  });
});

describe('figures for other systems', () => {
  it('leave in each format and come back as the same figures', async () => {
    const series = await app.series({
      indicatorId: await app.indicator('VIF', { title: 'Violencia en la familia' }),
      grain: ['sex'],
      isPublished: true,
    });
    await app.write(series, [
      { at: '0101', on: '2024-01-01', value: 3, parts: { sex: 'f' } },
      { at: '0101', on: '2024-01-01', value: 0, parts: { sex: 'm' } },
      { at: '0103', on: '2024-02-01', value: 12, parts: { sex: 'f' } },
      { at: '0103', on: '2024-02-01', state: 3, parts: { sex: 'm' } },
    ]);
    await app.drain();
    for (const format of ['dhis2-json', 'dhis2-csv', 'dhis2-xml', 'adx'] as const) {
      const file = await exportValues(app.context, { indicator: 'VIF', format, by: 'sex', level: '2' });
      const back = await bring(file.bytes);
      expect(back.problems, format).toEqual([]);
      expect(await last(), format).toEqual([
        'VIF 0101 month 2024-01-01 sex=f 3',
        'VIF 0101 month 2024-01-01 sex=m 0',
        'VIF 0103 month 2024-02-01 sex=f 12',
      ]);
    }
  });
});
