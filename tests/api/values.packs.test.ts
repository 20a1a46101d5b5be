import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { loadFiguresPack } from '#services/values/load-figures-pack.ts';
import { startApp, type TestApp } from '../server.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  await loadIndicators(app.context, { folder: 'packs/indicators', country: null });
  for (const country of ['PA', 'CR']) {
    const folder = `packs/${country}`;
    await loadPack(app.context, { folder });
    await loadIndicators(app.context, { folder, country });
    await loadFiguresPack(app.context, { folder, country });
  }
}, 300_000);
afterAll(() => app.stop());

const values = async (query: string) => {
  const answer = await app.visitor('GET', `/api/values?${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as {
    items: { territory: string; period: string; crossing: string; value: number | null; state: string }[];
    series: { title: string; source: { id: string } };
    others: { id: string; source: { id: string } }[];
    notes: string[];
  };
};

describe('the figures of the packs', () => {
  it('are Panama’s homicides by province, month and sex, whole and with their source', async () => {
    const years = await values('indicator=HOM&within=PA&from=2017&to=2024&period=year');
    expect(years.items.map(({ value }) => value)).toEqual([412, 439, 480, 500, 550, 499, 556, 583]);
    expect(years.series.source.id).toBe('pa.figures.mp-homicidios');
    const months = await values('indicator=HOM&within=PA&level=1&from=2017&to=2024');
    const told = months.items.filter(({ state }) => state === 'value');
    expect(told.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(4019);
    const naso = months.items.filter(({ state }) => state === 'not-reported');
    expect(new Set(naso.map(({ territory }) => territory)).size).toBeLessThanOrEqual(1);
  });

  it('say that the sex is unknown rather than zero in the years in which the source does not tell it', async () => {
    const byYear = await values('indicator=HOM&territory=PA-08&from=2019&to=2021&period=year&by=sex');
    const women = byYear.items.filter(({ crossing }) => crossing === 'sex=f');
    expect(women.map(({ period, state }) => [period, state])).toEqual([
      ['2019', 'value'],
      ['2020', 'unknown'],
      ['2021', 'unknown'],
    ]);
  });

  it('stand side by side where sources differ: 109, 113 and the register', async () => {
    const { others } = await values('indicator=HOM&within=PA&from=2018-Q1&to=2018-Q1');
    const told = await Promise.all(
      others.map(async ({ id, source }) => {
        const { items } = await values(
          `indicator=HOM&territory=PA&from=2018-Q1&to=2018-Q1&period=quarter&series=${id}`,
        );
        return [source.id, items[0]?.value];
      }),
    );
    expect(Object.fromEntries(told)).toMatchObject({
      'pa.figures.minseg-homicidios': 109,
      'pa.figures.siec-homicidios': 113,
    });
  });

  it('are Desamparados’ offences of 2018, which say nothing of the rest of the country', async () => {
    const here = await values('indicator=CR-ASALTO&within=CR-103&level=3&from=2018&to=2018');
    expect(here.items).toHaveLength(13);
    expect(here.items[0]).toMatchObject({ territory: 'CR-10301', value: 297 });
    const canton = await values('indicator=CR-ASALTO&territory=CR-103&from=2018&to=2018');
    expect(canton.items[0]?.value).toBe(896);
    const country = await values('indicator=CR-ASALTO&within=CR&from=2018&to=2018');
    expect(country.notes).toContain('part-of-territory');
    expect(country.items[0]).toMatchObject({ value: null, state: 'not-reported' });
    const rate = await values('indicator=SES-1&within=CR&from=2018&to=2018');
    expect(rate.items[0]).toMatchObject({ value: null, state: 'not-reported' });
    const province = await values('indicator=SES-1&within=CR&level=1&from=2018&to=2018');
    expect(province.items.filter(({ state }) => state === 'value')).toEqual([]);
  });

  it('go into a file whole: all that the source tells, as finely as it tells it', async () => {
    const file = await app.visitor('GET', '/api/values/export?indicator=HOM&within=PA&format=csv');
    const [header, ...lines] = file.text.trim().split('\r\n');
    expect(header).toContain('Territorio (código)');
    // Thirteen territories over ninety-six months.
    expect(lines.length).toBe(13 * 96);
    const rate = await app.visitor(
      'GET',
      '/api/values/export?indicator=SES-1&within=PA&from=2023&to=2023&level=0&period=year&format=csv',
    );
    expect(rate.text).toMatch(/PA,Panamá,2023,,13\.67/);
    expect((await app.visitor('GET', '/api/values/export?indicator=HOM&within=PA')).status).toBe(200);
  });

  it('are loaded once, however often they are loaded', async () => {
    const count = async () =>
      (await app.database.owner.selectFrom('value_batch').select('id').execute()).length;
    const before = await count();
    await loadFiguresPack(app.context, { folder: 'packs/PA', country: 'PA' });
    expect(await count()).toBe(before);
  });
});
