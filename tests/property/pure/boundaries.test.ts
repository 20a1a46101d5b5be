import * as fc from 'fast-check';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { joinBoundaries } from '#domain/territories/boundary-join.ts';
import { drawApproximateAreas } from '#formats/boundaries/approximate-areas.ts';
import {
  areaKm2,
  boxOf,
  planarArea,
  windForDrawing,
  type MultiPolygon,
  type Position,
} from '#formats/boundaries/geometry.ts';
import { findJsonFault } from '#formats/boundaries/json-fault.ts';
import { repairPolygon } from '#formats/boundaries/repair-polygon.ts';
import { countCrossings } from '#formats/boundaries/ring-crossings.ts';

const position = fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -60, max: 60 }));
const ring = fc.array(position, { minLength: 0, maxLength: 30 }) as fc.Arbitrary<Position[]>;
const polygon = fc.array(ring, { minLength: 1, maxLength: 4 });

describe('mending a polygon', () => {
  it('never makes an area negative, nor larger than its surroundings, nor leaves a ring open or crossing itself', () => {
    fc.assert(
      fc.property(polygon, (rings) => {
        const repaired = repairPolygon(rings);
        if ('fault' in repaired) return;
        const geometry = windForDrawing(repaired.polygons);
        for (const [index, part] of geometry.flatMap((rings) => [...rings.entries()])) {
          expect(part[0]).toEqual(part.at(-1));
          expect(part.length).toBeGreaterThanOrEqual(4);
          expect(planarArea(part) < 0).toBe(index === 0);
        }
        const box = boxOf(rings.flat());
        expect(areaKm2(geometry)).toBeGreaterThan(0);
        expect(box && areaKm2(geometry) <= areaKm2(asSquare(box)) * repaired.polygons.length * 1.0001).toBe(
          true,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('leaves a sound polygon as it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 3, maxLength: 40 }),
        (radii) => {
          const star = radii.map((radius, index): Position => {
            const turn = (index / radii.length) * 2 * Math.PI;
            return [radius * Math.cos(turn), radius * Math.sin(turn)];
          });
          const closed = [...star, ...star.slice(0, 1)];
          expect(countCrossings(closed)).toBe(0);
          expect(repairPolygon([closed])).toMatchObject({ polygons: [[closed]] });
        },
      ),
    );
  });
});

describe('joining', () => {
  const names = fc.constantFrom('Alta', 'Baja', 'Santa Fe', 'Norte', 'Sur', 'Lago');
  const codes = fc.constantFrom('0101', '0102', '0201', '101', '201', 'x');
  const claim = fc.record({ codigo: codes, nombre: names, prov: names });
  const territory = fc.record({ code: codes, name: names, ancestors: fc.array(names, { maxLength: 2 }) });

  it('does not depend on the order of features or territories', () => {
    fc.assert(
      fc.property(
        fc.array(claim, { maxLength: 8 }),
        fc.uniqueArray(territory, { maxLength: 8, selector: (one) => one.code }),
        fc.infiniteStream(fc.integer()),
        (properties, given, random) => {
          const features = properties.map((one, index) => ({ number: index + 1, id: null, properties: one }));
          const territories = given.map((one, index) => ({
            ...one,
            id: index + 1,
            isoCode: null,
            aliases: [],
          }));
          const shuffle = <T>(list: readonly T[]): T[] =>
            list
              .map((item) => ({ item, at: random.next().value as number }))
              .toSorted((one, other) => one.at - other.at)
              .map(({ item }) => item);
          const join = joinBoundaries(features, territories, []);
          expect(joinBoundaries(shuffle(features), shuffle(territories), [])).toEqual(join);
        },
      ),
    );
  });

  it('accounts for every feature once and for every territory once', () => {
    fc.assert(
      fc.property(
        fc.array(claim, { maxLength: 8 }),
        fc.uniqueArray(territory, { maxLength: 8, selector: (one) => one.code }),
        (properties, given) => {
          const features = properties.map((one, index) => ({ number: index + 1, id: null, properties: one }));
          const territories = given.map((one, index) => ({
            ...one,
            id: index + 1,
            isoCode: null,
            aliases: [],
          }));
          const join = joinBoundaries(features, territories, []);
          const told = [
            ...join.matches.flatMap((match) => match.features),
            ...join.repeated.flatMap((group) => group.features),
            ...join.unmatched.map((one) => one.feature),
            ...join.ambiguous.map((one) => one.feature),
            ...join.lostZeros.map((one) => one.feature),
          ];
          expect(told.toSorted((one, other) => one - other)).toEqual(features.map((one) => one.number));
          const shaped = [...join.matches.map((match) => match.territoryId), ...join.withoutShape];
          expect(shaped.toSorted((one, other) => one - other)).toEqual(territories.map((one) => one.id));
        },
      ),
    );
  });
});

describe('areas from points', () => {
  const point = fc.tuple(
    fc.integer({ min: 10_000, max: 12_000 }).map((step) => step / 1000),
    fc.integer({ min: 5000, max: 7000 }).map((step) => step / 1000),
  );

  it('give every point an area or a dot, and cover the country once', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 25 }), (points) => {
        const lowest = points.map(([longitude, latitude], index) => ({
          id: index + 2,
          lastId: index + 2,
          level: 1,
          longitude,
          latitude,
        }));
        const country = { id: 1, lastId: 100, level: 0, longitude: null, latitude: null };
        const box = { west: 9.5, south: 4.5, east: 12.5, north: 7.5 };
        const outline = { geometry: asSquare(box), source: 'points' } as const;
        const drawn = drawApproximateAreas([country, ...lowest], { outline });
        const sizes = drawn.levels.map(({ topology }) => {
          const areas = feature(topology, topology.objects.areas).features;
          const shapes = areas.flatMap(({ geometry }) =>
            geometry.type === 'MultiPolygon' ? [geometry] : [],
          );
          return [
            areas.length,
            shapes.reduce((sum, shape) => sum + areaKm2(shape.coordinates as MultiPolygon), 0),
          ];
        });
        expect(sizes.map(([count]) => count)).toEqual([1, points.length]);
        for (const [, size = 0] of sizes)
          expect(Math.abs(size / areaKm2(outline.geometry) - 1)).toBeLessThan(0.001);
        expect(drawn.levels.every((level) => level.withoutShape.length === 0)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a fault in JSON', () => {
  it('is found in no text that is JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(findJsonFault(text)).toBeNull();
      }),
    );
  });

  it('is found in every text that is none', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, where) => {
        const cut = text.slice(0, where % text.length);
        let isJson = true;
        try {
          JSON.parse(cut);
        } catch {
          isJson = false;
        }
        expect(findJsonFault(cut) === null).toBe(isJson);
      }),
    );
  });
});

function asSquare({ west, south, east, north }: NonNullable<ReturnType<typeof boxOf>>): MultiPolygon {
  return [
    [
      [
        [west, south],
        [west, north],
        [east, north],
        [east, south],
        [west, south],
      ],
    ],
  ];
}
