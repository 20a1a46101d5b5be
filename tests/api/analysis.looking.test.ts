import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportView } from '#services/analysis/export-view.ts';
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
}, 120_000);
afterAll(() => app.stop());

const look = async (path: string) => {
  const answer = await app.visitor('GET', path);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
};

describe('a territory’s own past', () => {
  it('says each figure with its interval, and whether the latest is more than chance brings', async () => {
    const trend = await look('/api/trends?indicator=HOM&territory=PA&from=2017&to=2024');
    expect(trend.counting).toBe('events');
    expect(trend.points.map(({ value }: { value: number }) => value)).toEqual([
      412, 439, 480, 500, 550, 499, 556, 583,
    ]);
    expect(trend.points[0].interval.lower).toBeCloseTo(373.2, 0);
    expect(trend.change).toMatchObject({
      verdict: 'more',
      latest: { period: '2024', events: 583 },
      before: ['2019', '2020', '2021', '2022', '2023'],
    });
  });

  it('is told of a district as its province’s, never divided, and compared with nothing', async () => {
    const trend = await look('/api/trends?indicator=HOM&territory=PA-0810&from=2017&to=2024');
    expect(trend.points[0].heldAt).toMatchObject({ reference: 'PA-08' });
    expect(trend.notes).toContain('held-above');
    expect(trend.change).toBeNull();
  });

  it('takes years together where one has too few events for a rate', async () => {
    const trend = await look('/api/trends?indicator=ODS-16.1.1&territory=PA-05&from=2017&to=2024');
    expect(trend.counting).toBe('event-rate');
    expect(trend.pooled.isEnough).toBe(true);
    expect(trend.pooled.events).toBeGreaterThanOrEqual(5);
    const few = trend.points.filter(({ warnings }: { warnings: string[] }) =>
      warnings.includes('few-events'),
    );
    expect(few.every(({ events }: { events: number }) => events < 5)).toBe(true);
  });

  it('refuses what is no period, and an end before its beginning', async () => {
    for (const span of ['from=ayer', 'from=2024&to=2020']) {
      const answer = await app.visitor('GET', `/api/trends?indicator=HOM&territory=PA&${span}`);
      expect([answer.status, answer.body.code]).toEqual([422, 'values.not-a-period']);
    }
  });
});

describe('territories beside the whole', () => {
  it('are compared by a rate where a count was asked for, in classes, in the order of their numbers', async () => {
    const compared = await look('/api/comparisons?indicator=HOM&within=PA&level=1');
    expect(compared).toMatchObject({ rateOf: 'HOM', counting: 'event-rate', from: '2022', to: '2024' });
    const order = compared.areas.map(
      ({ territory }: { territory: { reference: string } }) => territory.reference,
    );
    expect(order).toEqual(order.toSorted());
    const classes = new Map(
      compared.areas.map((area: { territory: { reference: string }; position: string }) => [
        area.territory.reference,
        area.position,
      ]),
    );
    expect(classes.get('PA-03')).toBe('far-above');
    expect(compared.dispersion.isExcessive).toBe(true);
    expect(compared.smoothing).toBe('gamma-poisson');
    expect(JSON.stringify(compared.areas)).not.toContain('rank');
  });

  it('are drawn to their neighbours too, where the boundaries say who borders on whom, and go out as a file', async () => {
    const asked = '/api/comparisons?indicator=ODS-16.1.1&within=PA&level=1';
    const drawn = await look(asked);
    expect(drawn.bordering).toEqual({ isApproximate: true });
    const known = drawn.areas.filter(({ local }: { local: object | null }) => local !== null);
    expect(known.length).toBeGreaterThan(5);
    expect(new Set(known.map(({ local }: { local: { basis: string } }) => local.basis))).toContain(
      'neighbourhood',
    );
    const file = await app.visitor('GET', `${asked}&format=csv`);
    const [head = ''] = file.text.replace('\ufeff', '').split(/\r?\n/);
    expect(head).toContain('Suavizada con sus vecinos');
    expect(head).toContain('desde,hasta');
  });

  it('release a smoothed rate only where five events stand behind it', async () => {
    const { areas } = await look('/api/comparisons?indicator=HOM&within=PA&level=1&from=2018&to=2018');
    for (const { events, smoothed } of areas) if (events !== null && events < 5) expect(smoothed).toBeNull();
    expect(areas.some(({ smoothed }: { smoothed: unknown }) => smoothed !== null)).toBe(true);
  });

  it('are not compared by what does not exist, nor at a level above', async () => {
    const asked = { 'indicator=NO-HAY&within=PA': 404, 'indicator=HOM&within=PA-08&level=0': 422 };
    for (const [query, status] of Object.entries(asked)) {
      const answer = await app.visitor('GET', `/api/comparisons?${query}`);
      expect(answer.status, answer.text).toBe(status);
    }
  });

  it('have no class where only the wider territory’s figure is known', async () => {
    const { areas } = await look('/api/comparisons?indicator=HOM&within=PA-08');
    expect(areas.length).toBeGreaterThan(0);
    expect(areas.every(({ position }: { position: unknown }) => position === null)).toBe(true);
  });
});

