import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { drawApproximateAreas, type PointTerritory } from './approximate-areas.ts';
import { areaKm2, type MultiPolygon } from './geometry.ts';

type Row = Readonly<Record<string, string>>;
type Numbered = PointTerritory & { readonly code: string; readonly areaKm2: number };

/** The territories of a pack that are in force, numbered so that a subtree is an interval. */
function readPack(folder: URL): Numbered[] {
  const rows = parse<Row>(readFileSync(new URL('territories.csv', folder)), { columns: true, bom: true });
  const below = Map.groupBy(
    rows.filter((row) => row['valid_to'] === ''),
    (row) => row['parent_code'],
  );
  const numbered: Numbered[] = [];
  const visit = (code: string, level: number): number => {
    for (const row of below.get(code) ?? []) {
      const at = numbered.push(row as never) - 1;
      const lastId = visit(row['code'] ?? '', level + 1);
      numbered[at] = {
        id: at + 1,
        lastId,
        level,
        code: row['code'] ?? '',
        longitude: row['longitude'] ? Number(row['longitude']) : null,
        latitude: row['latitude'] ? Number(row['latitude']) : null,
        areaKm2: Number(row['area_km2']),
      };
    }
    return numbered.length;
  };
  visit('', 1);
  return numbered;
}

const packs = new URL('../../../packs/', import.meta.url);

describe('areas drawn from the points of a pack', () => {
  const territories = readPack(new URL('PA/', packs));
  const drawn = drawApproximateAreas(territories);

  it('take the outline of the country in which the points lie', () => {
    expect(drawn.outline).toBe('world-atlas');
  });

  it('leave no level empty and no territory without an area or a dot, if any point of it is known', () => {
    expect(drawn.levels.map((level) => level.level)).toEqual([1, 2, 3]);
    for (const { level, topology, withoutShape } of drawn.levels) {
      const all = territories.filter((territory) => territory.level === level);
      expect(topology.objects.areas.geometries).toHaveLength(all.length - withoutShape.length);
      for (const id of withoutShape) {
        const { lastId } = all.find((territory) => territory.id === id) ?? { lastId: id };
        expect(
          territories.filter((one) => one.id >= id && one.id <= lastId && one.longitude !== null),
        ).toEqual([]);
      }
    }
  });

  it('weigh little enough to be sent to a phone', () => {
    for (const level of drawn.levels) expect(level.gzipBytes).toBeLessThan(45_000);
  });

  it('are as large as the official ones to about a tenth, at the level of the municipalities', () => {
    const { topology } = drawn.levels.find((level) => level.level === 2) ??
      drawn.levels[0] ?? { topology: null };
    if (!topology) throw new Error('no level was drawn');
    const official = new Map(territories.map((territory) => [territory.id, territory.areaKm2]));
    const errors = feature(topology, topology.objects.areas)
      .features.flatMap(({ id, geometry }) => {
        const area = official.get(Number(id)) ?? 0;
        if (geometry.type !== 'MultiPolygon' || area === 0) return [];
        return [Math.abs(areaKm2(geometry.coordinates as MultiPolygon) / area - 1)];
      })
      .toSorted((one, other) => one - other);
    expect(errors.length).toBeGreaterThan(70);
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(0.15);
    expect(errors[Math.floor(errors.length * 0.9)]).toBeLessThan(0.6);
  });

  it('are the same when they are drawn again', () => {
    expect(drawApproximateAreas(territories)).toEqual(drawn);
  });
});

it('a country that no atlas knows is drawn in a box around its points', () => {
  const drawn = drawApproximateAreas(readPack(new URL('../tests/fixtures/packs/XA/', packs)));
  expect(drawn.outline).toBe('points');
  expect(drawn.levels.length).toBeGreaterThan(1);
});

it.each([
  ['on one spot', [0, 0, 0, 0], [0, 0, 0, 0]],
  ['in a line', [0, 0.3, 0.5, 0.9], [0, 0, 0, 0]],
  ['in a slanting line', [0, 0.1, 0.2, 0.7], [0, 0.1, 0.2, 0.7]],
] as const)('points %s share the country between them', (_, east, north) => {
  const territories = east.map((x, index) => ({
    id: index + 1,
    lastId: index + 1,
    level: 1,
    longitude: 10 + x,
    latitude: 5 + (north[index] ?? 0),
  }));
  const box: MultiPolygon = [
    [
      [
        [9, 4],
        [9, 7],
        [12, 7],
        [12, 4],
        [9, 4],
      ],
    ],
  ];
  const drawn = drawApproximateAreas(territories, { outline: { geometry: box, source: 'points' } });
  const { topology } = drawn.levels[0] ?? {};
  const shapes = topology ? feature(topology, topology.objects.areas).features : [];
  const total = shapes.reduce(
    (sum, { geometry }) =>
      sum + (geometry.type === 'MultiPolygon' ? areaKm2(geometry.coordinates as MultiPolygon) : 0),
    0,
  );
  expect(Math.abs(total / areaKm2(box) - 1)).toBeLessThan(0.001);
});
