import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { loadFiguresPack } from '#services/values/load-figures-pack.ts';
import type { Holder } from '../access-world.ts';
import { makeValuesWorld, type ValuesWorld } from '../values-world.ts';

let world: ValuesWorld;
let analyst: Holder;

beforeAll(async () => {
  world = await makeValuesWorld();
  analyst = await world.holder('analista', [{ role: 'national-analyst', code: 'XA' }]);
  await loadIndicators(world.context, { folder: 'packs/indicators', country: null });
  await loadPack(world.context, { folder: 'packs/PA' });
  await loadIndicators(world.context, { folder: 'packs/PA', country: 'PA' });
  await loadFiguresPack(world.context, { folder: 'packs/PA', country: 'PA' });
}, 120_000);
afterAll(() => world.stop());

const trend = '/api/trends/chart.svg?indicator=HOM&territory=PA&from=2017&to=2024';

describe('a picture by its address', () => {
  it('shows a territory’s own past to anybody, in words of their language, with source, interval and day', async () => {
    const answer = await world.visitor('GET', trend);
    expect([answer.status, answer.headers['content-type']]).toEqual([
      200,
      expect.stringContaining('image/svg+xml'),
    ]);
    expect(answer.text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(answer.text).toContain('Víctimas de homicidio intencional, Panamá');
    expect(answer.text.match(/<circle/g)).toHaveLength(8);
    expect(answer.text).toContain('<title>2024: 583</title>');
    expect(answer.text).toMatch(/Fuente: Homicidios por provincia y mes/);
    expect(answer.text).toContain('95 de cada 100 veces');
    expect(answer.text).not.toMatch(/<script|style=|class=/);
    const english = await world.visitor('GET', trend, { headers: { 'accept-language': 'en' } });
    expect(english.text).toContain('Victims of intentional homicide, Panamá');
  });

  it('shows territories by class on a map, with what the classes mean', async () => {
    const answer = await world.visitor(
      'GET',
      '/api/comparisons/map.svg?indicator=HOM&within=PA&from=2022&to=2024',
    );
    expect(answer.status, answer.text).toBe(200);
    expect(answer.text.match(/<path /g)?.length).toBeGreaterThan(8);
    expect(answer.text).toContain('Muy por encima del conjunto');
    expect(answer.text).toContain('Colón');
  });

  it('tells nothing that the figures do not: what is small stays hidden, and is there for who may see it', async () => {
    const id = await world.indicator('HERIDAS', { counts_people: true });
    const series = await world.series({ indicatorId: id, periodKind: 'year' });
    await world.write(series, [
      { at: '0101', on: '2023-01-01', value: 2 },
      { at: '0101', on: '2024-01-01', value: 30 },
    ]);
    const path = '/api/trends/chart.svg?indicator=HERIDAS&territory=XA-0101&from=2023&to=2024';
    const seen = await world.visitor('GET', path);
    expect(seen.text).toContain('<title>2024: 30</title>');
    expect(seen.text).not.toContain('2023: 2');
    expect(seen.text.match(/<circle/g)).toHaveLength(1);
    expect((await analyst.call('GET', path)).text).toContain('<title>2023: 2</title>');
  });

  it('is refused in words where there is nothing to draw it by, and text in it is never markup', async () => {
    const none = await world.visitor('GET', '/api/trends/chart.svg?indicator=NADA&territory=XA');
    expect([none.status, none.body.code]).toEqual([404, 'values.indicator-not-found']);
    await world.indicator('MARCADO', {
      title: 'Robos <script>alert(1)</script> & "más"',
      counts_people: false,
    });
    const empty = await world.visitor('GET', '/api/trends/chart.svg?indicator=MARCADO&territory=XA');
    expect(empty.status).toBe(200);
    expect(empty.text).toContain('Robos &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;más&quot;');
    expect(empty.text).toContain('Ninguna fuente tiene cifras');
    const unmapped = await world.visitor('GET', '/api/comparisons/map.svg?indicator=MARCADO&within=XA-0101');
    expect(unmapped.status).toBeGreaterThanOrEqual(400);
    expect(unmapped.status).toBeLessThan(500);
  });
});
