import type { TableSystem } from './table-system.ts';

/** By one up or down in each of some cells, every sum still holds. */
export type Cycle = ReadonlyMap<number, 1 | -1>;

export type CycleSearch = {
  readonly system: TableSystem;
  /** A possible table: what each cell could be by now. */
  readonly point: readonly number[];
  readonly mayMove: (cell: number) => boolean;
  readonly costOf: (cell: number) => number;
};

type State = {
  /** The same for the same cells in whatever order they were moved. */
  readonly mark: number;
  readonly cell: number;
  readonly step: 1 | -1;
  readonly before: State | null;
  readonly open: ReadonlyMap<number, number>;
  readonly cost: number;
};
type Next = { readonly from: State; readonly cell: number; readonly step: 1 | -1; readonly score: number };

const narrow = 6;
const wide = 48;
const deepest = 24;

/**
 * A cheap way to change one cell, and others with it, so that every sum of the table still holds: the other cells are those that have to be hidden
 * so that this one cannot be found out. In a crossed table it is a rectangle, over three dimensions a box, over levels a chain through totals.
 *
 * Formula: from the cell, repeatedly balance an unbalanced equation by one more cell, the cheapest beginnings at a time (beam search; 6 of them, and 48 where that costs anything), cost
 * = Σ costs + what is still unbalanced. A cell goes down only where it is above 0.
 *
 * Source: Giessing & Repsilber (2002), Tools and strategies to protect multiple tables with the GHQUAR cell suppression engine, Springer LNCS 2316
 * (hypercubes); Cox (1995), Network models for complementary cell suppression, JASA 90:1453-1462 (cycles).
 *
 * Assumes: sums of whole counts. It may overlook a way that exists, which a linear program then finds.
 * @param need by how much the cell shall move: cells that can go down by less cost more
 * @example
 * protectingCycle({ system: tableSystem([{ id: 'a', value: 2 }, { id: 'b', value: 3 }, { id: 'all', value: 5 }], [{ whole: 'all', parts: ['a', 'b'] }]), point: [2, 3, 5], mayMove: () => true, costOf: (cell) => (cell === 2 ? 9 : 1) }, 0, 1, 1).get(1) // -1
 */
export function protectingCycle(search: CycleSearch, cell: number, step: 1 | -1, need: number): Cycle | null {
  const first = cheapest(search, cell, step, need, narrow);
  const found = first?.cost === 0 ? first : (cheapest(search, cell, step, need, wide) ?? first);
  return found && cycleOf(found);
}

function cheapest(
  search: CycleSearch,
  cell: number,
  step: 1 | -1,
  need: number,
  width: number,
): State | null {
  let beam: readonly State[] = [moved(search.system, null, cell, step, 0)];
  for (let depth = 0; depth < deepest && beam.length > 0; depth += 1) {
    const done = beam.filter(({ open }) => open.size === 0);
    if (done.length > 0) return done.reduce((one, other) => (other.cost < one.cost ? other : one));
    const nexts = beam.flatMap((state) => nextsOf(search, state, need));
    nexts.sort((one, other) => one.score - other.score);
    beam = materialised(search, nexts, width);
  }
  return null;
}

/** The best distinct continuations: the same cells moved in another order are one. */
function materialised(search: CycleSearch, nexts: readonly Next[], width: number): readonly State[] {
  const beam: State[] = [];
  const seen = new Set<number>();
  for (const { from, cell, step } of nexts) {
    if (beam.length >= width) break;
    const mark = markWith(from.mark, cell);
    if (seen.has(mark)) continue;
    seen.add(mark);
    beam.push(moved(search.system, from, cell, step, search.costOf(cell)));
  }
  return beam;
}

/** A sum of scattered numbers: two sets of cells with one mark are as rare as they are harmless. */
function markWith(mark: number, cell: number): number {
  return (
    (mark + Math.imul(cell + 1, 0x9e3779b1) * 2 + Math.imul(cell + 7, 0x85ebca6b)) % 9_007_199_254_740_881
  );
}

function nextsOf({ system, point, mayMove, costOf }: CycleSearch, state: State, need: number): Next[] {
  const [equation, residual] = smallestOpen(system, state);
  const left = [...state.open.values()].reduce((sum, value) => sum + Math.abs(value), 0);
  const nexts: Next[] = [];
  for (const { at: cell, sign } of system.equations[equation] ?? []) {
    const step = residual > 0 === sign > 0 ? -1 : 1;
    const room = step === 1 ? need : (point[cell] ?? 0);
    if (room < 1 || isUsed(state, cell) || !mayMove(cell)) continue;
    let unbalanced = left;
    for (const { at, sign: own } of system.within[cell] ?? []) {
      const now = state.open.get(at) ?? 0;
      unbalanced += Math.abs(now + own * step) - Math.abs(now);
    }
    const tight = Math.max(0, 1 - room / need) * 4;
    nexts.push({ from: state, cell, step, score: state.cost + costOf(cell) + 2 * unbalanced + tight });
  }
  return nexts;
}

/** Of the unbalanced equations the one with the fewest cells: it has the fewest ways out. */
function smallestOpen(system: TableSystem, { open }: State): readonly [number, number] {
  let best: readonly [number, number] = [-1, 0];
  let size = Number.POSITIVE_INFINITY;
  for (const [equation, residual] of open) {
    const length = system.equations[equation]?.length ?? 0;
    if (length >= size) continue;
    size = length;
    best = [equation, residual];
  }
  return best;
}

function moved(system: TableSystem, before: State | null, cell: number, step: 1 | -1, cost: number): State {
  const open = new Map(before?.open);
  for (const { at, sign } of system.within[cell] ?? []) {
    const residual = (open.get(at) ?? 0) + sign * step;
    if (residual === 0) open.delete(at);
    else open.set(at, residual);
  }
  return {
    mark: markWith(before?.mark ?? 0, cell),
    cell,
    step,
    before,
    open,
    cost: (before?.cost ?? 0) + cost,
  };
}

function isUsed(state: State, cell: number): boolean {
  for (let at: State | null = state; at !== null; at = at.before) if (at.cell === cell) return true;
  return false;
}

function cycleOf(state: State): Map<number, 1 | -1> {
  const cycle = new Map<number, 1 | -1>();
  for (let at: State | null = state; at !== null; at = at.before) cycle.set(at.cell, at.step);
  return cycle;
}
