/** One commitment that needs another first. */
export type Wait = { readonly dependent: string; readonly prerequisite: string };

/** What a late commitment holds back, directly and through others, with the territories where that is. */
export type HoldingBack = {
  readonly id: string;
  readonly held: readonly string[];
  readonly territories: readonly number[];
};

/** From each commitment to those that need it first. */
function dependentsOf(waits: readonly Wait[]): ReadonlyMap<string, readonly string[]> {
  const dependents = new Map<string, string[]>();
  for (const { dependent, prerequisite } of waits) {
    const list = dependents.get(prerequisite);
    if (list) list.push(dependent);
    else dependents.set(prerequisite, [dependent]);
  }
  return dependents;
}

/** Everything that waits for a commitment, step by step; itself is not among it, even where somebody closed a circle. */
export function heldBackBy(waits: readonly Wait[], id: string): Set<string> {
  return reachedFrom(dependentsOf(waits), id);
}

function reachedFrom(next: ReadonlyMap<string, readonly string[]>, id: string): Set<string> {
  const reached = new Set<string>();
  const ahead = [...(next.get(id) ?? [])];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    if (at === id || reached.has(at)) continue;
    reached.add(at);
    ahead.push(...(next.get(at) ?? []));
  }
  return reached;
}

/**
 * The late commitments that hold anything back, the one that holds back most first; among equals, the one that does so in
 * more territories, and then in order of id, so that the order is always the same.
 */
export function rankHoldingBack(
  waits: readonly Wait[],
  late: ReadonlySet<string>,
  territoryOf: (id: string) => number | undefined,
): HoldingBack[] {
  const dependents = dependentsOf(waits);
  return [...late]
    .map((id) => {
      const held = [...reachedFrom(dependents, id)].toSorted();
      const territories = new Set(held.map(territoryOf).filter((place) => place !== undefined));
      return { id, held, territories: [...territories].toSorted((one, other) => one - other) };
    })
    .filter(({ held }) => held.length > 0)
    .toSorted(
      (one, other) =>
        other.held.length - one.held.length ||
        other.territories.length - one.territories.length ||
        (one.id < other.id ? -1 : 1),
    );
}

/**
 * The chain from something blocked to its cause: each needs the next first, and the last is late without anything late before it.
 * The shortest there is; only what is late is followed. In a circle of late ones it ends where the circle would close.
 */
export function chainToCause(waits: readonly Wait[], blocked: string, late: ReadonlySet<string>): string[] {
  const needs = new Map<string, string[]>();
  for (const { dependent, prerequisite } of waits) {
    if (!late.has(prerequisite)) continue;
    needs.set(dependent, [...(needs.get(dependent) ?? []), prerequisite]);
  }
  const cameFrom = new Map<string, string | null>([[blocked, null]]);
  const ahead = [blocked];
  let last = blocked;
  for (let at = ahead.shift(); at !== undefined; at = ahead.shift()) {
    last = at;
    const before = needs.get(at) ?? [];
    if (before.length === 0) break;
    for (const one of before.toSorted()) {
      if (cameFrom.has(one)) continue;
      cameFrom.set(one, at);
      ahead.push(one);
    }
  }
  const chain: string[] = [];
  for (let at: string | null = last; at !== null; at = cameFrom.get(at) ?? null) chain.unshift(at);
  return chain;
}
