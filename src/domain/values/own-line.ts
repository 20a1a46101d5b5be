import { endOf, type PeriodKind } from '#domain/indicators/period.ts';
import type { Day } from '#domain/shared/dates.ts';
import { keyOf } from './fill-cells.ts';
import { silentFigure, type Figure } from './figure.ts';

/** One step in the history of territories, by their numbers. */
export type Step = {
  readonly predecessorId: number;
  readonly successorId: number;
  readonly on: Day | null;
  readonly kind: string;
};

/** A territory of which a line is asked, with the steps to it and all the steps from those before it. */
export type Ancestry = {
  readonly id: number;
  readonly validFrom: Day | null;
  readonly steps: readonly Step[];
  /** Those before it that have ended; whoever goes on did not become it whole. */
  readonly endedIds: ReadonlySet<number>;
};

/**
 * Where a territory comes from: whole from others, of which its line may tell; of a part of one, whose figures are never divided; or it was
 * there already and took others in, so that its earlier figures are without them. null: it has no history.
 */
export type Origin =
  | { readonly kind: 'whole'; readonly on: Day; readonly predecessorIds: readonly number[] }
  | { readonly kind: 'part'; readonly on: Day }
  | { readonly kind: 'grew'; readonly on: Day };

/** Where a territory comes from. */
export function originOf({ endedIds, id, steps, validFrom }: Ancestry): Origin | null {
  const before = steps.filter((step) => step.successorId === id);
  const days = before.map((step) => step.on ?? validFrom).filter((day) => day !== null);
  const on = days.toSorted().at(-1);
  if (on === undefined) return null;
  if (days.some((day) => day !== validFrom)) return { kind: 'grew', on };
  const wentWhole = ({ kind, predecessorId }: Step) =>
    kind !== 'split' &&
    endedIds.has(predecessorId) &&
    steps.every((step) => step.predecessorId !== predecessorId || step.successorId === id);
  if (!before.every(wentWhole)) return { kind: 'part', on };
  return { kind: 'whole', on, predecessorIds: before.map((step) => step.predecessorId) };
}

/** How the figures of a line are joined. */
export type Joining = {
  readonly on: Day;
  readonly period: PeriodKind;
  /** The source tells shorter periods than are asked for: the one in which the territory changed has a share of each. */
  readonly isFiner: boolean;
  /** Of a ratio that is made anew from its parts; null of what is added up. */
  readonly multiplier: number | null;
  readonly isStock: boolean;
};

/**
 * A territory's own line, told before its beginning by the territories that became it whole: what they say is added up. Where one of them is
 * small, silent or suppressed, the sum is as that one is.
 */
export function joinPast(
  own: readonly Figure[],
  past: readonly (readonly Figure[])[],
  joining: Joining,
): Figure[] {
  const known = past.map((cells) => new Map(cells.map((cell) => [momentOf(cell), cell])));
  return own.map((cell) => {
    if (cell.period >= joining.on) return cell;
    const before = known.map((cells) => cells.get(momentOf(cell)) ?? silentFigure(cell));
    if (endOf({ kind: joining.period, start: cell.period }) < joining.on) return sumOf(cell, before, joining);
    const isSilent = cell.state === 'not-reported' || cell.state === 'not-applicable';
    if (joining.isFiner && !joining.isStock) return sumOf(cell, [cell, ...before], joining);
    return isSilent ? sumOf(cell, before, joining) : cell;
  });
}

const momentOf = (cell: Figure) => keyOf({ ...cell, territoryId: 0 });

const silences = ['protected', 'withheld', 'unknown', 'not-reported'] as const;

function sumOf(cell: Figure, all: readonly Figure[], { multiplier }: Joining): Figure {
  const parts = all.filter(({ state }) => state !== 'not-applicable');
  const [first] = parts;
  const own = { seriesId: cell.seriesId, territoryId: cell.territoryId, period: cell.period };
  if (!first) return silentFigure({ ...cell, ...own }, 'not-applicable');
  if (parts.length === 1 || isHeldTogether(parts)) return { ...first, ...own };
  const silence = silences.find((state) => parts.some((part) => part.state === state));
  if (silence !== undefined) return silentFigure({ ...cell, ...own }, silence);
  if (parts.some(({ heldAt }) => heldAt !== null)) return silentFigure({ ...cell, ...own });
  const sum = (of: (part: Figure) => number) => parts.reduce((total, part) => total + of(part), 0);
  const added = {
    ...silentFigure({ ...cell, ...own }, 'value'),
    reported: sum(({ reported }) => reported),
    withheld: sum(({ withheld }) => withheld),
  };
  if (multiplier === null) return { ...added, value: sum(({ value }) => value ?? 0) };
  if (parts.some((part) => part.parts === null)) return silentFigure({ ...cell, ...own });
  const numerator = sum((part) => part.parts?.numerator ?? 0);
  const denominator = sum((part) => part.parts?.denominator ?? 0);
  if (denominator === 0) return silentFigure({ ...cell, ...own }, 'not-applicable');
  return { ...added, value: (numerator / denominator) * multiplier, parts: { numerator, denominator } };
}

// The figure of one wider territory, shown for each of them, is one figure.
function isHeldTogether(parts: readonly Figure[]): boolean {
  const [first] = parts;
  return first?.heldAt != null && parts.every(({ heldAt }) => heldAt === first.heldAt);
}
