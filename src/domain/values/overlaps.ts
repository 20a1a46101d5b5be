import { coverOf } from './protection-lattice.ts';

type Beside = ReadonlyMap<number, readonly number[]>;

/**
 * How the territories of two divisions lie in one another, as plans need it. Of a territory that cuts others nobody knows how much of each it
 * has; but it has no more than all of those that it touches hold together. They are its cover: a territory of nobody's, that is
 * provided for where the cell that it bounds is hidden.
 * @param holders the territories of another division that hold one whole
 * @param cut the territories of another division that one shares a part with
 */
export function overlapsOf(holders: Beside, cut: Beside) {
  const coveredBy = new Map<number, number[]>();
  const add = (id: number, covered: number) =>
    coveredBy.set(id, [...(coveredBy.get(id) ?? []), coverOf(covered)]);
  for (const [id, others] of cut) for (const other of others) add(other, id);
  for (const [id, some] of holders) for (const holder of some) if (cut.has(holder)) add(id, holder);
  return {
    alsoIn: (id: number): readonly number[] => [...(holders.get(id) ?? []), ...(coveredBy.get(id) ?? [])],
    partly: (id: number): readonly number[] => {
      const others = cut.get(id) ?? [];
      return others.length > 0 ? [...others, coverOf(id)] : [];
    },
  };
}
