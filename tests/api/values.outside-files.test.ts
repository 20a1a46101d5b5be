import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mapping } from '#domain/values/import/mapping-schema.ts';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { importFiguresFile } from '#services/value-imports/import-figures-file.ts';
import { loadCrosswalks } from '#services/value-imports/load-crosswalks.ts';
import { loadOutsideCountry } from '../outside-country.ts';
import { hasOutsideData, outsideData } from '../outside-data.ts';
import { colombiaOfItsFile, mexicoOfItsFile } from '../outside-rows.ts';
import { startApp, type TestApp } from '../server.ts';

let app: TestApp;

beforeAll(async () => {
  if (!hasOutsideData) return;
  app = await startApp();
  const everybody = { folder: 'packs/indicators', country: null };
  await loadPack(app.context, { folder: 'packs/PA' });
  await loadPack(app.context, { folder: 'packs/CR' });
  await loadOutsideCountry(app.context, await mexicoOfItsFile());
  await loadOutsideCountry(app.context, await colombiaOfItsFile());
  await loadIndicators(app.context, everybody);
  await loadCrosswalks(app.context, everybody);
  for (const country of ['PA', 'CR']) {
    await loadIndicators(app.context, { folder: `packs/${country}`, country });
    await loadCrosswalks(app.context, { folder: `packs/${country}`, country });
  }
}, 300_000);
afterAll(() => app?.stop());

const bring = (path: string, mapping: Mapping = {}) =>
  importFiguresFile(app.context, {
    path: outsideData(path),
    fileName: path.split('/').at(-1) ?? path,
    territory: mapping.territory ?? null,
    mapping,
    apply: true,
  });
const of = (id: string): Mapping['settings'] => ({
  source: { id, title: `Fuente ${id}`, publisher: null },
  isPublished: true,
});
const homicides = { kind: 'fixed', code: 'HOM' } as const;
const codesOf = (problems: readonly { code: string }[]) => [...new Set(problems.map(({ code }) => code))];

/** What one source says of homicides, all its rows together. */
async function sumOf(source: string, from = '1900-01-01', to = '2200-01-01'): Promise<number> {
  const { sum } = await app.database.owner
    .selectFrom('data_value as v')
    .innerJoin('series as s', 's.id', 'v.series_id')
    .innerJoin('indicator as i', 'i.id', 's.indicator_id')
    .where('s.source_id', '=', source)
    .where('i.code', '=', 'HOM')
    .where('v.period', '>=', from)
    .where('v.period', '<', to)
    .select((select) => select.fn.sum<number>('v.value').as('sum'))
    .executeTakeFirstOrThrow();
  return sum;
}

