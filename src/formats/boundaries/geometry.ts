/** Longitude and latitude in degrees (or x and y in metres, before they are converted). */
export type Position = [number, number];
/** A closed line: the first position is repeated at the end. */
export type Ring = Position[];
/** An outline and its holes. */
export type Polygon = Ring[];
export type MultiPolygon = Polygon[];

export type Box = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

const earthRadiusKm = 6371.0088;
const radians = Math.PI / 180;

/**
 * Area enclosed by a ring on the sphere, in km²; positive when it runs clockwise, as d3-geo wants outlines.
 * The chord between two positions is taken as a line in longitude and the sine of latitude: for boundaries of
 * a country the difference is far below one part in a thousand.
 */
export function clockwiseArea(ring: readonly Position[]): number {
  let sum = 0;
  for (const [[x1, y1], [x2, y2]] of edgesOf(ring)) {
    sum += (x2 - x1) * radians * (2 + Math.sin(y1 * radians) + Math.sin(y2 * radians));
  }
  return (sum * earthRadiusKm * earthRadiusKm) / 2;
}

/** Area of outlines less their holes, in km², whichever way the rings run. */
export function areaKm2(geometry: MultiPolygon): number {
  return geometry.reduce((total, polygon) => total + polygonAreaKm2(polygon), 0);
}

export function polygonAreaKm2(polygon: Polygon): number {
  const [outline = [], ...holes] = polygon;
  const enclosed = Math.abs(clockwiseArea(outline));
  return Math.max(
    0,
    holes.reduce((left, hole) => left - Math.abs(clockwiseArea(hole)), enclosed),
  );
}

/** Twice the signed area in the plane; used where only the sign or zero matters. */
export function planarArea(ring: readonly Position[]): number {
  let sum = 0;
  for (const [[x1, y1], [x2, y2]] of edgesOf(ring)) {
    sum += x1 * y2 - x2 * y1;
  }
  return sum;
}

function* edgesOf(ring: readonly Position[]): Generator<readonly [Position, Position]> {
  let before: Position | undefined;
  for (const position of ring) {
    if (before) yield [before, position];
    before = position;
  }
}

/** Outlines clockwise and holes counter-clockwise, as d3-geo draws them. */
export function windForDrawing(geometry: MultiPolygon): MultiPolygon {
  return wind(geometry, (ring) => planarArea(ring) < 0);
}

/** Outlines counter-clockwise and holes clockwise, as RFC 7946 asks of GeoJSON. */
export function windForGeoJson(geometry: MultiPolygon): MultiPolygon {
  return wind(geometry, (ring) => planarArea(ring) > 0);
}

function wind(geometry: MultiPolygon, isRightForOutline: (ring: Ring) => boolean): MultiPolygon {
  return geometry.map((polygon) =>
    polygon.map((ring, index) => (isRightForOutline(ring) === (index === 0) ? ring : ring.toReversed())),
  );
}

export function boxOf(positions: Iterable<readonly [number, number]>): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return west <= east ? { west, south, east, north } : null;
}

/** A box grown by a share of its larger side, or by a least number of degrees. */
export function widen(box: Box, share: number, least = 0): Box {
  const by = Math.max(least, share * Math.max(box.east - box.west, box.north - box.south));
  return { west: box.west - by, south: box.south - by, east: box.east + by, north: box.north + by };
}

export function boxHolds(box: Box, [x, y]: readonly [number, number]): boolean {
  return box.west <= x && x <= box.east && box.south <= y && y <= box.north;
}

export function boxesMeet(one: Box, other: Box): boolean {
  return (
    one.west <= other.east && other.west <= one.east && one.south <= other.north && other.south <= one.north
  );
}

/** Every position of every ring. */
export function* positionsOf(geometry: MultiPolygon): Generator<Position> {
  for (const polygon of geometry) for (const ring of polygon) yield* ring;
}

export function ringHolds(ring: readonly Position[], [x, y]: readonly [number, number]): boolean {
  let inside = false;
  for (const [[x1, y1], [x2, y2]] of edgesOf(ring)) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

export function holds(geometry: MultiPolygon, position: readonly [number, number]): boolean {
  return geometry.some(
    ([outline = [], ...holes]) =>
      ringHolds(outline, position) && !holes.some((hole) => ringHolds(hole, position)),
  );
}
