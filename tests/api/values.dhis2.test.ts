import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '#domain/shared/fold.ts';
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
async function bring(content: string | Uint8Array, mapping: Mapping = {}, metadata?: string) {
  const metadataPath = metadata === undefined ? undefined : await kept(metadata);
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
    metadataPath,
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

const fixture = (name: string) => readFile(`tests/fixtures/dhis2/${name}`, 'utf8');
const said = (problems: Awaited<ReturnType<typeof bring>>['problems']) =>
  problems.map(({ code, row, field, values }) =>
    [code.replace('values.', ''), row, field, values?.['text']].filter((one) => one !== undefined).join(' '),
  );

describe('values of DHIS2 in XML, and ADX', () => {
  it('are named by the metadata: elements, places by code or name within what they lie in, and groups', async () => {
    const report = await bring(
      await fixture('values.xml'),
      { layout: { indicator: { kind: 'cell', header: 'dataElement', codes: { dedenuncia1: 'ROB' } } } },
      await fixture('metadata.json'),
    );
    expect(said(report.problems)).toEqual(['not-figures 6 dataElement Hay plan (deHayPlan01)']);
    const whole = await bring(
      await fixture('values.xml'),
      {
        layout: {
          indicator: {
            kind: 'cell',
            header: 'dataElement',
            codes: { dedenuncia1: 'ROB', dehayplan01: null },
          },
        },
      },
      await fixture('metadata.json'),
    );
    expect(whole).toMatchObject({ problems: [], written: 4 });
    expect(await last()).toEqual([
      'HOM 0101 month 2024-01-01 sex=f 2',
      'HOM 0101 month 2024-01-01 sex=m 0',
      'HOM 0103 month 2024-01-01 sex=f 5',
      'ROB 0101 quarter 2024-01-01  31',
    ]);
  });

  it('of ADX name their groups by attributes of their own, under any prefix', async () => {
    expect(await bring(await fixture('values.adx.xml'))).toMatchObject({ problems: [], written: 3 });
    expect(await last()).toEqual([
      'HOM 0101 month 2024-01-01 sex=f 2',
      'HOM 0101 month 2024-01-01 sex=m 0',
      'HOM 0103 month 2024-02-01 sex=f 7',
    ]);
  });

  it('come packed, with gzip or as the one file of an archive, and in UTF-16', async () => {
    const text = await fixture('values.adx.xml');
    const plain = text.replace('encoding="UTF-8"', 'encoding="UTF-16"');
    const forms = [
      gzipSync(text),
      zipSync({ 'values.adx.xml': new TextEncoder().encode(text) }),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(plain, 'utf16le')]),
    ];
    for (const form of forms) expect(await bring(form)).toMatchObject({ problems: [], written: 3 });
  });
});

