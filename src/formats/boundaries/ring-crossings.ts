import type { Position, Ring } from './geometry.ts';

/** How often a ring crosses itself is not counted further: beyond this it is not a boundary. */
export const mostCrossings = 500;

const mostComparisons = 40_000_000;

/**
 * How often a closed ring crosses itself, counted up to a limit. Runs of segments are held in a tree of boxes; only
 * runs whose boxes meet are looked into, so that a coast of a million positions is looked through in about a second.
 * @returns Infinity for a ring too tangled to be looked through
 */
export function countCrossings(ring: Ring): number {
  const segments = ring.length - 1;
  if (segments < 4) return 0;
  const tree = boxesOfRuns(ring, segments);
  const pending: [number, number][] = [[1, 1]];
  let crossings = 0;
  for (let comparisons = 0; ; comparisons++) {
    const pair = pending.pop();
    if (!pair || crossings >= mostCrossings) return crossings;
    if (comparisons > mostComparisons) return Infinity;
    const [one, other] = pair;
    if (one === other) {
      if (one < tree.leaves)
        pending.push([2 * one, 2 * one], [2 * one + 1, 2 * one + 1], [2 * one, 2 * one + 1]);
    } else if (!runsMeet(tree.boxes, one, other)) continue;
    else if (one >= tree.leaves && other >= tree.leaves) {
      if (cross(ring, one - tree.leaves, other - tree.leaves)) crossings++;
    } else if (other >= tree.leaves || (one < other && one < tree.leaves)) {
      pending.push([2 * one, other], [2 * one + 1, other]);
    } else pending.push([one, 2 * other], [one, 2 * other + 1]);
  }
}

type Tree = { readonly boxes: Float64Array; readonly leaves: number };

/** A binary tree in one array: node n has the nodes 2n and 2n + 1 below it; leaves are single segments. */
function boxesOfRuns(ring: Ring, segments: number): Tree {
  const leaves = 2 ** Math.ceil(Math.log2(segments));
  const boxes = new Float64Array(leaves * 2 * 4);
  for (let node = 0; node < leaves * 2; node++)
    boxes.set([Infinity, Infinity, -Infinity, -Infinity], node * 4);
  for (let i = 0; i < segments; i++) {
    const [[x1, y1], [x2, y2]] = segmentAt(ring, i);
    boxes.set([Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)], (leaves + i) * 4);
  }
  for (let node = leaves - 1; node > 0; node--) {
    const [left, right] = [node * 8, node * 8 + 4];
    for (let side = 0; side < 4; side++) {
      const [one, other] = [at(boxes, left + side), at(boxes, right + side)];
      boxes[node * 4 + side] = side < 2 ? Math.min(one, other) : Math.max(one, other);
    }
  }
  return { boxes, leaves };
}

const at = (boxes: Float64Array, index: number): number => boxes[index] ?? 0;

function runsMeet(boxes: Float64Array, one: number, other: number): boolean {
  const [a, b] = [one * 4, other * 4];
  return (
    at(boxes, a) <= at(boxes, b + 2) &&
    at(boxes, b) <= at(boxes, a + 2) &&
    at(boxes, a + 1) <= at(boxes, b + 3) &&
    at(boxes, b + 1) <= at(boxes, a + 3)
  );
}

const nowhere: Position = [0, 0];
const segmentAt = (ring: Ring, i: number): [Position, Position] => [
  ring[i] ?? nowhere,
  ring[i + 1] ?? nowhere,
];

/** Whether two segments cross within both; meeting at an end is no crossing. */
function cross(ring: Ring, one: number, other: number): boolean {
  const [a, b] = segmentAt(ring, one);
  const [c, d] = segmentAt(ring, other);
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function turn([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}
