import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '#domain/shared/fold.ts';
import type { Mapping } from '#domain/values/import/mapping-schema.ts';
import { importFiguresFile } from '#services/value-imports/import-figures-file.ts';
import { hasOutsideData, outsideData } from '../outside-data.ts';
import { makeValuesWorld, type ValuesWorld } from '../values-world.ts';

let app: ValuesWorld;

type Element = { id: string; name: string; valueType: string };

beforeAll(async () => {
  if (!hasOutsideData) return;
  app = await makeValuesWorld();
  const { owner } = app.database;
  for (const [position, code] of ['0-4', '5-14', '15+'].entries())
    await owner
      .insertInto('dimension_category')
      .values({ dimension: 'age', code, title: code, title_en: code, position: position + 10 })
      .execute();
  for (const code of ['UNO', 'DOS', 'TRES']) await app.indicator(code);
}, 120_000);
afterAll(() => app?.stop());

const bring = (name: string, mapping: Mapping = {}, metadata?: string) =>
  importFiguresFile(app.context, {
    path: outsideData(`dhis2/${name}`),
    fileName: name,
    territory: 'XA',
    mapping: {
      settings: { source: { id: fold(name).replaceAll(' ', '-'), title: name, publisher: null } },
      ...mapping,
    },
    metadataPath: metadata === undefined ? undefined : outsideData(`dhis2/${metadata}`),
    apply: true,
  });
type Report = Awaited<ReturnType<typeof bring>>;
/** Each kind of problem with the texts that it is about. */
const said = ({ problems }: Report) =>
  Object.fromEntries(
    [...Map.groupBy(problems, ({ code }) => code.replace('values.', ''))].map(([code, some]) => [
      code,
      some.map(({ values }) => values?.['text'] ?? ''),
    ]),
  );
const elements = (codes: Record<string, string | null>): Mapping['layout'] => ({
  indicator: {
    kind: 'cell',
    header: 'dataElement',
    codes: Object.fromEntries(Object.entries(codes).map(([id, code]) => [fold(id), code])),
  },
});
const places = { DiszpKrYNg8: '0101', BdfsJfj87js: '0201' };
const three = elements({ f7n9E0hX8qk: 'UNO', Ix2HsbDMLea: 'DOS', eY5ehpbEsB7: 'TRES' });