describe.runIf(hasOutsideData)('files that others wrote', () => {
  it('Panama’s homicides, one event a row in two dialects, import and tell the same of 2023', async () => {
    const long = await bring('violence/pa_homicidios_2017_2024.csv', { settings: of('pa-portal') });
    expect(long).toMatchObject({ rows: 4019, problems: [] });
    const raw = await bring('violence/pa_homicidios_2023_raw.csv', { settings: of('pa-crudo') });
    expect(raw).toMatchObject({ rows: 556, problems: [] });
    expect(await sumOf('pa-portal')).toBe(4019);
    expect(await sumOf('pa-crudo')).toBe(556);
    expect(await sumOf('pa-portal', '2023-01-01', '2024-01-01')).toBe(556);
  });

  it('Costa Rica’s offences by district, side by side, import once it is said of which year', async () => {
    const path = 'violence/cr_oij_delitos_por_distrito.csv';
    const silent = await bring(path, { settings: of('cr-oij') });
    expect(silent.problems.map(({ code }) => code)).toEqual(['values.doubt-no-period', 'values.no-period']);
    const said = await bring(path, {
      settings: of('cr-oij'),
      layout: { period: { kind: 'fixed', period: '2018' } },
    });
    expect(said).toMatchObject({ rows: 481, problems: [] });
    expect(await sumOf('cr-oij')).toBeGreaterThan(500);
  });

  it('the departments of Central America are refused: of no one country, without a year, and Colón twice', async () => {
    const path = 'violence/ca_homicidios_departamento_2010.tsv';
    await expect(bring(path)).rejects.toMatchObject({ code: 'values.which-country' });
    const { problems, written } = await bring(path, {
      territory: 'PA',
      layout: {
        place: { code: null, names: ['id'], fixed: null },
        indicator: homicides,
        value: 'hom',
        columns: [],
        period: { kind: 'fixed', period: '2010' },
      },
    });
    expect(written).toBe(0);
    expect(problems.find(({ code }) => code === 'values.told-twice')).toMatchObject({ row: 23, cell: 'C23' });
    const unknown = problems.filter(({ code }) => code === 'values.unknown-place');
    expect(unknown.map(({ values }) => values?.['text'])).toContain('Ahuachapán');
    expect(unknown.map(({ values }) => values?.['text'])).not.toContain('Veraguas');
  });

  it('Colombia’s homicides by municipality and year: a code that two Briceños share is told, and names settle it', async () => {
    const path = 'violence/co_homicidios_municipio_anio_2003_2024.csv.gz';
    const coded = await bring(path, { settings: of('co-anio'), layout: { indicator: homicides } });
    expect(coded.written).toBe(0);
    expect(codesOf(coded.problems)).toEqual(['values.told-twice']);
    const named = await bring(path, {
      settings: of('co-anio'),
      layout: {
        indicator: homicides,
        place: { code: null, names: ['departamento', 'municipio'], fixed: null },
      },
      places: { 'magdalena > chivolo': '47170' },
    });
    expect(named.problems).toEqual([]);
    expect(named.written).toBe(18_300);
    expect(await sumOf('co-anio')).toBe(322_619);
  });

  it('Colombia’s 244,090 records of homicides: names that changed are settled once, then all victims are there', async () => {
    const path = 'violence/co_homicidios_eventos_2003_2024.csv.gz';
    const layout: Mapping['layout'] = {
      indicator: homicides,
      dimensions: [{ header: 'genero', dimension: 'sex', categories: {} }],
    };
    const first = await bring(path, { settings: of('co-eventos'), layout });
    expect(first.problems.map(({ code, values }) => [code, values?.['text']])).toEqual([
      ['values.several-places', 'BOYACÁ, Ciénega'],
      ['values.several-places', 'MAGDALENA, Chivolo'],
    ]);
    const places = { 'boyaca > cienega': '15189', 'magdalena > chivolo': '47170' };
    const settled = await bring(path, { settings: of('co-eventos'), layout, places });
    expect(settled).toMatchObject({ rows: 244_090, problems: [] });
    expect(await sumOf('co-eventos')).toBe(322_619);
    // Two files of one police tell the same; only the year of Briceño differs by the code that it stands under.
    expect(await sumOf('co-eventos', '2018-01-01', '2019-01-01')).toBe(
      await sumOf('co-anio', '2018-01-01', '2019-01-01'),
    );
  }, 600_000);

  it('Mexico’s 927,360 rows of victims: what is no homicide is left out, rows of a cell add up', async () => {
    const path = 'violence/mx_victimas_estado_mes_2015_2025.csv.gz';
    // 0–17 and 18+ are no age bands of the catalogue: by age the file would be asked about.
    const dimensions = [
      { header: 'genero', dimension: 'sex', categories: {} },
      { header: 'modalidad', dimension: 'weapon', categories: {} },
    ];
    const indicator = {
      kind: 'cell' as const,
      header: 'subtipo_de_delito',
      codes: Object.fromEntries(
        [
          'aborto',
          'secuestro',
          'lesiones culposas',
          'trafico de menores',
          'otros delitos contra la sociedad',
          'otros delitos que atentan contra la libertad personal',
          'otros delitos que atentan contra la vida y la integridad corporal',
        ].map((text) => [text, null]),
      ),
    };
    const report = await bring(path, { settings: of('mx'), layout: { dimensions, indicator } });
    expect(report).toMatchObject({ rows: 927_360, problems: [] });
    expect(report.layout).toMatchObject({ value: 'n_victimas', addsRows: true, countBy: 'month' });
    expect(await sumOf('mx')).toBe(309_184 + 8754);
  }, 600_000);

  it('answers of a survey are refused: persons are no figures', async () => {
    await expect(bring('perception/lapop_ym23_microdata.csv.gz')).rejects.toMatchObject({
      code: 'values.survey-answers',
      details: { values: { headers: 'weight1500, upm, strata' } },
    });
  });

  it('the labels of a survey are refused: they name no place', async () => {
    await expect(bring('perception/lapop_ym23_labels.csv')).rejects.toMatchObject({
      code: 'values.which-country',
    });
  });
});
