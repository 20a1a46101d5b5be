import { geoMercator, geoPath, type GeoProjection } from 'd3-geo';
import type { MultiPolygon as GeoMultiPolygon, Point } from 'geojson';
import { feature } from 'topojson-client';
import type { AreaTopology } from './build-topology.ts';
import {
  boxesMeet,
  boxHolds,
  boxOf,
  type Box,
  type MultiPolygon,
  type Position,
  type Ring,
} from './geometry.ts';

export type DrawnArea = {
  readonly territoryId: number;
  /** An SVG path within the width and height asked for. */
  readonly path: string;
  /** Drawn as a dot: too small, or only its place is known. */
  readonly isDot: boolean;
  /** Where a label or a mark goes. */
  readonly at: readonly [number, number];
};

const dotRadius = 3;
/** An area narrower and lower than this cannot be seen or pressed. */
const leastSize = 1.5;

/**
 * Draws areas for a picture of a size. The frame, not the areas, says what is shown: a far island must not shrink the
 * country. What lies outside the frame altogether is drawn as a dot on its edge. Same input, same text.
 */
export function drawAreas(
  topology: AreaTopology,
  frame: Box,
  width: number,
  height: number,
  only?: ReadonlySet<number>,
): DrawnArea[] {
  const projection = projectionFor(frame, width, height);
  // d3 asks nothing of a path but its text: no digits beyond a tenth of a pixel.
  const path = geoPath(projection).digits(1);
  const { features } = feature(topology, wantedOf(topology, only));
  return features.map((area) => {
    const territoryId = Number(area.id);
    const geometry = area.geometry as GeoMultiPolygon | Point;
    if (geometry.type === 'Point')
      return drawDot(territoryId, geometry.coordinates as Position, frame, projection);
    const inFrame = (geometry.coordinates as MultiPolygon).filter(([outline = []]) => isSeen(outline, frame));
    if (inFrame.length === 0) {
      const start = (geometry.coordinates as MultiPolygon)[0]?.[0]?.[0];
      return drawDot(territoryId, start ?? [frame.west, frame.south], frame, projection);
    }
    const shown: GeoMultiPolygon = { type: 'MultiPolygon', coordinates: inFrame };
    const at = path.centroid(largestPart(shown));
    const [[left, top], [right, bottom]] = path.bounds(shown);
    const text = path(shown);
    if (!text || (right - left < leastSize && bottom - top < leastSize)) {
      return { territoryId, path: circle(at), isDot: true, at: rounded(at) };
    }
    return { territoryId, path: text, isDot: false, at: rounded(at) };
  });
}

/** A dot for a territory of which only the point is known. */
export function drawPoint(territoryId: number, point: Position, frame: Box, size: Size): DrawnArea {
  return drawDot(territoryId, point, frame, projectionFor(frame, size.width, size.height));
}

export type Size = { readonly width: number; readonly height: number };

const mercator = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));

/** How high a picture of a width must be to be filled by a frame; never so high that it leaves the screen. */
export function frameHeight(frame: Box, width: number): number {
  const across = ((frame.east - frame.west) * Math.PI) / 180;
  const high = (width * (mercator(frame.north) - mercator(frame.south))) / across;
  return Math.round(Math.min(Math.max(high, width / 4), width * 1.25));
}

function wantedOf(topology: AreaTopology, only?: ReadonlySet<number>): AreaTopology['objects']['areas'] {
  const { areas } = topology.objects;
  if (!only) return areas;
  return { ...areas, geometries: areas.geometries.filter((geometry) => only.has(Number(geometry.id))) };
}

/** The frame of some areas: around the parts of them that the country's own frame shows. */
export function frameAround(
  topology: AreaTopology,
  territoryIds: ReadonlySet<number>,
  country: Box,
): Box | null {
  const positions: Position[] = [];
  for (const area of feature(topology, wantedOf(topology, territoryIds)).features) {
    const geometry = area.geometry as GeoMultiPolygon | Point;
    if (geometry.type === 'Point') positions.push(geometry.coordinates as Position);
    else positions.push(...(geometry.coordinates as MultiPolygon).flatMap(([outline = []]) => outline));
  }
  const shown = positions.filter((position) => boxHolds(country, position));
  return boxOf(shown.length > 0 ? shown : positions);
}

function projectionFor(frame: Box, width: number, height: number): GeoProjection {
  const corners: Position[] = [
    [frame.west, frame.south],
    [frame.east, frame.north],
  ];
  // Lines this short need no points between their ends.
  return geoMercator()
    .precision(0)
    .fitExtent(
      [
        [2, 2],
        [width - 2, height - 2],
      ],
      { type: 'MultiPoint', coordinates: corners },
    );
}

function isSeen(outline: Ring, frame: Box): boolean {
  const box = boxOf(outline);
  return box !== null && boxesMeet(box, frame);
}

const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

function drawDot(territoryId: number, [x, y]: Position, frame: Box, projection: GeoProjection): DrawnArea {
  const at = projection([within(x, frame.west, frame.east), within(y, frame.south, frame.north)]) ?? [0, 0];
  return { territoryId, path: circle(at), isDot: true, at: rounded(at) };
}

function largestPart(geometry: GeoMultiPolygon): GeoMultiPolygon {
  const sized = geometry.coordinates.map((polygon) => ({ polygon, positions: boxSize(polygon[0] as Ring) }));
  const largest = sized.toSorted((one, other) => other.positions - one.positions)[0];
  return { type: 'MultiPolygon', coordinates: largest ? [largest.polygon] : [] };
}

function boxSize(ring: Ring): number {
  const box = boxOf(ring);
  return box ? (box.east - box.west) * (box.north - box.south) : 0;
}

const tenth = (value: number) => Math.round(value * 10) / 10;
const rounded = ([x, y]: readonly [number, number]): [number, number] => [tenth(x), tenth(y)];

function circle(at: readonly [number, number]): string {
  const [x, y] = rounded(at);
  const across = dotRadius * 2;
  return `M${tenth(x - dotRadius)},${y}a${dotRadius},${dotRadius},0,1,1,${across},0a${dotRadius},${dotRadius},0,1,1,${-across},0Z`;
}
