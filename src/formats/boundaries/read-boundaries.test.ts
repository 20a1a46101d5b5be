import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#domain/shared/refusal.ts';
import { areaKm2, clockwiseArea } from './geometry.ts';
import { readBoundaries, type ReadingOptions } from './read-boundaries.ts';

const read = (file: string, options: ReadingOptions = {}) =>
  readBoundaries(
    readFileSync(new URL(`../../../tests/fixtures/boundaries/${file}`, import.meta.url)),
    options,
  );

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (fault) {
    if (fault instanceof Refusal) return fault;
    throw fault;
  }
  throw new Error('was not refused');
}

/** A square degree at the sixth parallel. */
const squareDegree = 12_293;
const sizes = (file: string, options?: ReadingOptions) =>
  read(file, options).features.map((feature) => areaKm2(feature.geometry));

describe('every layout of areas', () => {
  it.each([
    ['layout-collection.geojson', 2],
    ['layout-feature.geojson', 1],
    ['layout-geometry.geojson', 1],
    ['layout-list.geojson', 2],
    ['layout-lines.geojsonl', 2],
    ['layout-three-dimensions.geojson', 2],
    ['layout-quantised.topojson', 2],
    ['layout-plain.topojson', 1],
    ['layout-compressed.geojson.gz', 2],
  ] as const)('%s gives the same squares', (file, count) => {
    const { features, broken } = read(file);
    expect(features).toHaveLength(count);
    expect(broken).toEqual([]);
    for (const size of sizes(file)) expect(Math.abs(size / squareDegree - 1)).toBeLessThan(0.01);
  });

  it('gathers the parts of a collection of geometries', () => {
    expect(read('layout-geometry-collection.geojson').features[0]?.geometry).toHaveLength(2);
  });

  it('keeps holes, and leaves them out of the area', () => {
    const [feature] = read('layout-with-hole.geojson').features;
    expect(feature?.geometry[0]).toHaveLength(2);
    expect(areaKm2(feature?.geometry ?? []) / squareDegree).toBeCloseTo(0.96, 2);
  });

  it('asks which, where a topology has several layers of areas', () => {
    expect(refusalOf(() => read('layout-two-layers.topojson'))).toMatchObject({
      code: 'boundaries.several-layers',
      details: { values: { layers: 'provinces, districts' } },
    });
    expect(read('layout-two-layers.topojson', { layer: 'districts' }).features).toHaveLength(1);
    expect(refusalOf(() => read('layout-two-layers.topojson', { layer: 'x' })).code).toBe(
      'boundaries.unknown-layer',
    );
  });

  it.each(['encoding-windows-1252.geojson', 'encoding-utf-16.geojson', 'encoding-byte-order-mark.geojson'])(
    'reads names in %s',
    (file) => expect(read(file).features[0]?.properties['name']).toBe('Ñürüm'),
  );

  it('winds outlines clockwise and holes the other way, whatever the file does', () => {
    for (const file of ['layout-with-hole.geojson', 'repair-clockwise.geojson', 'repair-bow-tie.geojson']) {
      for (const polygon of read(file).features.flatMap((feature) => feature.geometry)) {
        expect(polygon.map((ring) => clockwiseArea(ring) > 0)).toEqual(
          polygon.map((_, index) => index === 0),
        );
      }
    }
  });
});

describe('coordinates that are not degrees', () => {
  it('are converted from the projection that the file declares', () => {
    const file = read('projection-declared-5367.geojson');
    expect(file.convertedFrom).toBe('EPSG:5367');
    // The projection's meridian is 84° west; ten kilometres squared.
    expect(file.features[0]?.geometry[0]?.[0]?.some(([x]) => Math.abs(x + 84) < 1e-6)).toBe(true);
    expect(sizes('projection-declared-5367.geojson')[0]).toBeCloseTo(100, -0.5);
  });

  it('are refused where none is declared, naming the largest and what they could be', () => {
    const country = { west: -83.1, south: 7.1, east: -77.1, north: 9.75 };
    const refusal = refusalOf(() => read('projection-undeclared-utm17.geojson', { country }));
    expect(refusal.code).toBe('boundaries.not-degrees');
    expect(refusal.details.values).toMatchObject({ largest: 1_010_000 });
    expect(refusal.details.values?.['candidates']).toContain('EPSG:32617');
  });

  it('are converted from the projection that the person names', () => {
    const file = read('projection-undeclared-utm17.geojson', { projection: '32617' });
    expect(file.convertedFrom).toBe('EPSG:32617');
    expect(sizes('projection-undeclared-utm17.geojson', { projection: 'EPSG:32617' })[0]).toBeCloseTo(
      100,
      -0.5,
    );
  });

  it('are refused in a projection that is not known, by its name', () => {
    expect(refusalOf(() => read('projection-unknown.geojson'))).toMatchObject({
      code: 'boundaries.unknown-projection',
      details: { values: { projection: 'EPSG:2154' } },
    });
  });
});

describe('a latitude before a longitude', () => {
  const country = { west: -83.1, south: 7.1, east: -77.1, north: 9.75 };

  it('is questioned', () => {
    expect(refusalOf(() => read('projection-swapped.geojson', { country })).code).toBe(
      'boundaries.swapped-axes',
    );
  });

  it('is turned round once the person has said so', () => {
    const file = read('projection-swapped.geojson', { country, swapAxes: true });
    expect(file.features[0]?.geometry[0]?.[0]?.[0]).toEqual([-80, 8]);
  });

  it('is not suspected of a file of another country: that lies elsewhere', () => {
    expect(refusalOf(() => read('layout-collection.geojson', { country })).code).toBe('boundaries.elsewhere');
  });
});

