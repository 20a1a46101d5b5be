import polygonClipping from 'polygon-clipping';
import {
  boxesMeet,
  boxHolds,
  boxOf,
  planarArea,
  widen,
  type Box,
  type MultiPolygon,
  type Polygon,
  type Position,
  type Ring,
} from './geometry.ts';

/** A part of an outline with its box, so that far parts are passed over. */
export type OutlinePart = { readonly polygon: Polygon; readonly box: Box };

export function outlineParts(outline: MultiPolygon): OutlinePart[] {
  return outline.flatMap((polygon) => {
    const box = boxOf(polygon[0] ?? []);
    return box ? [{ polygon, box }] : [];
  });
}

/**
 * What of a convex cell lies within an outline. The outline is first cut to the cell's surroundings by four straight
 * cuts, which is cheap; the exact sweep then sees tens of positions instead of thousands.
 */
export function clipCell(cell: Ring, outline: readonly OutlinePart[]): MultiPolygon {
  const tight = boxOf(cell);
  if (!tight) return [];
  const box = widen(tight, 0.05, 1e-3);
  const near = outline
    .filter((part) => boxesMeet(part.box, box))
    .map((part) => part.polygon.map((ring) => cutToBox(ring, box)).filter((ring) => ring.length > 3))
    .filter((polygon) => polygon.length > 0);
  if (near.length === 0) return [];
  const [only = []] = near;
  const [outlineHere = []] = only;
  if (near.length === 1 && only.length === 1 && coversBox(outlineHere, box)) return [[cell]];
  return polygonClipping.intersection([cell], near);
}

/** A ring cut to its box that is nothing but the box: the cell lies wholly inside the outline. */
function coversBox(ring: Ring, box: Box): boolean {
  const whole = 2 * (box.east - box.west) * (box.north - box.south);
  const isOnEdge = ([x, y]: Position) =>
    x === box.west || x === box.east || y === box.south || y === box.north;
  return ring.every(isOnEdge) && Math.abs(Math.abs(planarArea(ring)) - whole) < whole * 1e-9;
}

/** Sutherland and Hodgman's cuts. Bridges that they leave run along the box, outside the cell. */
function cutToBox(ring: Ring, box: Box): Ring {
  if (ring.every((position) => boxHolds(box, position))) return ring;
  let open = ring.slice(0, -1);
  open = cut(open, 0, box.west, 1);
  open = cut(open, 0, box.east, -1);
  open = cut(open, 1, box.south, 1);
  open = cut(open, 1, box.north, -1);
  const start = open[0];
  return start ? [...open, start] : [];
}

function cut(ring: readonly Position[], axis: 0 | 1, at: number, side: 1 | -1): Ring {
  const kept: Ring = [];
  let previous = ring.at(-1) ?? [0, 0];
  for (const position of ring) {
    const isIn = (position[axis] - at) * side >= 0;
    const wasIn = (previous[axis] - at) * side >= 0;
    if (isIn !== wasIn) kept.push(meet(previous, position, axis, at));
    if (isIn) kept.push(position);
    previous = position;
  }
  return kept;
}

function meet(one: Position, other: Position, axis: 0 | 1, at: number): Position {
  const share = (at - one[axis]) / (other[axis] - one[axis]);
  const along = one[axis === 0 ? 1 : 0] + share * (other[axis === 0 ? 1 : 0] - one[axis === 0 ? 1 : 0]);
  return axis === 0 ? [at, along] : [along, at];
}
