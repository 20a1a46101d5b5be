import { refuse } from '#domain/territories/boundary-refusals.ts';
import { boxHolds, widen, type Box, type Position } from './geometry.ts';
import {
  isInDegrees,
  knownProjections,
  parseProjection,
  projectionsThatFit,
  toDegrees,
} from './projections.ts';
import type { GivenPolygons } from './read-positions.ts';

type Asked = {
  readonly declared: string | null;
  readonly projection?: string | null;
  readonly country?: Box | null;
  readonly swapAxes?: boolean;
};

export type Placed = {
  readonly shapes: readonly GivenPolygons[];
  readonly convertedFrom: string | null;
  readonly swapped: boolean;
};

/** How far outside its box a country's own boundary may lie: sea limits, far islands. */
const margin = 0.5;

/** Brings coordinates to WGS84 longitude and latitude, or says why they are not believed. */
export function placeOnEarth(shapes: readonly GivenPolygons[], asked: Asked): Placed {
  const converted = convert(shapes, asked);
  const country = asked.country ? widen(asked.country, margin, 1) : null;
  if (asked.swapAxes) {
    const swapped = mapPositions(converted.shapes, swap);
    refuseElsewhere(sample(swapped), country);
    return { shapes: swapped, convertedFrom: converted.projection, swapped: true };
  }
  refuseSwapped(sample(converted.shapes), country);
  refuseElsewhere(sample(converted.shapes), country);
  return { shapes: converted.shapes, convertedFrom: converted.projection, swapped: false };
}

const swap = ([x, y]: Position): Position => [y, x];

type Converted = { readonly shapes: readonly GivenPolygons[]; readonly projection: string | null };

function convert(shapes: readonly GivenPolygons[], asked: Asked): Converted {
  const named = asked.projection || asked.declared;
  const projection = named ? parseProjection(named) : null;
  if (named && projection === null) {
    throw refuse('boundaries.unknown-projection', {
      values: { projection: named, known: knownProjections.join(', ') },
    });
  }
  const positions = sample(shapes);
  const largest = positions.reduce((most, [x, y]) => Math.max(most, Math.abs(x), Math.abs(y)), 0);
  if (projection && !isInDegrees(projection) && largest > 360) {
    return { shapes: mapPositions(shapes, toDegrees(projection)), projection };
  }
  if (largest > 180) {
    const fitting = asked.country
      ? projectionsThatFit(positions.slice(0, 500), widen(asked.country, margin, 1))
      : [];
    throw refuse('boundaries.not-degrees', {
      values: { largest, candidates: fitting.join(', ') || 'none', known: knownProjections.join(', ') },
    });
  }
  return { shapes, projection: null };
}

function refuseSwapped(positions: readonly Position[], country: Box | null): void {
  const share = (box: Box, turn: (position: Position) => Position) =>
    positions.filter((position) => boxHolds(box, turn(position))).length / positions.length;
  const world = { west: -180, south: -90, east: 180, north: 90 };
  const looksSwapped = country
    ? share(country, (position) => position) < 0.1 && share(country, swap) > 0.9
    : share(world, (position) => position) < 0.1;
  if (looksSwapped) throw refuse('boundaries.swapped-axes', { values: pairOf(positions) });
}

function refuseElsewhere(positions: readonly Position[], country: Box | null): void {
  const box = country ?? { west: -180, south: -90, east: 180, north: 90 };
  if (positions.some((position) => boxHolds(box, position))) return;
  throw refuse('boundaries.elsewhere', { values: pairOf(positions) });
}

function pairOf(positions: readonly Position[]): { first: number; second: number } {
  const [first, second] = positions[0] ?? [0, 0];
  return { first, second };
}

/** Every position of a small file, some thousands of a large one. */
function sample(shapes: readonly GivenPolygons[]): Position[] {
  const rings = shapes.flatMap((polygons) => polygons.flat());
  const total = rings.reduce((sum, ring) => sum + ring.length, 0);
  const step = Math.max(1, Math.floor(total / 20_000));
  return rings.flatMap((ring) => ring.filter((_, index) => index % step === 0));
}

function mapPositions(
  shapes: readonly GivenPolygons[],
  change: (position: Position) => Position,
): GivenPolygons[] {
  return shapes.map((polygons) => polygons.map((rings) => rings.map((ring) => ring.map(change))));
}