describe('bad files of other systems', () => {
  const xml = (inside: string, head = '') =>
    `${head}<dataValueSet xmlns="http://dhis2.org/schema/dxf/2.0">${inside}</dataValueSet>`;
  const value = '<dataValue dataElement="HOM" period="2024" orgUnit="0101" value="1"/>';
  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "${'&lol;'.repeat(50)}">]>`;

  it.each([
    ['another root', '<eventos xmlns="x"><evento/></eventos>', 'dhis2.not-values'],
    ['another object', '{"events":[{"a":1}]}', 'dhis2.not-values'],
    ['metadata alone', '{"dataElements":[]}', 'dhis2.metadata-alone'],
    ['entities of its own', xml(value, laughs), 'dhis2.declares-entities'],
    ['an entity that nobody knows', xml('<dataValue dataElement="&xxe;"/>'), 'dhis2.unreadable'],
    ['an element that is not closed', xml(value).replace('</dataValueSet>', ''), 'dhis2.unreadable'],
    ['an object that is not closed', '{"dataValues":[{"dataElement":"HOM"}', 'dhis2.unreadable'],
    ['an element that is no JSON', '{"dataValues":[{"dataElement":HOM}]}', 'dhis2.unreadable'],
    ['text after the end', '{"dataValues":[]} y más', 'dhis2.unreadable'],
    ['deep nesting', xml('<a>'.repeat(5000) + '</a>'.repeat(5000)), 'dhis2.too-deep'],
    [
      'deep nesting of lists',
      `{"otro":${'['.repeat(5000)}${']'.repeat(5000)},"dataValues":[]}`,
      'dhis2.too-deep',
    ],
    ['a huge attribute', xml(`<dataValue comment="${'a'.repeat(600_000)}"/>`), 'dhis2.too-long'],
    ['a huge text', `{"dataValues":[{"comment":"${'a'.repeat(600_000)}"}]}`, 'dhis2.too-long'],
    [
      'an encoding that it is not in',
      xml('<!-- Ñandú -->', '<?xml version="1.0" encoding="ISO-8859-1"?>'),
      'dhis2.other-encoding',
    ],
    [
      'an encoding that nobody knows',
      xml(value, '<?xml version="1.0" encoding="klingon"?>'),
      'dhis2.other-encoding',
    ],
  ])('with %s are refused with their reason', async (_what, content, code) => {
    await expect(bring(content)).rejects.toMatchObject({ code });
  });

  it('in Latin 1 that say to be UTF-8 are refused, and those that say what they are are read', async () => {
    const latin = (head: string) =>
      Buffer.from(
        xml('<dataValue dataElement="HOM" period="2024" orgUnit="Ñandú del Norte" value="1"/>', head),
        'latin1',
      );
    await expect(bring(latin('<?xml version="1.0" encoding="UTF-8"?>'))).rejects.toMatchObject({
      code: 'dhis2.other-encoding',
    });
    const report = await bring(latin('<?xml version="1.0" encoding="ISO-8859-1"?>'));
    expect(report).toMatchObject({ problems: [], written: 1 });
  });

  it('that unpack without end are stopped', async () => {
    await expect(
      bring(gzipSync(`{"dataValues":[${'{"value":"0"},'.repeat(3_000_000)}{}]}`)),
    ).rejects.toMatchObject({
      code: 'table.unpacks-too-large',
    });
  });

  it('with wrong values are told all at once, each by the number of its value', async () => {
    const of = (given: object) => ({
      dataElement: 'HOM',
      period: '2024',
      orgUnit: '0101',
      value: '1',
      ...given,
    });
    const report = await bring(
      json([
        of({ value: '-3' }),
        of({ period: '2024April' }),
        of({ period: '2024WedW3' }),
        of({ period: 'ayer' }),
        of({ orgUnit: 'Valle Nuevo' }),
        of({ orgUnit: '0104', value: '3.5' }),
        of({ period: '2023', value: '4' }),
        of({ period: '2023', value: '5' }),
        of({ period: '2022', value: 'true' }),
        of({ period: '2021', categoryOptionCombo: 'sex=f' }),
        of({ dataElement: '', value: '8' }),
      ]),
    );
    expect(report.written).toBe(0);
    expect(said(report.problems)).toEqual([
      'negative-count 1 value -3',
      'period-unheld 2 period 2024April',
      'period-unheld 3 period 2024WedW3',
      'not-a-period 4 period ayer',
      'not-whole 6 value 3.5',
      'told-twice 8 value',
      'yes-or-no 9 value true',
      'unknown-indicator 11 dataElement ',
      'unknown-place 5 orgUnit Valle Nuevo',
      'mixed-crossings 10 HOM',
    ]);
  });

  it('twice the same write nothing the second time', async () => {
    const mapping: Mapping = {
      settings: { source: { id: 'dos-veces', title: 'Dos veces', publisher: null } },
    };
    const text = json([{ dataElement: 'HOM', period: '20240131', orgUnit: '0101', value: '3' }]);
    expect(await bring(text, mapping)).toMatchObject({ written: 1, same: 0 });
    expect(await bring(text, mapping)).toMatchObject({ written: 0, same: 1 });
  });
});

describe('a file of another system, step by step', () => {
  it('is described, its elements become indicators where somebody says so, and it is brought in and taken back', async () => {
    const analyst = (await app.holder('analista', [{ role: 'national-analyst', code: 'XA' }])).call;
    const municipality = (await app.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }])).call;
    const sent = await analyst('POST', '/api/value-imports?territory=XA&fileName=valores.xml', {
      bytes: Buffer.from(await fixture('values.xml')),
      mediaType: 'application/xml',
    });
    expect(sent.body).toMatchObject({
      stage: 'open',
      format: 'dhis2-xml',
      metadata: null,
      proposals: [],
      left: { deleted: 1, followedUp: 1, comments: 1 },
    });
    expect(sent.body.places.map(({ text }: { text: string }) => text)).toEqual([
      'ouSanta0001',
      'ouAlamo0001',
    ]);
    const at = `/api/value-imports/${sent.body.id}`;
    const describe = (text: string, version: number, who = analyst) =>
      who('PUT', `${at}/metadata?fileName=metadatos.json`, {
        version,
        bytes: Buffer.from(text),
        mediaType: 'application/json',
      });
    const wrong = await describe('{"dataValues":[]}', sent.body.version);
    expect([wrong.status, wrong.body.code]).toEqual([422, 'dhis2.not-metadata']);
    expect((await describe(await fixture('metadata.json'), sent.body.version, municipality)).status).toBe(
      404,
    );

    const described = await describe(await fixture('metadata.json'), sent.body.version);
    expect(described.body).toMatchObject({
      places: [],
      metadata: { fileName: 'metadatos.json', elements: 5, places: 4, crossings: 4, indicators: 1, sets: 1 },
      proposals: [
        {
          element: 'deDenuncia1',
          code: 'VIO-DENUNCIAS',
          title: 'Denuncias de amenazas',
          composition: 'count',
          unit: null,
        },
      ],
    });
    const accept = (elements: string[], version: number) =>
      analyst('POST', `/api/value-imports/${sent.body.id}/indicators`, {
        version,
        body: { elements, topic: 'other', direction: 'down', unit: 'denuncias', countsPeople: true },
      });
    const answer = await accept(['deHayPlan01'], described.body.version);
    expect([answer.status, answer.body.code]).toEqual([422, 'values.not-proposed']);
    const accepted = await accept(['deDenuncia1'], described.body.version);
    expect(accepted.body).toMatchObject({ proposals: [], counts: { values: 4 } });
    const made = await app.visitor('GET', '/api/indicators/VIO-DENUNCIAS');
    expect(made.body).toMatchObject({
      title: 'Denuncias de amenazas',
      composition: 'count',
      countsPeople: true,
    });

    const { layout, settings, version } = accepted.body;
    const codes = { ...layout.indicator.codes, [fold('deHayPlan01')]: null };
    const mapped = await analyst('PUT', `${at}/layout`, {
      version,
      body: { layout: { ...layout, indicator: { ...layout.indicator, codes } }, settings },
    });
    expect(mapped.body).toMatchObject({ problems: [], layoutOrigin: 'given' });
    const applied = await analyst('POST', `${at}/application`, { version: mapped.body.version });
    expect(applied.body).toMatchObject({ stage: 'applied', written: 4 });

    const next = await analyst('POST', '/api/value-imports?territory=XA&fileName=otro.json', {
      bytes: Buffer.from(json([{ dataElement: 'deDenuncia1', period: '2024Q2', orgUnit: '0101', value: 8 }])),
      mediaType: 'application/json',
    });
    expect(next.body).toMatchObject({ layoutOrigin: 'remembered', problems: [], counts: { values: 1 } });

    const taken = await analyst('POST', `${at}/revocation`, { version: applied.body.version });
    expect(taken.body.stage).toBe('revoked');
  });

  it('takes no metadata where the file is a table, or is no longer open', async () => {
    const analyst = (await app.holder('otra', [{ role: 'national-analyst', code: 'XA' }])).call;
    const sent = await analyst('POST', '/api/value-imports?territory=XA&fileName=tabla.csv', {
      bytes: Buffer.from('comuna,año,casos\nSanta Fe,2024,3\n'),
      mediaType: 'text/csv',
    });
    const answer = await analyst('PUT', `/api/value-imports/${sent.body.id}/metadata`, {
      version: sent.body.version,
      bytes: Buffer.from(await fixture('metadata.json')),
      mediaType: 'application/json',
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'values.no-exchange-file']);
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
