import type { Position } from './geometry.ts';

/** Why the coordinates of a feature are not those of an area. */
export type ShapeFault = 'no-geometry' | 'not-an-area' | 'not-a-number' | 'broken-coordinates' | 'too-deep';

/** The rings of each polygon of a feature, as given. */
export type GivenPolygons = Position[][][];

const deepestCollection = 8;

/** The polygons of a geometry, two coordinates a position, none of them judged yet. */
export function readPolygons(geometry: unknown, depth = 0): GivenPolygons | ShapeFault {
  if (typeof geometry !== 'object' || geometry === null) return 'no-geometry';
  const { type, coordinates, geometries } = geometry as Record<string, unknown>;
  if (type === 'Polygon') return readPolygonList([coordinates]);
  if (type === 'MultiPolygon') return readPolygonList(coordinates);
  if (type !== 'GeometryCollection') return typeof type === 'string' ? 'not-an-area' : 'broken-coordinates';
  if (depth >= deepestCollection) return 'too-deep';
  if (!Array.isArray(geometries)) return 'broken-coordinates';
  const polygons: GivenPolygons = [];
  for (const part of geometries) {
    const read = readPolygons(part, depth + 1);
    if (typeof read === 'string') return read;
    for (const polygon of read) polygons.push(polygon);
  }
  return polygons.length > 0 ? polygons : 'no-geometry';
}

function readPolygonList(given: unknown): GivenPolygons | ShapeFault {
  if (!Array.isArray(given)) return 'broken-coordinates';
  const polygons: GivenPolygons = [];
  for (const polygon of given) {
    if (!Array.isArray(polygon)) return 'broken-coordinates';
    if (polygon.length === 0) continue;
    const rings: Position[][] = [];
    for (const ring of polygon) {
      const read = readRing(ring);
      if (typeof read === 'string') return read;
      rings.push(read);
    }
    polygons.push(rings);
  }
  return polygons.length > 0 ? polygons : 'no-geometry';
}

function readRing(given: unknown): Position[] | ShapeFault {
  if (!Array.isArray(given)) return 'broken-coordinates';
  const ring: Position[] = [];
  for (const position of given) {
    if (!Array.isArray(position) || position.length < 2) return 'broken-coordinates';
    const [x, y] = position as unknown[];
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
      return 'not-a-number';
    ring.push([x, y]);
  }
  return ring;
}
