import { Delaunay } from 'd3-delaunay';
import { mergeArcs, feature } from 'topojson-client';
import { topology } from 'topojson-server';
import type { MultiPolygon as GeoMultiPolygon, Polygon as GeoPolygon } from 'geojson';
import type { GeometryCollection, MultiPolygon as TopoMultiPolygon, Topology } from 'topojson-specification';
import { buildTopology, type AreaShape, type BuiltTopology } from './build-topology.ts';
import { clipCell, outlineParts } from './clip-cell.ts';
import { outlineAround, type CountryOutline } from './country-outline.ts';
import {
  areaKm2,
  boxOf,
  positionsOf,
  widen,
  windForDrawing,
  type MultiPolygon,
  type Position,
  type Ring,
} from './geometry.ts';

/** A territory with its point, if one is known. Its subtree is id .. lastId. */
export type PointTerritory = {
  readonly id: number;
  readonly lastId: number;
  readonly level: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
};

export type ApproximateLevel = BuiltTopology & {
  readonly level: number;
  /** Territories too small for the outline: drawn as a dot. */
  readonly dots: readonly number[];
  /** Territories of which no point is known, nor of anything below. */
  readonly withoutShape: readonly number[];
};

export type ApproximateAreas = {
  readonly outline: CountryOutline['source'];
  readonly levels: readonly ApproximateLevel[];
};

type Bounds = [number, number, number, number];
type Seed = { readonly id: number; readonly point: Position };
type Progress = (done: number, total: number) => void;

export type ApproximateOptions = {
  /** The country's outline; found from the points when not given. */
  readonly outline?: CountryOutline;
  readonly onProgress?: Progress | undefined;
};

/**
 * Areas drawn from points, for a country of which no boundary may be shipped: every place belongs to the nearest point
 * of the lowest level, within the country's outline; the areas above are united from those below.
 * Source: Voronoi cells. Against the official districts of Panama the median error of the area is about 10 %.
 */
export function drawApproximateAreas(
  territories: readonly PointTerritory[],
  { outline: given, onProgress = () => undefined }: ApproximateOptions = {},
): ApproximateAreas {
  const seeds = findSeeds(territories);
  if (seeds.length === 0) return { outline: 'points', levels: [] };
  const outline = given ?? outlineAround(seeds.map((seed) => seed.point));
  const cells = cutCells(seeds, outline.geometry, onProgress);
  const united = uniteCells(cells);
  const levels = [...new Set(territories.map((territory) => territory.level))].toSorted(
    (one, other) => one - other,
  );
  return {
    outline: outline.source,
    levels: levels.map((level) => drawLevel(level, territories, seeds, united)),
  };
}

/** The points that areas grow from: those with no known point below them. */
function findSeeds(territories: readonly PointTerritory[]): Seed[] {
  const placed = territories
    .flatMap(({ id, lastId, longitude, latitude }) =>
      longitude === null || latitude === null
        ? []
        : [{ id, lastId, point: [round(longitude), round(latitude)] as Position }],
    )
    .toSorted((one, other) => one.id - other.id);
  const lowest = placed.filter((one, index) => (placed[index + 1]?.id ?? Infinity) > one.lastId);
  return standApart(lowest);
}

/**
 * Two seeds on one spot would leave one of them without a cell: the second is moved by about ten metres, and every
 * further one to another side, since seeds in one line have no triangles between them.
 */
function standApart(seeds: readonly Seed[]): Seed[] {
  const taken = new Map<string, number>();
  return seeds.map(({ id, point: [x, y] }) => {
    const others = taken.get(`${x} ${y}`) ?? 0;
    taken.set(`${x} ${y}`, others + 1);
    const [turn, distance] = [others * 2.4, 1e-4 * Math.sqrt(others)];
    return { id, point: [x + distance * Math.cos(turn), y + distance * Math.sin(turn)] };
  });
}

function cutCells(
  seeds: readonly Seed[],
  outline: MultiPolygon,
  onProgress: Progress,
): Map<number, MultiPolygon> {
  const box = boxOf([...positionsOf(outline), ...seeds.map((seed) => seed.point)]);
  if (!box) return new Map();
  // A degree of longitude is narrower than one of latitude: distances are measured in a plane where both are alike.
  const narrowing = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
  const { west, south, east, north } = widen(box, 0.05);
  // Around the middle of the country, so that seeds a step apart keep all their digits.
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  const toPlane = ([x, y]: Position): Position => [(x - middleX) * narrowing, y - middleY];
  const toDegrees = ([x, y]: Position): Position => [x / narrowing + middleX, y + middleY];
  const corners = [toPlane([west, south]), toPlane([east, north])].flat();
  const voronoi = Delaunay.from(seeds.map((seed) => toPlane(seed.point))).voronoi(corners as Bounds);
  const parts = outlineParts(outline);
  const cells = new Map<number, MultiPolygon>();
  for (const [index, { id }] of seeds.entries()) {
    const cell = voronoi.cellPolygon(index) as Ring | null;
    cells.set(id, cell ? roundRings(clipCell(cell.map(toDegrees), parts)) : []);
    if (index % 50 === 0) onProgress(index, seeds.length);
  }
  onProgress(seeds.length, seeds.length);
  return cells;
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

/** To a metre: neighbours that found their common corner apart find it in the same place. */
function roundRings(geometry: MultiPolygon): MultiPolygon {
  return geometry.map((polygon) =>
    polygon.map((ring) => ring.map(([x, y]): Position => [round(x), round(y)])),
  );
}

type Cells = Topology<{ cells: GeometryCollection }>;
type United = (ids: (id: number) => boolean) => MultiPolygon;

/** A function that unites the cells of some seeds by dropping the lines between them. */
function uniteCells(cells: ReadonlyMap<number, MultiPolygon>): United {
  const given = {
    type: 'FeatureCollection' as const,
    features: [...cells].map(([id, coordinates]) => ({
      type: 'Feature' as const,
      id,
      properties: null,
      geometry: { type: 'MultiPolygon' as const, coordinates },
    })),
  };
  const shared = topology({ cells: given }) as unknown as Cells;
  const geometries = shared.objects.cells.geometries as unknown as TopoMultiPolygon[];
  return (isWanted) => {
    const wanted = geometries.filter((geometry) => isWanted(Number(geometry.id)));
    if (wanted.length === 0) return [];
    const merged = feature(shared, mergeArcs(shared as never, wanted as never)).geometry as
      GeoMultiPolygon | GeoPolygon;
    return (merged.type === 'Polygon' ? [merged.coordinates] : merged.coordinates) as MultiPolygon;
  };
}

function drawLevel(
  level: number,
  territories: readonly PointTerritory[],
  seeds: readonly Seed[],
  united: United,
): ApproximateLevel {
  const shapes: AreaShape[] = [];
  const dots: number[] = [];
  const withoutShape: number[] = [];
  for (const { id, lastId } of territories.filter((territory) => territory.level === level)) {
    const isWithin = (seed: number) => id <= seed && seed <= lastId;
    const first = seeds.find((seed) => isWithin(seed.id));
    const geometry = first ? windForDrawing(united(isWithin)) : [];
    if (areaKm2(geometry) > 0) shapes.push({ id, geometry });
    else if (first) {
      shapes.push({ id, point: first.point });
      dots.push(id);
    } else withoutShape.push(id);
  }
  return { level, ...buildTopology(shapes), dots, withoutShape };
}
