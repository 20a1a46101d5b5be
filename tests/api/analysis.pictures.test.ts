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

  it('shows what is aimed at for everybody beside the years, as the page does, and none of another group', async () => {
    const national = await world.holder('meta', [{ role: 'national-analyst', code: 'PA' }]);
    const aim = { territory: 'PA', kind: 'target', year: 2026, value: 400 };
    const set = (more: object) =>
      national.call('POST', '/api/indicators/HOM/targets', { body: { ...aim, ...more } });
    expect((await set({})).status).toBe(201);
    expect((await set({ year: 2025, value: 77, group: { sex: 'f' } })).status).toBe(201);
    const { text } = await world.visitor('GET', trend);
    expect(text).toContain('2026');
    expect(text.match(/stroke="#8a4b00"/g)).toHaveLength(2);
    expect(text).toContain('Meta');
    expect(text).not.toContain('>2025: 77');
    const months = await world.visitor('GET', `${trend}&period=month`);
    expect(months.text).not.toContain('#8a4b00');
  });

  it('shows rates by how many people live there, between the lines of chance, as the page does', async () => {
    const path = '/api/comparisons/funnel.svg?indicator=SES-1&within=PA&from=2022&to=2024';
    const answer = await world.visitor('GET', path);
    expect([answer.status, answer.headers['content-type']], answer.text).toEqual([
      200,
      expect.stringContaining('image/svg+xml'),
    ]);
    const { body } = await world.visitor('GET', path.replace('/funnel.svg', ''));
    const dots = body.areas.filter(
      (area: { persons: number | null; value: number | null }) =>
        area.persons !== null && area.value !== null,
    );
    expect(answer.text.match(/<circle/g)).toHaveLength(dots.length);
    expect(answer.text).toContain('Colón: ');
    expect(answer.text).toContain('95 de cada 100');
    expect(answer.text).not.toMatch(/<script|style=|class=/);
    await world.indicator('SIN-EMBUDO', { counts_people: false });
    const none = await world.visitor('GET', '/api/comparisons/funnel.svg?indicator=SIN-EMBUDO&within=XA');
    expect([none.status, none.body.code]).toEqual([422, 'analysis.no-funnel']);
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
