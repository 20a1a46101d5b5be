import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areaKm2, type MultiPolygon } from '#formats/boundaries/geometry.ts';
import type { Refusal } from '#domain/shared/refusal.ts';
import { exportBoundaries } from '#services/territories/export-boundaries.ts';
import { getMap } from '#services/territories/get-map.ts';
import { importBoundaries } from '#services/territories/import-boundaries.ts';
import { listBoundaryLayers } from '#services/territories/list-boundary-layers.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { prepareApproximateAreas } from '#services/territories/prepare-approximate-areas.ts';
import { restoreBoundaryLayer } from '#services/territories/restore-boundary-layer.ts';
import { hasOutsideData, outsideData } from '../outside-data.ts';
import { startApp, type TestApp } from '../server.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  for (const country of ['PA', 'CR']) {
    await loadPack(app.context, { folder: `packs/${country}` });
    await prepareApproximateAreas(app.context, country);
  }
});
afterAll(() => app.stop());

type Wishes = Partial<Omit<Parameters<typeof importBoundaries>[1], 'bytes' | 'country'>>;

const importBytes = (country: string, bytes: Uint8Array, wishes: Wishes = {}) =>
  importBoundaries(app.context, {
    country,
    bytes,
    mediaType: 'application/geo+json',
    apply: 'no',
    accept: [],
    leave: [],
    ...wishes,
  });

const importFile = (file: string, wishes: Wishes = {}) =>
  importBytes(file.startsWith('pa') ? 'PA' : 'CR', readFileSync(outsideData(`boundaries/${file}`)), wishes);

const drawMap = (reference: string, wishes: { level?: number; width?: number; height?: number } = {}) =>
  getMap(app.context, { reference, width: 900, ...wishes });

describe('a country without boundaries', () => {
  it('is drawn from points, level by level, and says so', async () => {
    for (const [reference, level, count] of [
      ['PA', 1, 13],
      ['PA', 2, 82],
      ['PA', 3, 699],
      ['CR', 1, 7],
      ['CR', 2, 84],
    ] as const) {
      const map = await drawMap(reference, { level });
      expect(map.layer.approximate).toBe(true);
      expect(map.areas).toHaveLength(count);
    }
  });

  it('lists a territory of which not even a point is known, and invents no place for it', async () => {
    expect((await drawMap('PA', { level: 2 })).withoutShape).toEqual([
      { reference: 'PA-0105', name: 'Naso Tjër Di' },
    ]);
  });

  it('is shown by its frame, so that a far island does not shrink it', async () => {
    const map = await drawMap('CR', { level: 1 });
    const numbers = map.areas.flatMap((area) => area.at);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(Math.max(map.width, map.height));
    expect(map.height).toBeGreaterThan(600);
  });

  it('shows what lies within one territory, and the neighbours of one that has nothing within', async () => {
    const province = await drawMap('PA-08');
    expect(province.level).toBe(2);
    expect(province.areas.map((area) => area.reference)).toContain('PA-0810');
    const district = await drawMap('PA-0810');
    expect(district.areas.length).toBeGreaterThan(5);
    const corregimiento = district.areas[0]?.reference ?? '';
    expect(await drawMap(corregimiento)).toEqual(district);
  });

  it('draws the same text twice', async () => {
    expect(await drawMap('PA', { level: 2, width: 640 })).toEqual(
      await drawMap('PA', { level: 2, width: 640 }),
    );
  });

  it('refuses a territory that does not exist and a level that lies above', async () => {
    await expect(drawMap('PA-9999')).rejects.toMatchObject({ code: 'territories.not-found' });
    await expect(drawMap('PA-0810', { level: 1 })).rejects.toMatchObject({
      code: 'boundaries.no-such-level',
    });
  });
});

