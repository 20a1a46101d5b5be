/** The shapes of a layer of boundaries, as far as neighbours need them: rings of arcs, which areas that touch have in common. */
export type ArcShapes = readonly {
  readonly id?: string | number | undefined;
  readonly arcs?: unknown;
}[];

/** For each territory that shares a line with another, those others, in the order of their numbers. */
export type Neighbours = Readonly<Record<string, readonly number[]>>;

/**
 * Who borders on whom: areas that have an arc in common, whichever way it is followed. A corner is no border, and the sea none either: an
 * island has no neighbours and is left out.
 */
export function neighboursOf(shapes: ArcShapes): Neighbours {
  const areasOfArc = new Map<number, Set<number>>();
  for (const { arcs, id } of shapes)
    for (const arc of arcsIn(arcs)) {
      const those = areasOfArc.get(arc) ?? new Set<number>();
      areasOfArc.set(arc, those.add(Number(id)));
    }
  const found = new Map<number, Set<number>>();
  for (const those of areasOfArc.values())
    for (const one of those)
      for (const other of those)
        if (one !== other) found.set(one, (found.get(one) ?? new Set<number>()).add(other));
  return Object.fromEntries(
    [...found].map(([id, others]) => [String(id), [...others].toSorted((one, other) => one - other)]),
  );
}

// The same line is n one way and ~n the other.
function arcsIn(arcs: unknown): number[] {
  if (typeof arcs === 'number') return [arcs < 0 ? ~arcs : arcs];
  return Array.isArray(arcs) ? arcs.flatMap(arcsIn) : [];
}
