import polygonClipping from 'polygon-clipping';
import {
  clockwiseArea,
  planarArea,
  polygonAreaKm2,
  ringHolds,
  type MultiPolygon,
  type Polygon,
  type Position,
  type Ring,
} from './geometry.ts';
import { countCrossings, mostCrossings } from './ring-crossings.ts';

export type RepairCode =
  | 'unclosed-ring'
  | 'repeated-position'
  | 'spike'
  | 'short-ring'
  | 'ring-outside'
  | 'crossing-ring'
  | 'wrong-winding';

/** What a repair gave: the sound polygons and what was done, or why nothing sound could be made. */
export type Repaired =
  | { readonly polygons: MultiPolygon; readonly repairs: ReadonlyMap<RepairCode, number> }
  | { readonly fault: 'short-ring' | 'tangled-ring' | 'no-area' };

/** Rings longer than this are not rebuilt: the sweep that does it takes minutes. */
const longestRebuilt = 200_000;

/**
 * Makes a polygon sound where that changes nothing anybody meant: closes its rings, takes out repeated positions and
 * spikes, drops rings that enclose nothing, and splits a ring that crosses itself into the parts it encloses.
 */
export function repairPolygon(given: readonly Position[][]): Repaired {
  const repairs = new Map<RepairCode, number>();
  const note = (code: RepairCode) => repairs.set(code, (repairs.get(code) ?? 0) + 1);

  const rings: Ring[] = [];
  for (const [index, positions] of given.entries()) {
    const ring = cleanRing(positions, note);
    if (ring) rings.push(ring);
    else if (index === 0) return { fault: 'short-ring' };
    else note('short-ring');
  }
  const crossings = rings.map(countCrossings);
  if (crossings.some((count) => count >= mostCrossings)) return { fault: 'tangled-ring' };
  if (crossings.some((count) => count > 0)) return rebuild(rings, repairs, note);

  const polygons = settleHoles(rings, note);
  return polygons.every((polygon) => polygonAreaKm2(polygon) > 0)
    ? { polygons, repairs }
    : { fault: 'no-area' };
}

function rebuild(
  rings: Ring[],
  repairs: Map<RepairCode, number>,
  note: (code: RepairCode) => void,
): Repaired {
  if (rings.reduce((sum, ring) => sum + ring.length, 0) > longestRebuilt) return { fault: 'tangled-ring' };
  note('crossing-ring');
  try {
    const polygons = polygonClipping.union([rings]).filter((polygon) => polygonAreaKm2(polygon) > 0);
    return polygons.length > 0 ? { polygons, repairs } : { fault: 'no-area' };
  } catch {
    // The sweep gives up on some knots; what it says about them helps nobody.
    return { fault: 'tangled-ring' };
  }
}

/** A closed ring without repetitions and spikes, or null where too little is left to enclose anything. */
function cleanRing(positions: readonly Position[], note: (code: RepairCode) => void): Ring | null {
  const [first, last] = [positions[0], positions.at(-1)];
  if (!first || !last) return null;
  const isClosed = same(first, last);
  const ring: Ring = [];
  for (const position of isClosed ? positions.slice(0, -1) : positions) {
    const [before, previous] = [ring.at(-2), ring.at(-1)];
    if (previous && same(previous, position)) note('repeated-position');
    else if (before && same(before, position)) {
      note('spike');
      ring.pop();
    } else ring.push(position);
  }
  const start = ring[0];
  if (ring.length < 3 || !start) return null;
  if (!isClosed) note('unclosed-ring');
  ring.push(start);
  return planarArea(ring) === 0 && countCrossings(ring) === 0 ? null : ring;
}

const same = (one: Position, other: Position) => one[0] === other[0] && one[1] === other[1];

/** Holes stay with their outline; a ring that lies outside it was meant as a part of its own. */
function settleHoles([outline, ...rest]: readonly Ring[], note: (code: RepairCode) => void): MultiPolygon {
  if (!outline) return [];
  // Read by most programs either way, but d3 would fill the world outside it; RFC 7946 wants counter-clockwise.
  if (clockwiseArea(outline) > 0) note('wrong-winding');
  const polygons: Polygon[] = [[outline]];
  for (const ring of rest) {
    if (isInside(ring, outline)) polygons[0]?.push(ring);
    else {
      note('ring-outside');
      polygons.push([ring]);
    }
  }
  return polygons;
}

/** Judged by most of a few positions: a hole may touch its outline. */
function isInside(ring: Ring, outline: Ring): boolean {
  const step = Math.max(1, Math.floor(ring.length / 9));
  const probes = ring.filter((_, index) => index % step === 0);
  return probes.filter((position) => ringHolds(outline, position)).length * 2 >= probes.length;
}
