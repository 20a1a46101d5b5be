import { isMadeOf, periodKinds, periodOf, type PeriodKind } from '#domain/indicators/period.ts';
import { cellKey, restOf, type BaseCell } from './protection-lattice.ts';
import type { PlannedSeries } from './plan-together.ts';

/** A series of one of several indicators of which some are part of others. */
export type FamilySeries = PlannedSeries & {
  /** Its indicator, as keys name it. */
  readonly kind: string;
};

/**
 * A series of an indicator put together with those of indicators that are part of it, as finely as both are told: what is part of it, and the
 * rest that nobody tells. Whoever takes one from the other finds out no more than this shows.
 * @returns a lattice for each fineness at which some part can be set against the whole
 */
export function partsOfWhole(whole: FamilySeries, parts: readonly FamilySeries[]): PlannedSeries[] {
  const told = parts.filter(({ rules }) => rules.addsOverTime === whole.rules.addsOverTime);
  const fine = new Map(
    told.flatMap((part) => {
      const common = commonTo(whole, part);
      return common ? [[JSON.stringify(common), common] as const] : [];
    }),
  );
  return [...fine.values()].flatMap((common) => {
    const rolled = told.flatMap((part) => rollUp(part, common) ?? []);
    // Of each indicator one series: several say the same.
    const once = [...new Map(rolled.map((one) => [one.kind, one])).values()];
    const all = rollUp(whole, common);
    return all && once.length > 0
      ? [split(all, once, { ...whole.rules, periodKind: common.periodKind })]
      : [];
  });
}

type Fineness = {
  readonly level: number;
  readonly periodKind: PeriodKind;
  readonly grain: readonly string[];
};

const grainOf = ({ base }: PlannedSeries) => Object.keys(base[0]?.parts ?? {}).toSorted();

const levelOf = ({ base, rules }: PlannedSeries) =>
  Math.max(0, ...base.map(({ territoryId }) => rules.pathOf(territoryId).length - 1));

function commonTo(one: FamilySeries, other: FamilySeries): Fineness | null {
  const kinds = [one.rules.periodKind, other.rules.periodKind];
  const periodKind = periodKinds.find((kind) => kinds.every((part) => isMadeOf(kind, part)));
  // What does not add over time is set side by side only where it is told for the same lengths of time.
  if (periodKind === undefined || (!one.rules.addsOverTime && kinds[0] !== kinds[1])) return null;
  const grain = grainOf(one).filter((name) => grainOf(other).includes(name));
  return { level: Math.min(levelOf(one), levelOf(other)), periodKind, grain };
}

type Rolled = {
  readonly kind: string;
  readonly cells: ReadonlyMap<string, BaseCell>;
  readonly paths: ReadonlyMap<number, readonly number[]>;
};

/** The figures of a series, less finely told; null where it is not told so finely itself. */
function rollUp(series: FamilySeries, common: Fineness): Rolled | null {
  const { base, kind, rules } = series;
  const own = grainOf(series);
  const isFineEnough =
    levelOf(series) >= common.level &&
    isMadeOf(common.periodKind, rules.periodKind) &&
    common.grain.every((name) => own.includes(name));
  if (!isFineEnough) return null;
  const cells = new Map<string, BaseCell>();
  const paths = new Map<number, readonly number[]>();
  for (const cell of base) {
    const path = rules.pathOf(cell.territoryId).slice(0, common.level + 1);
    const territoryId = path.at(-1) ?? cell.territoryId;
    paths.set(territoryId, path);
    const parts = Object.fromEntries(common.grain.map((name) => [name, cell.parts[name] ?? '']));
    const period = periodOf(common.periodKind, cell.period).start;
    const key = cellKey(territoryId, common.periodKind, period, JSON.stringify(parts));
    const value = (cells.get(key)?.value ?? 0) + cell.value;
    cells.set(key, { territoryId, period, parts, value });
  }
  return { kind, cells, paths };
}

function split(all: Rolled, parts: readonly Rolled[], rules: PlannedSeries['rules']): PlannedSeries {
  const { kind } = all;
  const base: BaseCell[] = [];
  const sums = new Map<string, number>();
  for (const part of parts)
    for (const [key, cell] of part.cells) {
      sums.set(key, (sums.get(key) ?? 0) + cell.value);
      base.push({ ...cell, kinds: [part.kind, kind] });
    }
  // Two sources may contradict each other: then nothing is left.
  for (const [key, cell] of all.cells) {
    const value = Math.max(0, cell.value - (sums.get(key) ?? 0));
    base.push({ ...cell, value, kinds: [restOf(kind), kind] });
  }
  const paths = new Map([...all.paths, ...parts.flatMap((part) => [...part.paths])]);
  return { base, rules: { ...rules, pathOf: (territoryId) => paths.get(territoryId) ?? [] } };
}

/** The figures of a series under the name of its indicator. */
export function underItsKind({ base, kind, rules }: FamilySeries): PlannedSeries {
  return { base: base.map((cell) => ({ ...cell, kinds: [kind] })), rules };
}
