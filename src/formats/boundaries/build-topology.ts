import { gzipSync } from 'node:zlib';
import type { FeatureCollection, MultiPolygon as GeoMultiPolygon, Point } from 'geojson';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { filter, presimplify, simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  MultiPolygon as TopoMultiPolygon,
  Point as TopoPoint,
  Topology,
} from 'topojson-specification';
import { polygonAreaKm2, type MultiPolygon, type Position } from './geometry.ts';

/** The shape of one territory: its area, or the one position that is all that is known of it. */
export type AreaShape =
  | { readonly id: number; readonly geometry: MultiPolygon }
  | { readonly id: number; readonly point: Position };

type AreaGeometry = TopoMultiPolygon | TopoPoint;

/** A topology as it is stored: one object, "areas", whose geometries carry the territory's number. */
export type AreaTopology = Topology<{ areas: GeometryCollection }>;

export type BuiltTopology = {
  readonly topology: AreaTopology;
  readonly gzipBytes: number;
  /** Islands and slivers too small to be seen that were left out; never the largest part of a territory. */
  readonly omittedParts: number;
};

/** Grid on which positions are kept: one part in a hundred thousand of the country's width, some metres. */
const gridSteps = 1e5;

/** What a map may weigh on the wire: a small base and a share for every area (about 40 kB for 80 areas). */
export const sizeLimit = (areas: number): number => 24_000 + 200 * areas;

/** From nothing lost to a generalised outline; in square degrees, the area of the corner that may be cut off. */
const tolerances = [0, ...Array.from({ length: 22 }, (_, step) => 1e-9 * 2 ** step)];
const km2PerSquareDegree = 12_300;

/**
 * Makes the topology of a map: neighbours share their line, so that simplifying opens no gap between them; simplified
 * just as much as the size asks; islands stay as long as they can be seen, and the largest part of each area always.
 */
export function buildTopology(areas: readonly AreaShape[], limit = sizeLimit(areas.length)): BuiltTopology {
  const sizes = new Map(
    areas.map((area) => [area.id, 'geometry' in area ? area.geometry.map(polygonAreaKm2) : []]),
  );
  const shared = topology({ areas: collection(areas) }, gridSteps * 10) as AreaTopology;
  const weighted = protectRings(restorePoints(presimplify(shared), areas));
  const attempt = (tolerance: number): BuiltTopology => {
    const { kept, omittedParts } = dropSpecks(weighted, sizes, tolerance * km2PerSquareDegree * 2);
    // Only arcs that some area still uses are kept.
    const thinned = filter(simplify(kept, tolerance), () => true) as AreaTopology;
    const built = quantize(thinned, gridSteps);
    return { topology: built, gzipBytes: gzipSync(JSON.stringify(built)).length, omittedParts };
  };
  return finestWithin(attempt, limit);
}

/** Halving: size falls as the tolerance grows. */
function finestWithin(attempt: (tolerance: number) => BuiltTopology, limit: number): BuiltTopology {
  let [low, high] = [0, tolerances.length - 1];
  const finest = attempt(0);
  if (finest.gzipBytes <= limit) return finest;
  let best = attempt(tolerances[high] ?? 0);
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    const built = attempt(tolerances[middle] ?? 0);
    if (built.gzipBytes <= limit) [best, high] = [built, middle];
    else low = middle;
  }
  return best;
}

function collection(areas: readonly AreaShape[]): FeatureCollection<GeoMultiPolygon | Point> {
  const sorted = areas.toSorted((one, other) => one.id - other.id);
  return {
    type: 'FeatureCollection',
    features: sorted.map((area) => ({
      type: 'Feature',
      id: area.id,
      properties: null,
      geometry:
        'point' in area
          ? { type: 'Point', coordinates: area.point }
          : { type: 'MultiPolygon', coordinates: area.geometry },
    })),
  };
}

const geometriesOf = (given: AreaTopology) => given.objects.areas.geometries as unknown as AreaGeometry[];

/** Weighing takes arcs off their grid but forgets the points, which would be read as degrees. */
function restorePoints(given: AreaTopology, areas: readonly AreaShape[]): AreaTopology {
  const points = new Map(areas.flatMap((area) => ('point' in area ? [[area.id, area.point] as const] : [])));
  for (const geometry of geometriesOf(given)) {
    const point = points.get(Number(geometry.id));
    if (geometry.type === 'Point' && point) geometry.coordinates = [...point];
  }
  return given;
}

/** Rings of one or two arcs would shrink to nothing: the corners that matter most to them are never cut off. */
function protectRings(given: AreaTopology): AreaTopology {
  for (const geometry of geometriesOf(given)) {
    if (geometry.type !== 'MultiPolygon') continue;
    for (const ring of geometry.arcs.flat()) {
      if (ring.length > 2) continue;
      for (const index of ring)
        protectCorners(given.arcs[index < 0 ? ~index : index] ?? [], ring.length === 1 ? 3 : 1);
    }
  }
  return given;
}

function protectCorners(arc: Position[] | number[][], count: number): void {
  const inner = (arc as number[][]).slice(1, -1);
  const heaviest = inner.toSorted((one, other) => (other[2] ?? 0) - (one[2] ?? 0)).slice(0, count);
  for (const position of heaviest) position[2] = Infinity;
}

function dropSpecks(given: AreaTopology, sizes: ReadonlyMap<number, readonly number[]>, leastKm2: number) {
  let omittedParts = 0;
  const geometries = geometriesOf(given).map((geometry): AreaGeometry => {
    if (geometry.type !== 'MultiPolygon') return geometry;
    const parts = sizes.get(Number(geometry.id)) ?? [];
    const largest = Math.max(...parts);
    const arcs = geometry.arcs.filter((_, index) => {
      const size = parts[index] ?? 0;
      return size >= leastKm2 || size === largest;
    });
    omittedParts += geometry.arcs.length - arcs.length;
    return { ...geometry, arcs };
  });
  const kept = {
    ...given,
    objects: { areas: { ...given.objects.areas, geometries } },
  } as unknown as AreaTopology;
  return { kept, omittedParts };
}