describe('a ring with a fault that changes nothing', () => {
  it.each([
    ['repair-unclosed.geojson', 'unclosed-ring', 1],
    ['repair-repeated-positions.geojson', 'repeated-position', 1],
    ['repair-spike.geojson', 'spike', 1],
    ['repair-bow-tie.geojson', 'crossing-ring', 0.5],
    ['repair-empty-hole.geojson', 'short-ring', 1],
    ['repair-ring-outside.geojson', 'ring-outside', 2],
    ['repair-clockwise.geojson', 'wrong-winding', 1],
  ] as const)('%s is mended and told as %s', (file, code, size) => {
    const { repairs, broken } = read(file);
    expect(repairs.map((repair) => ({ code: repair.code, row: repair.row }))).toContainEqual({
      code: `boundaries.repair.${code}`,
      row: 1,
    });
    expect(broken).toEqual([]);
    expect(Math.abs((sizes(file)[0] ?? 0) / squareDegree - size)).toBeLessThan(0.02);
  });
});

describe('a feature that is no area', () => {
  it.each([
    ['no-geometry', 'no-geometry'],
    ['point', 'not-an-area'],
    ['line', 'not-an-area'],
    ['empty', 'no-geometry'],
    ['two-points', 'short-ring'],
    ['flat', 'short-ring'],
    ['null-coordinate', 'not-a-number'],
    ['text-coordinate', 'not-a-number'],
    ['shallow', 'broken-coordinates'],
    ['nested-collections', 'too-deep'],
  ] as const)('broken-%s is told by its number as %s, and the others are read', (file, code) => {
    const { features, broken } = read(`broken-${file}.geojson`);
    expect(broken).toEqual([{ code: `boundaries.${code}`, row: 2, values: { feature: 2 } }]);
    expect(features).toHaveLength(1);
  });
});

describe('a file that is none', () => {
  it.each([
    ['file-not-boundaries.json', 'boundaries.not-boundaries'],
    ['file-esri.json', 'boundaries.not-boundaries'],
    ['file.kml', 'boundaries.not-json'],
    ['file-no-features.geojson', 'boundaries.no-features'],
    ['file-broken.topojson', 'boundaries.broken-topology'],
    ['file-damaged.geojson.gz', 'boundaries.broken-compression'],
  ] as const)('%s is refused as %s', (file, code) => {
    expect(refusalOf(() => read(file)).code).toBe(code);
  });

  it.each([
    ['file-missing-comma.geojson', { line: 3, column: 3, found: '"' }],
    ['file-nan.geojson', { line: 1, column: 46, found: 'NaN' }],
  ] as const)('%s is refused with line and column', (file, values) => {
    expect(refusalOf(() => read(file))).toMatchObject({
      code: 'boundaries.broken-json',
      details: { values },
    });
  });

  it('that was cut short says where it ends', () => {
    expect(refusalOf(() => read('file-cut-short.geojson')).details.values).toMatchObject({
      line: 1,
      column: 143,
    });
  });

  it('that is empty is refused', () => {
    expect(refusalOf(() => readBoundaries(new Uint8Array())).code).toBe('boundaries.empty');
  });
});

const polygon = (ring: unknown) => Buffer.from(JSON.stringify({ type: 'Polygon', coordinates: [ring] }));

describe('a file made to exhaust memory or patience', () => {
  it('is refused when it unpacks to more than is read', () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1_048_576, 0x20));
    expect(refusalOf(() => readBoundaries(bomb)).code).toBe('boundaries.too-large');
  });

  it('is refused when its brackets never close', () => {
    expect(refusalOf(() => readBoundaries(Buffer.from('['.repeat(2_000_000)))).code).toBe(
      'boundaries.broken-json',
    );
  });

  it('is refused when its brackets go deep and close', () => {
    const deep = Buffer.from('['.repeat(100_000) + ']'.repeat(100_000));
    expect(refusalOf(() => readBoundaries(deep)).code).toMatch(/^boundaries\./);
  });

  it('is refused when a topology names one line a million times', () => {
    const arcs = [Array.from({ length: 1000 }, () => [0, 0])];
    const named = Array.from({ length: 10_000 }, () => 0);
    const topology = { type: 'Topology', objects: { areas: { type: 'Polygon', arcs: [named] } }, arcs };
    expect(refusalOf(() => readBoundaries(Buffer.from(JSON.stringify(topology)))).code).toBe(
      'boundaries.too-large',
    );
  });

  it('is read when it has a million positions and none of them crosses', () => {
    const ring = Array.from({ length: 1_000_000 }, (_, step) => {
      const turn = (step / 1_000_000) * 2 * Math.PI;
      return [Math.cos(turn), Math.sin(turn)];
    });
    expect(readBoundaries(polygon(ring)).features[0]?.geometry[0]?.[0]).toHaveLength(1_000_001);
  });

  it('is told to be tangled when every line crosses every other', () => {
    const star = Array.from({ length: 20_001 }, (_, step) => {
      const turn = ((step * 10_000) / 20_001) * 2 * Math.PI;
      return [Math.cos(turn), Math.sin(turn)];
    });
    const refusal = refusalOf(() => readBoundaries(polygon(star)));
    expect(refusal.details.problems).toEqual([
      { code: 'boundaries.tangled-ring', row: 1, values: { feature: 1 } },
    ]);
  });
});
