import type { TableCell, TableSum } from './table-system.ts';

/** What may not be told of counts of people or incidents. */
export type DisclosurePolicy = {
  /** Counts from 1 up to below this are not shown: 5 for the public, 3 for the parties of an agreement on sharing. */
  readonly threshold: number;
  /** Whether zeros are shown, or kept back like small counts: where "nobody" would itself tell something of each. */
  readonly zeros: 'shown' | 'protected';
};

/** Why a cell is not shown, and from where to where an outsider must be left to think that it may be. */
export type Protection = {
  readonly reason: 'small' | 'zero' | 'whole-group';
  readonly lower: number;
  readonly upper: number;
};

/**
 * The cells that may not be told, each with the interval that must remain possible: of small counts anything from none to the threshold;
 * of a count that holds everyone of a group, as many fewer as the threshold. Counts.
 *
 * Formula: 1 ≤ v < t → [0, t]; v = 0 where zeros are protected → [0, t]; v = Σ of a revealing sum whose other possible parts are all 0
 * → [max(0, v − t), v]. What is public already, or impossible, is not protected.
 *
 * Source: Hundepool et al. (2012), Statistical Disclosure Control, sections 4.2 and 5.2 (threshold rule, group disclosure); ONS disclosure control
 * guidance for tables of births and deaths (cells of 1 and 2 unsafe, 3 and 4 in small areas).
 *
 * Assumes: cells count people or incidents. Commitments, meetings and money need none of this. The sign shown instead of the count must be
 * the same for every reason.
 * @example
 * primarySuppression([{ id: 'a', value: 3 }, { id: 'b', value: 9 }], [], { threshold: 5, zeros: 'shown' }).get('a') // { reason: 'small', lower: 0, upper: 5 }
 */
export function primarySuppression(
  cells: readonly TableCell[],
  sums: readonly TableSum[],
  policy: DisclosurePolicy,
): ReadonlyMap<string, Protection> {
  const { threshold, zeros } = policy;
  if (!Number.isInteger(threshold) || threshold < 1) throw new RangeError(`not a threshold: ${threshold}`);
  const protections = new Map<string, Protection>();
  const values = new Map(cells.map((cell) => [cell.id, cell]));
  const isOpen = (id: string) => {
    const standing = values.get(id)?.standing;
    return standing !== 'public' && standing !== 'impossible';
  };
  for (const { whole, parts, revealing } of sums) {
    const size = values.get(whole)?.value ?? 0;
    const possible = parts.filter((part) => values.get(part)?.standing !== 'impossible');
    const full = possible.find((part) => values.get(part)?.value === size);
    if (revealing !== true || size === 0 || full === undefined || possible.length < 2 || !isOpen(full))
      continue;
    protections.set(full, { reason: 'whole-group', lower: Math.max(0, size - threshold), upper: size });
  }
  for (const { id, value } of cells) {
    if (!isOpen(id) || value >= threshold || (value === 0 && zeros === 'shown')) continue;
    protections.set(id, { reason: value === 0 ? 'zero' : 'small', lower: 0, upper: threshold });
  }
  return protections;
}
