import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mapping } from '#domain/values/import/mapping-schema.ts';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { loadCrosswalks } from '#services/value-imports/load-crosswalks.ts';
import { importFiguresFile } from '#services/value-imports/import-figures-file.ts';
import { hasOutsideData, outsideData } from '../outside-data.ts';
import { startApp, type TestApp } from '../server.ts';

let app: TestApp;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'figures-'));
  app = await startApp();
  await loadIndicators(app.context, { folder: 'packs/indicators', country: null });
  await loadCrosswalks(app.context, { folder: 'packs/indicators', country: null });
  for (const country of ['PA', 'CR']) {
    await loadPack(app.context, { folder: `packs/${country}` });
    await loadIndicators(app.context, { folder: `packs/${country}`, country });
    await loadCrosswalks(app.context, { folder: `packs/${country}`, country });
  }
}, 120_000);
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
});

async function bring(text: string, mapping: Mapping = {}, name = 'cifras.csv') {
  const path = join(folder, name);
  await writeFile(path, text);
  return importFiguresFile(app.context, { path, fileName: name, territory: null, mapping, apply: true });
}
const values = async (query: string) => {
  const answer = await app.visitor('GET', `/api/values?${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return (
    answer.body as { items: { territory: string; period: string; value: number | null; state: string }[] }
  ).items;
};
const settings = { source: { id: 'prueba', title: 'Fuente de prueba', publisher: null }, isPublished: true };

describe('a file of figures', () => {
  it('of events, one a row, is counted by province, month and sex, and is in the next request', async () => {
    const report = await bring(
      'tipo_crimen,año,mes,provincia,sexo\nHomicidio,2024,Enero,Panamá,Masculino\nHomicidio,2024,Enero,PANAMÁ,Femenino\nHomicidio,2024,Febrero,Comarca_Ngäbe_Buglé,Sin Determinar\n',
      { settings },
    );
    expect(report).toMatchObject({ rows: 3, values: 3, written: 3, problemCount: 0 });
    const all = await values('indicator=HOM&within=PA&from=2024&to=2024&period=year');
    expect(all.map(({ value }) => value)).toEqual([3]);
  });

  it('changes nothing the second time', async () => {
    const text = 'provincia,año,casos\nHerrera,2023,4\nLos Santos,2023,0\n';
    const mapping: Mapping = { settings, layout: { indicator: { kind: 'fixed', code: 'HOM' } } };
    expect(await bring(text, mapping)).toMatchObject({ written: 2, same: 0 });
    expect(await bring(text, mapping)).toMatchObject({ written: 0, same: 2 });
  });

  it('with something wrong brings nothing, and says all that is wrong with its row and column', async () => {
    const report = await bring(
      'provincia,año,casos\nAtlántida,2023,4\nHerrera,2023,-1\nHerrera,2022,#REF!\nHerrera,23,5\nDarién,2023,7\n',
      { settings, layout: { indicator: { kind: 'fixed', code: 'HOM' } } },
    );
    expect(report.written).toBe(0);
    expect(report.problems.map(({ code, row, cell }) => [code, row, cell ?? null])).toEqual([
      ['values.negative-count', 3, 'C3'],
      ['values.formula-error', 4, 'C4'],
      ['values.not-a-period', 5, 'B5'],
      ['values.unknown-place', 2, 'A2'],
    ]);
    expect(await values('indicator=HOM&territory=PA-05&from=2023&to=2023&period=year')).toMatchObject([
      { state: 'not-reported' },
    ]);
  });

  it('is of the country whose places it names, or says that it cannot tell', async () => {
    await expect(bring('lugar,año,casos\nAtlántida,2023,4\n')).rejects.toMatchObject({
      code: 'values.which-country',
    });
  });

  it('refuses a mapping of columns that it does not have', async () => {
    const mapping: Mapping = { layout: { value: 'victimas' } };
    await expect(bring('provincia,año,casos\nHerrera,2023,4\n', mapping)).rejects.toMatchObject({
      code: 'values.mapping-unfit',
    });
  });
});

describe.runIf(hasOutsideData)('files that others wrote', () => {
  const bringData = (name: string, mapping: Mapping = {}) =>
    importFiguresFile(app.context, {
      path: outsideData(`violence/${name}`),
      fileName: name,
      territory: null,
      mapping,
      apply: true,
    });

  it('Panama’s homicides in two dialects tell the same of 2023', async () => {
    const of = (id: string) => ({
      source: { id, title: `Dialecto ${id}`, publisher: null },
      isPublished: true,
    });
    const one = await bringData('pa_homicidios_2017_2024.csv', { settings: of('dialecto-uno') });
    expect(one).toMatchObject({ rows: 4019, problems: [] });
    const other = await bringData('pa_homicidios_2023_raw.csv', { settings: of('dialecto-dos') });
    expect(other).toMatchObject({ rows: 556, problems: [] });
  });

  it('Costa Rica’s offences by district, side by side, once it is said of which year', async () => {
    const silent = await bringData('cr_oij_delitos_por_distrito.csv', { settings });
    expect(silent.written).toBe(0);
    expect(silent.problems.map(({ code }) => code)).toContain('values.doubt-no-period');
    const said = await bringData('cr_oij_delitos_por_distrito.csv', {
      settings,
      layout: { period: { kind: 'fixed', period: '2018' } },
    });
    expect(said.layout.columns.length).toBeGreaterThan(0);
    expect(said.problems).toEqual([]);
    expect(said.written).toBeGreaterThan(0);
  });
});
