import type { TableCell, TableSum } from './table-system.ts';

/** One way in which counts are told apart: territory, sex, month. Wholes may overlap, and be parts of later ones. */
export type Axis = {
  readonly leaves: readonly string[];
  readonly sums: readonly { readonly whole: string; readonly parts: readonly string[] }[];
  /** Whether it says something about people that must not be known of everyone in a group (`TableSum.revealing`). */
  readonly revealing?: boolean;
};

/**
 * A crossed table with all its totals, as cells and sums: what `suppressTable` takes. Counts.
 *
 * Formula: for each axis in turn, value at a whole = Σ values at its parts, over everything that the other axes have so far.
 *
 * Source: the definition of a table of sums; Willenborg & de Waal (2001), Elements of Statistical Disclosure Control, chapter 6.
 *
 * Assumes: leaves do not overlap, so that overlapping zones are sums of the pieces between which they differ. Where there is no count there is a zero.
 * @param counts of leaves, by their place on each axis
 * @param standingOf how a cell is published: `hidden` for pieces that only make up zones
 * @example
 * crossedTable([{ leaves: ['a', 'b'], sums: [{ whole: 'all', parts: ['a', 'b'] }] }], [{ at: ['a'], value: 3 }]).cells // [{ id: 'a', value: 3 }, { id: 'b', value: 0 }, { id: 'all', value: 3 }]
 */
export function crossedTable(
  axes: readonly Axis[],
  counts: readonly { readonly at: readonly string[]; readonly value: number }[],
  standingOf: (at: readonly string[]) => TableCell['standing'] = () => undefined,
): { readonly cells: readonly TableCell[]; readonly sums: readonly TableSum[] } {
  const values = new Map<string, number>();
  for (const { at, value } of counts) {
    if (at.length !== axes.length || at.some((member, axis) => !axes[axis]?.leaves.includes(member)))
      throw new RangeError(`no such place: ${at.join(', ')}`);
    values.set(idOf(at), (values.get(idOf(at)) ?? 0) + value);
  }
  const sums: TableSum[] = [];
  axes.forEach((axis, number) => {
    const others = placesOf(
      axes.map((other, index) => (index === number ? ['*'] : membersOf(other, index < number))),
    );
    for (const { whole, parts } of axis.sums)
      for (const place of others) {
        const at = (member: string) => idOf(place.with(number, member));
        const inside = parts.map(at);
        values.set(
          at(whole),
          inside.reduce((sum, part) => sum + (values.get(part) ?? 0), 0),
        );
      }
  });
  const places = placesOf(axes.map((axis) => membersOf(axis, true)));
  axes.forEach((axis, number) => {
    const others = placesOf(axes.map((other, index) => (index === number ? ['*'] : membersOf(other, true))));
    for (const { whole, parts } of axis.sums)
      for (const place of others) {
        const at = (member: string) => idOf(place.with(number, member));
        const sum = { whole: at(whole), parts: parts.map(at) };
        sums.push(axis.revealing === true ? { ...sum, revealing: true } : sum);
      }
  });
  const cells = places.map((at): TableCell => {
    const standing = standingOf(at);
    const cell = { id: idOf(at), value: values.get(idOf(at)) ?? 0 };
    return standing === undefined ? cell : { ...cell, standing };
  });
  return { cells, sums };
}

/** The name of a cell by its place on each axis. */
export function idOf(at: readonly string[]): string {
  return at.join('|');
}

function membersOf(axis: Axis, withWholes: boolean): readonly string[] {
  return withWholes ? [...axis.leaves, ...axis.sums.map(({ whole }) => whole)] : axis.leaves;
}

function placesOf(members: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return members.reduce<readonly (readonly string[])[]>(
    (places, axis) => places.flatMap((place) => axis.map((member) => [...place, member])),
    [[]],
  );
}
