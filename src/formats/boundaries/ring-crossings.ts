import { boxOf, type Position, type Ring } from './geometry.ts';

/** How often a ring crosses itself is not counted further: beyond this it is not a boundary. */
export const mostCrossings = 500;

const mostEntries = 6_000_000;

/**
 * How often a closed ring crosses itself, counted up to a limit. Segments are sorted into a grid as fine as they
 * are many, so that a coast of a million positions is looked through in about a second.
 * @returns Infinity for a ring too tangled to be looked through
 */
export function countCrossings(ring: Ring): number {
  const segments = ring.length - 1;
  const box = boxOf(ring);
  if (!box || segments < 4) return 0;
  const side = Math.max(1, Math.min(1000, Math.ceil(Math.sqrt(segments))));
  const column = (x: number) => gridPlace(x, box.west, box.east, side);
  const row = (y: number) => gridPlace(y, box.south, box.north, side);

  const cells = new Map<number, number[]>();
  let entries = 0;
  for (let i = 0; i < segments; i++) {
    const [[x1, y1], [x2, y2]] = segmentAt(ring, i);
    const lastColumn = column(Math.max(x1, x2));
    const lastRow = row(Math.max(y1, y2));
    for (let c = column(Math.min(x1, x2)); c <= lastColumn; c++) {
      for (let r = row(Math.min(y1, y2)); r <= lastRow; r++) {
        const cell = cells.get(c * side + r);
        if (cell) cell.push(i);
        else cells.set(c * side + r, [i]);
        if (++entries > mostEntries) return Infinity;
      }
    }
  }
  return countInCells(ring, cells);
}

function countInCells(ring: Ring, cells: ReadonlyMap<number, readonly number[]>): number {
  const found = new Set<number>();
  let looked = 0;
  for (const cell of cells.values()) {
    for (const [a, i] of cell.entries()) {
      for (const j of cell.slice(a + 1)) {
        if (cross(...segmentAt(ring, i), ...segmentAt(ring, j))) found.add(i * ring.length + j);
        if (found.size >= mostCrossings) return found.size;
        if (++looked > mostEntries * 20) return Infinity;
      }
    }
  }
  return found.size;
}

const nowhere: Position = [0, 0];
const segmentAt = (ring: Ring, i: number): [Position, Position] => [
  ring[i] ?? nowhere,
  ring[i + 1] ?? nowhere,
];

function gridPlace(value: number, from: number, to: number, side: number): number {
  return to === from ? 0 : Math.min(side - 1, Math.floor(((value - from) / (to - from)) * side));
}

/** Whether two segments cross within both; meeting at an end is no crossing. */
function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function turn([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}