describe.runIf(hasOutsideData)('a file of somebody else', () => {
  it.each([
    ['pa_provinces_osm_high.geojson', 1, 13, 'iso'],
    ['pa_provinces_osm_medium.geojson', 1, 13, 'iso'],
    ['cr_provinces_osm_medium.geojson', 1, 7, 'iso'],
    ['cr_provincias_wgs84.geojson.gz', 1, 6, 'code'],
    ['cr_cantones_wgs84.geojson.gz', 2, 81, 'code'],
    ['cr_cantones_ign_crtm05_epsg5367.geojson.gz', 2, 82, 'code'],
    ['pa_corregimientos_panama_sanmiguelito_wgs84.geojson.gz', 3, 37, 'code'],
  ] as const)('%s finds its level and all its territories', async (file, level, matched, by) => {
    const report = await importFile(file);
    expect(report).toMatchObject({
      level,
      matched,
      unmatched: [],
      ambiguous: [],
      questions: [],
      applied: false,
    });
    expect(report.matchedBy).toEqual({ [by]: matched });
    expect(report.farFromPoint).toEqual([]);
    expect(report.withoutShape).toHaveLength(report.territories - matched);
  });

  it('of metres is converted, and says from what', async () => {
    const report = await importFile('cr_cantones_ign_crtm05_epsg5367.geojson.gz');
    expect(report.file.convertedFrom).toBe('EPSG:5367');
  });

  it('that lacks a province says which', async () => {
    const report = await importFile('cr_provincias_wgs84.geojson.gz');
    expect(report.withoutShape).toEqual([{ reference: 'CR-6', name: 'Puntarenas' }]);
  });

  it('of a former division joins by name within the province and tells what is left over', async () => {
    const report = await importFile('pa_districts_2010_division.topojson.gz');
    expect(report.level).toBe(2);
    expect(report.keys).toMatchObject({ name: 'name', parents: ['depto'] });
    const lakes = report.unmatched.filter((feature) => feature.label.startsWith('Lago'));
    expect(lakes).toHaveLength(4);
    expect(report.matched).toBeGreaterThanOrEqual(74);
    const missing = report.withoutShape.map((territory) => territory.name);
    expect(missing).toEqual(
      expect.arrayContaining(['Almirante', 'Omar Torrijos Herrera', 'Tierras Altas', 'Mariato']),
    );
    expect(report.gzipBytes).toBeLessThan(42_000);
  });

  it('with one feature that encloses nothing asks before it goes on without it', async () => {
    const report = await importFile('cr_distritos_wgs84.geojson.gz');
    expect(report).toMatchObject({ level: 3, questions: ['broken-features'] });
    expect(report.broken).toEqual([{ code: 'boundaries.short-ring', row: 225 }]);
    await expect(importFile('cr_distritos_wgs84.geojson.gz', { apply: 'yes' })).rejects.toMatchObject({
      code: 'boundaries.open-questions',
    });
    expect((await drawMap('CR', { level: 3 })).layer.approximate).toBe(true);
  });
});

describe.runIf(hasOutsideData)('an import', () => {
  it('replaces the map, keeps the former layer, and can be taken back', async () => {
    const before = await drawMap('PA', { level: 2 });
    const report = await importFile('pa_districts_2010_division.topojson.gz', {
      apply: 'yes',
      title: 'División de 2010',
      licence: 'solo para pruebas',
    });
    expect(report.applied).toBe(true);
    const map = await drawMap('PA', { level: 2 });
    expect(map.layer).toMatchObject({ id: report.layerId, approximate: false, title: 'División de 2010' });
    // A district without a shape is united from nothing here: its place is unknown, so it is listed, not invented.
    expect(map.areas.length + map.withoutShape.length).toBe(before.areas.length + before.withoutShape.length);

    const list = await listBoundaryLayers(app.context, { country: 'PA', limit: 50 });
    expect(list.items.filter((layer) => layer.level === 2)).toHaveLength(2);
    await restoreBoundaryLayer(app.context, { id: before.layer.id });
    expect((await drawMap('PA', { level: 2 })).layer.id).toBe(before.layer.id);
  });

  it('keeps areas: what is exported has the size of what was given', async () => {
    await importFile('cr_cantones_ign_crtm05_epsg5367.geojson.gz', { apply: 'yes' });
    const ign = await exportedAreas();
    await importFile('cr_cantones_wgs84.geojson.gz', { apply: 'yes' });
    const other = await exportedAreas();
    const errors = [...ign].flatMap(([code, area]) => {
      const same = other.get(code);
      return same ? [Math.abs(area - same) / same] : [];
    });
    expect(errors.toSorted((one, two) => one - two)[Math.floor(errors.length / 2)]).toBeLessThan(0.02);
    expect(sum(ign)).toBeCloseTo(51_100, -3);
  });

  it('is written down', async () => {
    const entries = await app.database.owner.selectFrom('audit_entry').select('content').execute();
    expect(JSON.stringify(entries)).toContain('importBoundaries');
  });

  it('does not let points be drawn over what was imported', async () => {
    const before = await drawMap('CR', { level: 2 });
    await prepareApproximateAreas(app.context, 'CR');
    expect((await drawMap('CR', { level: 2 })).layer.id).toBe(before.layer.id);
  });
});