describe('a table of figures', () => {
  const asked = 'indicators=HOM,ODS-16.1.1&within=PA&level=1&from=2022&to=2024&period=year';

  it('is laid out as asked, rows in the order of territories', async () => {
    const table = await look(`/api/explorations?${asked}&across=period`);
    expect(table.columns.map(({ key }: { key: string }) => key)).toEqual(['2022', '2023', '2024']);
    expect(table.by).toEqual(['indicator', 'territory']);
    const turned = await look(`/api/explorations?${asked}&across=indicator`);
    expect(turned.columns.map(({ key }: { key: string }) => key)).toEqual(['HOM', 'ODS-16.1.1']);
    expect(turned.rows[0].cells[0].interval).not.toBeNull();
  });

  it('names groups as people do', async () => {
    const table = await look(
      '/api/explorations?indicators=HOM&within=PA&from=2018&to=2018&period=year&by=sex&across=group',
    );
    expect(table.columns.map(({ title }: { title: string }) => title)).toContain('Mujer');
  });

  it('is downloaded just as it is seen, with intervals and sources', async () => {
    const csv = await app.visitor('GET', `/api/explorations?${asked}&format=csv`);
    const [head = '', first = ''] = csv.text.replace('\ufeff', '').split(/\r?\n/);
    expect(head).toContain('2022 · desde');
    expect(head).toContain('Fuente');
    expect(first).toContain('Bocas del Toro');
    const xlsx = await app.visitor('GET', `/api/explorations?${asked}&format=xlsx`);
    expect([xlsx.status, xlsx.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  it('is written by a command from an address of the explorer, as its page shows it', async () => {
    const address = '/explorar?indicador=HOM&territorio=PA&nivel=1&desde=2023&hasta=2024&cada=year&ver=mapa';
    const { bytes, fileName } = await exportView(app.context, { view: address, format: 'csv' });
    expect(fileName).toBe('HOM PA.csv');
    expect(new TextDecoder().decode(bytes)).toContain('Bocas del Toro');
    await expect(exportView(app.context, { view: '?ver=mapa', format: 'csv' })).rejects.toMatchObject({
      code: 'analysis.asks-nothing',
    });
  });

  it('refuses more than a page can show, no indicator, and more than five', async () => {
    const codeOf = async (query: string) =>
      (await app.visitor('GET', `/api/explorations?${query}`)).body.code;
    expect(await codeOf('indicators=HOM&within=PA&level=3&from=2000&to=2024&period=month')).toBe(
      'analysis.too-many-cells',
    );
    expect(await codeOf('indicators=,&within=PA')).toBe('analysis.too-many-indicators');
    expect(await codeOf('indicators=A,B,C,D,E,F&within=PA')).toBe('analysis.too-many-indicators');
    expect(await codeOf('indicators=NO-HAY&within=PA')).toBe('values.indicator-not-found');
  });
});
