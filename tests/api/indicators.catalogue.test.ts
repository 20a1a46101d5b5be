import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inScope } from '#database/connection.ts';
import {
  findCurrentDefinitions,
  findIndicator,
  listIndicatorRows,
} from '#database/indicators/indicator-views.ts';
import { updateIndicatorRow } from '#database/indicators/indicator-store.ts';
import { indicatorCodes } from '#domain/compliance/indicators.ts';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { loadFiguresPack } from '#services/values/load-figures-pack.ts';
import { loadExample } from '#services/operations/load-example.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { startApp, type TestApp } from '../server.ts';

let app: TestApp;
const catalogue = { folder: 'packs/indicators', country: null };
const national = { folder: 'packs/CR', country: 'CR' };

beforeAll(async () => {
  app = await startApp();
  await loadPack(app.context, { folder: 'packs/CR' });
});
afterAll(() => app.stop());

const inside = <Answer>(read: Parameters<typeof inScope<Answer>>[2]) =>
  inScope(app.database, app.context.actor.scope, read);

describe('the catalogue of indicators', () => {
  it('is loaded once: again changes nothing', async () => {
    expect(await loadIndicators(app.context, catalogue)).toBeGreaterThan(60);
    expect(await loadIndicators(app.context, national)).toBe(10);
    expect(await loadIndicators(app.context, catalogue)).toBe(0);
    expect(await loadIndicators(app.context, national)).toBe(0);
    // A folder without indicators is no fault.
    expect(await loadIndicators(app.context, { folder: 'packs/none', country: 'CR' })).toBe(0);
  });

  it('makes ratios of their parts, of the country where they are national', async () => {
    const rate = await inside((tx) => findIndicator(tx, 'CR-ASALTO-TASA'));
    const count = await inside((tx) => findIndicator(tx, 'CR-ASALTO'));
    expect(rate).toMatchObject({
      country: 'CR',
      numerator: 'CR-ASALTO',
      numeratorId: count?.id,
      origin: 'pack',
    });
    const vehicles = await inside((tx) => findIndicator(tx, 'SES-10'));
    expect(vehicles).toMatchObject({
      country: null,
      territoryId: null,
      denominator: 'VEHICULOS',
      multiplier: 10_000,
    });
  });

  it('lists codes as people count', async () => {
    const rows = await inside((tx) => listIndicatorRows(tx, { framework: 'process' }, null));
    expect(rows.map(({ code }) => code)).toEqual([...indicatorCodes]);
    const after = await inside((tx) =>
      listIndicatorRows(tx, { framework: 'process' }, { after: 'C10', limit: 2 }),
    );
    expect(after.map(({ code }) => code)).toEqual(['C11', 'C12']);
  });

  it('corrects what nobody has changed, with a new wording beside the former one, and leaves what people changed', async () => {
    const rename = async (code: string, origin: 'pack' | 'person') => {
      const row = await inside((tx) => findIndicator(tx, code));
      if (!row) throw new Error(code);
      const said = { fields: { ...row, title: 'Otro título' }, parts: row };
      await inside((tx) => updateIndicatorRow(tx, row, { said, origin }));
    };
    await rename('SES-2', 'pack');
    await rename('SES-3', 'person');
    expect(await loadIndicators(app.context, catalogue)).toBe(1);
    const found = await inside(async (tx) => [
      await findIndicator(tx, 'SES-2'),
      await findIndicator(tx, 'SES-3'),
    ]);
    expect(found.map((row) => row?.title)).toEqual(['Tasa de muertes por tránsito', 'Otro título']);
    const wordings = await inside(async (tx) =>
      findCurrentDefinitions(
        tx,
        found.filter((row) => row !== undefined),
      ),
    );
    expect([...wordings.values()].map(({ number }) => number)).toEqual([1, 1]);
  });

  it('is found by search in every country, by title, code or the code of others', async () => {
    const search = async (text: string) =>
      (await app.visitor('GET', `/api/search?text=${encodeURIComponent(text)}&country=CR`)).body.items;
    expect((await search('tasa de homicidios'))[0]).toMatchObject({ kind: 'indicator', id: 'SES-1' });
    expect((await search('16.2.3')).map(({ id }: { id: string }) => id)).toContain('ODS-16.2.3');
  });

  it('has targets in the demonstration, set once and said to be invented', async () => {
    const load = () =>
      loadExample(app.context, { folder: 'packs', countries: ['PA'], onProgress: () => undefined });
    await loadPack(app.context, { folder: 'packs/PA' });
    await load();
    await load();
    const { items } = (await app.visitor('GET', '/api/indicator-targets?territory=PA-0810')).body;
    const told = items.map(
      ({ indicator, kind }: { indicator: { code: string }; kind: string }) => `${indicator.code} ${kind}`,
    );
    expect(told.toSorted()).toEqual([
      'C2 target',
      'C2 target',
      'SES-16 baseline',
      'SES-16 target',
      'SES-16 target',
    ]);
    expect(items.every(({ source }: { source: string }) => source.includes('(ejemplo)'))).toBe(true);
  });
});

describe('the list of indicators', () => {
  it('shows only those with figures where that is asked, and how many each choice would show', async () => {
    await loadFiguresPack(app.context, { folder: 'packs/CR', country: 'CR' });
    type Line = { code: string; composition: string; hasFigures: boolean };
    const list = async (query: string) =>
      (await app.visitor('GET', `/api/indicators?limit=200&${query}`)).body;
    const all = await list('territory=CR');
    const told = await list('territory=CR&figures=told');
    const codes = (items: Line[]) => items.filter(({ hasFigures }) => hasFigures).map(({ code }) => code);
    expect(codes(told.items)).toEqual(told.items.map(({ code }: Line) => code));
    expect(codes(told.items)).toEqual(codes(all.items));
    expect(told.count).toBeLessThan(all.count);
    expect(all.counts.withFigures).toBe(told.count);
    // A choice counts what it would show with the other filters as they are.
    const property = await list('territory=CR&figures=told&topic=property');
    expect(property.counts.topic).toEqual(told.counts.topic);
    expect(told.counts.topic.property).toBe(property.count);
    expect(property.counts.withFigures).toBe(property.count);
    // Of another place that this source says nothing of, it has none.
    const elsewhere = await list('territory=CR-2&figures=told&topic=property');
    expect(elsewhere.count).toBeLessThan(property.count);
    const file = await app.visitor('GET', '/api/indicators/export?format=json&territory=CR&figures=told');
    expect(JSON.parse(file.text).indicators).toHaveLength(told.count);
    expect((await app.visitor('GET', '/api/indicators?territory=CR-99999')).status).toBe(404);
  });
});