describe('codes that lost their zeros', () => {
  it('are questioned, never guessed', async () => {
    const report = await importBytes('PA', layer([801, 810, 301]), { level: 2 });
    expect(report.matched).toBe(0);
    expect(report.questions).toContain('lost-zeros');
    expect(report.lostZeros).toContainEqual(
      expect.objectContaining({ given: '810', code: '0810', reference: 'PA-0810', name: 'San Miguelito' }),
    );
    await expect(importBytes('PA', layer([810, 301]), { level: 2, apply: 'yes' })).rejects.toSatisfy(
      (refusal: Refusal) =>
        refusal.code === 'boundaries.open-questions' &&
        refusal.details.problems?.[0]?.code === 'boundaries.lost-zeros',
    );
  });

  it('are joined once the person has said yes', async () => {
    const report = await importBytes('PA', layer([810, 301]), { level: 2, accept: ['lost-zeros'] });
    expect(report.matchedBy).toEqual({ 'code-with-zeros': 2 });
    expect(report.questions).toEqual([]);
  });
});

describe('through the door', () => {
  const file = Buffer.from('{"type":"FeatureCollection","features":[]}');
  const send = { bytes: file, mediaType: 'application/geo+json' };

  it('lets anybody see a map and nobody unknown change one', async () => {
    const map = await app.visitor('GET', '/api/maps/PA?level=1&width=300');
    expect(map.status).toBe(200);
    expect(map.body.areas.length).toBeGreaterThan(12);
    expect((await app.visitor('POST', '/api/countries/PA/boundaries', send)).status).toBe(401);
  });

  it('gives boundaries as a file', async () => {
    const answer = await app.visitor('GET', '/api/countries/PA/boundaries/1?format=geojson');
    expect(answer.headers['content-type']).toContain('application/geo+json');
    expect(answer.body.features[0].properties).toMatchObject({ code: '01', approximate: true });
  });
});

const square = (west: number, south: number) => [
  [
    [west, south],
    [west + 0.2, south],
    [west + 0.2, south + 0.2],
    [west, south + 0.2],
    [west, south],
  ],
];

const layer = (codes: readonly (string | number)[]) =>
  Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: codes.map((codigo, index) => ({
        type: 'Feature',
        properties: { codigo },
        geometry: { type: 'Polygon', coordinates: square(-80 + index * 0.3, 8) },
      })),
    }),
  );

async function exportedAreas(): Promise<Map<string, number>> {
  const file = await exportBoundaries(app.context, { country: 'CR', level: 2, format: 'geojson' });
  const { features } = JSON.parse(new TextDecoder().decode(file.bytes)) as {
    features: { id: string; geometry: { coordinates: MultiPolygon } }[];
  };
  return new Map(features.map((feature) => [feature.id, areaKm2(feature.geometry.coordinates)]));
}

const sum = (areas: ReadonlyMap<string, number>) =>
  [...areas.values()].reduce((total, area) => total + area, 0);
