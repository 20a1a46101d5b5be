import { describe, expect, it } from 'vitest';
import { buildTopology, type AreaShape } from './build-topology.ts';
import { drawAreas, drawPoint, frameHeight } from './draw-map.ts';
import type { MultiPolygon } from './geometry.ts';

const square = (west: number, south: number, side = 1): MultiPolygon => [
  [
    [
      [west, south],
      [west, south + side],
      [west + side, south + side],
      [west + side, south],
      [west, south],
    ],
  ],
];
const frame = { west: 0, south: 0, east: 2, north: 1 };
const draw = (...areas: AreaShape[]) => drawAreas(buildTopology(areas).topology, frame, 400, 200);

describe('drawing areas', () => {
  it('puts west left and north up, within the size asked for', () => {
    const [west, east] = draw({ id: 1, geometry: square(0, 0) }, { id: 2, geometry: square(1, 0) });
    expect(west?.at[0]).toBeLessThan(east?.at[0] ?? 0);
    expect(west?.path).toMatch(/^M[\d.,LMZ-]+Z$/);
    const numbers = (west?.path ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
    expect(Math.max(...numbers)).toBeLessThanOrEqual(400);
  });

  it('writes tenths of a pixel and the same text for the same input', () => {
    const area = { id: 1, geometry: square(0.123456, 0.1, 0.7654321) };
    expect(draw(area)[0]?.path).not.toMatch(/\.\d\d/);
    expect(draw(area)).toEqual(draw(area));
  });

  it('is not shrunk by an island outside the frame, which becomes a dot on the edge', () => {
    const [near, far] = draw({ id: 1, geometry: square(0, 0) }, { id: 2, geometry: square(-9, -9) });
    expect(near).toEqual(draw({ id: 1, geometry: square(0, 0) })[0]);
    expect(far).toMatchObject({ territoryId: 2, isDot: true });
    expect(far?.at[0]).toBeLessThan(10);
  });

  it('draws what is too small to be seen, and what has only a point, as a dot', () => {
    const [speck, place] = draw({ id: 1, geometry: square(0.5, 0.5, 0.001) }, { id: 2, point: [1.5, 0.5] });
    expect(speck?.isDot).toBe(true);
    expect(place).toEqual(drawPoint(2, [1.5, 0.5], frame, { width: 400, height: 200 }));
  });

  it('does not fill the world for a ring that runs the other way round', () => {
    const reversed = square(0, 0).map((polygon) => polygon.map((ring) => ring.toReversed()));
    const path = draw({ id: 1, geometry: square(0, 0) })[0]?.path ?? '';
    expect(path.length).toBeLessThan(80);
    // Only what went through windForDrawing is stored; this shows why.
    expect(draw({ id: 1, geometry: reversed })[0]?.path).not.toBe(path);
  });

  it('is as high as its frame, but no higher than a screen', () => {
    expect(frameHeight(frame, 400)).toBe(200);
    expect(frameHeight({ west: 0, south: 0, east: 1, north: 9 }, 400)).toBe(500);
  });
});

describe('a topology', () => {
  it('keeps one line between neighbours and the number of every territory', () => {
    const { topology } = buildTopology([
      { id: 7, geometry: square(0, 0) },
      { id: 5, geometry: square(1, 0) },
    ]);
    expect(topology.objects.areas.geometries.map((geometry) => geometry.id)).toEqual([5, 7]);
    expect(topology.arcs).toHaveLength(3);
  });

  it('is simplified to its limit and keeps the largest part of every area, however small', () => {
    const coast = (west: number): MultiPolygon => [
      [
        Array.from({ length: 4001 }, (_, step) => {
          const turn = (-(step % 4000) / 4000) * 2 * Math.PI;
          const radius = 0.4 + 0.03 * Math.sin(step * 1.7);
          return [west + radius * Math.cos(turn), radius * Math.sin(turn)] as [number, number];
        }),
      ],
      ...square(west + 0.45, 0, 0.0001),
    ];
    const areas = [
      ...[0, 1, 2, 3].map((west) => ({ id: west + 1, geometry: coast(west) })),
      { id: 9, geometry: square(5, 5, 0.0002) },
    ];
    const built = buildTopology(areas, 6000);
    expect(built.gzipBytes).toBeLessThanOrEqual(6000);
    expect(built.omittedParts).toBeGreaterThan(0);
    const drawn = drawAreas(
      built.topology,
      { west: 4.9999, south: 4.9999, east: 5.0004, north: 5.0004 },
      100,
      100,
    );
    expect(drawn.find((area) => area.territoryId === 9)?.isDot).toBe(false);
  });
});