describe.runIf(hasOutsideData)('files of DHIS2 that others wrote', () => {
  it('dataValueSetJ.json: its element and its place are asked about, all at once, and then it is imported', async () => {
    const silent = await bring('dataValueSetJ.json');
    expect(said(silent)).toEqual({
      'unknown-indicator': ['f7n9E0hX8qk'],
      'unknown-place': ['DiszpKrYNg8'],
    });
    expect(await bring('dataValueSetJ.json', { places, layout: three })).toMatchObject({
      problems: [],
      written: 1,
    });
  });

  it('dataValueSetB in CSV and in XML: the same twelve values', async () => {
    for (const name of ['dataValueSetB.csv', 'dataValueSetB.xml']) {
      expect(said(await bring(name, { layout: three })), name).toEqual({
        'unknown-place': ['DiszpKrYNg8', 'BdfsJfj87js'],
      });
      expect(await bring(name, { places, layout: three }), name).toMatchObject({ problems: [], written: 12 });
    }
  });

  it('dataValueSetACatCombo.xml: its root says when and where; its crossings are asked about and settled by hand', async () => {
    const name = 'dataValueSetACatCombo.xml';
    expect(said(await bring(name, { places, layout: three }))).toEqual({
      'unknown-crossing': ['kjuiHgy67hg', 'Gad33qy67g5'],
    });
    const crossings = [
      {
        header: 'categoryOptionCombo',
        texts: { kjuihgy67hg: { sex: 'f' }, gad33qy67g5: { sex: 'm' } },
      },
    ];
    expect(await bring(name, { places, layout: { ...three, crossings } })).toMatchObject({
      problems: [],
      written: 3,
    });
  });

  it('dataValueSetBooleanTest.csv: what is yes or no, or a text, is no figure', async () => {
    const report = await bring('dataValueSetBooleanTest.csv', {
      places,
      layout: elements({ jH26dja2f30: 'UNO', jH26dja2f31: 'DOS' }),
    });
    expect(report.written).toBe(0);
    expect(said(report)).toEqual({
      'yes-or-no': ['true', 'True', 'false', 'False', 'true', 'True', 'false'],
      'not-a-number': ['f', 'F', 't', 'T', 'test', 'not true', 't', 'test'],
    });
    expect(report.problems[0]).toMatchObject({ row: 2, cell: 'F2', field: 'value' });
  });

  it('dataValues.csv: four columns, months with a dash, and blanks before its quotes', async () => {
    const ids = ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `deabcdefgh${letter}`);
    const open = await bring('dataValues.csv');
    expect(said(open)['unknown-indicator']).toEqual(expect.arrayContaining(ids));
    expect(said(open)['unknown-place']).toEqual(['A', 'B', 'C', 'D', 'E'].map((one) => `ouabcdefgh${one}`));
  });

  it('dataValues_bulk.json: without metadata its marks are asked about; with them nothing but what is no figure', async () => {
    const name = 'dataValues_bulk.json';
    const bare = said(await bring(name));
    expect(bare['unknown-place']).toEqual(['O6uvpzGd5pu']);
    expect(bare['unknown-indicator']).toHaveLength(73);
    expect(bare['unknown-crossing']).toHaveLength(12);

    const { dataElements } = JSON.parse(await readFile(outsideData('dhis2/metadata.json'), 'utf8')) as {
      dataElements: Element[];
    };
    const counted = dataElements.filter(({ valueType }) => valueType !== 'BOOLEAN');
    for (const [index, { name: title }] of counted.entries()) await app.indicator(`D${index}`, { title });
    const settled = { O6uvpzGd5pu: '02' };
    const named = await bring(name, { places: settled }, 'metadata.json');
    expect(said(named)).toEqual({
      'not-figures': expect.arrayContaining([expect.any(String)]),
      'unknown-crossing': [
        'TA Active foci (Ngi3BgUod0E)',
        'TA Residual foci (WPJQS4ogrRm)',
        'TA Cleared-up foci (gjWSzL7cfIe)',
      ],
    });
    expect(said(named)['not-figures']).toHaveLength(9);

    const left = dataElements.filter(({ valueType }) => valueType === 'BOOLEAN').map(({ id }) => [id, null]);
    const foci = { ngi3bguod0e: null, wpjqs4ogrrm: null, gjwszl7cfie: null };
    const layout = {
      ...elements(Object.fromEntries(left) as Record<string, null>),
      crossings: [{ header: 'categoryOptionCombo', texts: foci }],
    };
    const whole = await bring(name, { places: settled, layout }, 'metadata.json');
    expect(whole.problems).toEqual([]);
    expect(whole.written).toBeGreaterThan(150);
  });

  it('importA.adx.xml: groups by name or by crossing; a text is not taken for a zero', async () => {
    const name = 'importA.adx.xml';
    const layout = elements({ 'Malaria numeric': 'UNO', 'Malaria text': 'DOS' });
    const report = await bring(name, { places: { '123': '0101', '456': '0201' }, layout });
    expect(report.written).toBe(0);
    expect(said(report)).toEqual({
      'annotated-zero': ['Text data value'],
      'unknown-crossing': [
        'Sex_category=FFFFFFFFFFF&Age_category=under555555',
        'Sex_category=MMMMMMMMMMM&Age_category=under555555',
        'FOver555555',
        'MOver555555',
        'Mechanism_category=PEPFARRRRRR',
        'Sex_category=FFFFFFFFFFF&Age_category=over5555555',
        'Mechanism_category=McDonaldsss',
        'cocMcDonald',
      ],
    });
  });

  it('adx_data_sample1.xml: one value under two funders, and a remark on a zero', async () => {
    const layout = elements({ MAL01: 'UNO', MAL02: 'DOS', MAL03: 'TRES', MAL04: null });
    const report = await bring('adx_data_sample1.xml', { places: { '342': '0101' }, layout });
    expect(said(report)).toEqual({
      'unknown-crossing': ['McDonalds'],
      'annotated-zero': ['Some qualifying text here on the datavalue'],
    });
  });

  it('metadata alone are refused: they describe, and bring no figures', async () => {
    for (const name of [
      'metadata.json',
      'metadata_with_indicators.json',
      'setup_metadata_with_orgunits.json',
    ])
      await expect(bring(name), name).rejects.toMatchObject({ code: 'dhis2.metadata-alone' });
  });

  it('setup_metadata_with_orgunits.json, beside values, says how a place is called', async () => {
    const { problems } = await bring(
      'dataValueSetJ.json',
      { layout: three },
      'setup_metadata_with_orgunits.json',
    );
    expect(problems.map(({ values }) => values?.['text'])).toEqual([
      'DiszpKrYNg8, Sierra Leone, Bo, Badjia, Ngelehun CHC',
    ]);
  });
});
