import type { NumberRange } from '#domain/shared/ranges.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { findKind, type TerritoryKind } from './kinds.ts';
import { nextInterval } from './numbering.ts';
import type { TerritoryDraft } from './tree.ts';

/** A territory as it stands, with its number. */
export type StandingTerritory = TerritoryDraft & {
  readonly id: number;
  readonly lastId: number;
  readonly origin: 'pack' | 'person' | 'import';
};

/** A draft with its place among the numbers. */
export type NumberedTerritory = TerritoryDraft & {
  readonly id: number;
  readonly lastId: number;
  readonly level: number;
  readonly parentId: number;
};

/** What loading drafts over what stands comes to. */
export type LoadPlan = {
  readonly add: readonly NumberedTerritory[];
  readonly change: readonly NumberedTerritory[];
  readonly unchanged: readonly string[];
  /** Left as they are, because a person made or changed them. */
  readonly kept: readonly string[];
  readonly problems: readonly Problem[];
};

type Ground = {
  readonly country: { readonly code: string; readonly range: NumberRange };
  readonly widths: readonly number[];
  readonly kinds: readonly TerritoryKind[];
};

/**
 * Says what to do with each draft: add it with a new number, change what stands under its code, or leave it.
 * Nobody is numbered anew: a draft that moved to another parent or level is a problem, for it is a new territory with a predecessor.
 * @param leavePeoplesWork whether what a person made or changed is left as it is (a pack) or changed too (a person's file)
 */
export function planLoad(
  drafts: readonly TerritoryDraft[],
  standing: readonly StandingTerritory[],
  ground: Ground,
  leavePeoplesWork: boolean,
): LoadPlan {
  const book = numberBook(standing, ground);
  const levelOf = (draft: TerritoryDraft) => findKind(ground.kinds, draft.kind)?.level ?? 0;
  const rows = drafts.map((draft, index) => ({ draft, row: index + 2, level: levelOf(draft) }));
  // Parents before children, so that their numbers are known.
  const decisions = rows
    .toSorted((one, other) => one.level - other.level)
    .map(({ draft, row, level }) => {
      const found = findStanding(draft, standing);
      if (!found) return number(draft, level, row, book, ground);
      if (leavePeoplesWork && found.origin !== 'pack') return { kept: draft.code };
      if (found.parentCode !== draft.parentCode)
        return { problem: movedProblem(draft, found, row, ground.country.code) };
      if (isSame(found, draft)) return { unchanged: draft.code };
      const parentId = book.rangeOf(draft.parentCode)?.low ?? ground.country.range.low;
      return { change: { ...draft, id: found.id, lastId: found.lastId, level, parentId } };
    });
  return {
    add: decisions.flatMap((one) => ('add' in one ? [one.add] : [])),
    change: decisions.flatMap((one) => ('change' in one ? [one.change] : [])),
    unchanged: decisions.flatMap((one) => ('unchanged' in one ? [one.unchanged] : [])),
    kept: decisions.flatMap((one) => ('kept' in one ? [one.kept] : [])),
    problems: decisions.flatMap((one) => ('problem' in one ? [one.problem] : [])),
  };
}

function number(
  draft: TerritoryDraft,
  level: number,
  row: number,
  book: ReturnType<typeof numberBook>,
  { country }: Ground,
): { add: NumberedTerritory } | { problem: Problem } {
  const add = book.take(draft, level);
  if (add) return { add };
  const values = { given: draft.parentCode ?? country.code };
  return { problem: { code: 'territories.no-room', row, field: 'parent_code', values } };
}

function movedProblem(
  draft: TerritoryDraft,
  found: StandingTerritory,
  row: number,
  country: string,
): Problem {
  const values = { given: draft.code, from: found.parentCode ?? country, to: draft.parentCode ?? country };
  return { code: 'territories.moved', row, field: 'parent_code', values };
}

// A code may have belonged to a territory that ended: then the one in force is meant, unless the draft itself has ended.
function findStanding(
  draft: TerritoryDraft,
  standing: readonly StandingTerritory[],
): StandingTerritory | undefined {
  const named = standing.filter((one) => one.code === draft.code);
  return (
    named.find((one) => one.validTo === draft.validTo) ??
    named.find((one) => one.validTo === null) ??
    named.toSorted((one, other) => (other.validTo ?? '').localeCompare(one.validTo ?? ''))[0]
  );
}

const compared = [
  ...([
    'name',
    'kind',
    'isoCode',
    'validFrom',
    'validTo',
    'longitude',
    'latitude',
    'areaKm2',
    'sourceId',
    'note',
  ] as const),
];

function isSame(one: TerritoryDraft, other: TerritoryDraft): boolean {
  return compared.every((field) => one[field] === other[field]);
}

/** Keeps account of which numbers are taken while new ones are given out. */
function numberBook(standing: readonly StandingTerritory[], { country, widths }: Ground) {
  const ranges = new Map<string | null, NumberRange>([[null, country.range]]);
  const children = new Map<string | null, NumberRange[]>();
  const enter = (code: string, parentCode: string | null, range: NumberRange) => {
    ranges.set(code, range);
    children.set(parentCode, [...(children.get(parentCode) ?? []), range]);
  };
  // Those in force last, so that their code leads to them.
  const inOrder = standing.toSorted(
    (one, other) => Number(one.validTo === null) - Number(other.validTo === null),
  );
  for (const one of inOrder) enter(one.code, one.parentCode, { low: one.id, high: one.lastId });
  return {
    rangeOf: (code: string | null) => ranges.get(code),
    take(draft: TerritoryDraft, level: number): NumberedTerritory | null {
      const parent = ranges.get(draft.parentCode);
      const width = widths[level];
      const range =
        parent && width ? nextInterval(parent, width, children.get(draft.parentCode) ?? []) : null;
      if (!parent || !range) return null;
      enter(draft.code, draft.parentCode, range);
      return { ...draft, id: range.low, lastId: range.high, level, parentId: parent.low };
    },
  };
}

/**
 * How large the largest family is at each level, from level 1, for {@link widthsFor}.
 * @param drafts every territory that a pack names, ended ones too
 */
export function largestFamilies(
  drafts: readonly TerritoryDraft[],
  kinds: readonly TerritoryKind[],
): number[] {
  const levels = [...new Set(kinds.map((kind) => kind.level))]
    .filter((level) => level > 0)
    .sort((one, other) => one - other);
  return levels.map((level) => {
    const sizes = new Map<string | null, number>();
    for (const draft of drafts) {
      if (findKind(kinds, draft.kind)?.level !== level) continue;
      sizes.set(draft.parentCode, (sizes.get(draft.parentCode) ?? 0) + 1);
    }
    return Math.max(0, ...sizes.values());
  });
}

/**
 * The range of the smallest territory that holds all of some numbers; the country's where there is none smaller, or no number.
 * What somebody does to several territories at once is done there.
 */
export function smallestHolding(
  numbers: readonly number[],
  standing: readonly StandingTerritory[],
  country: NumberRange,
): NumberRange {
  if (numbers.length === 0) return country;
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const holding = standing.filter((one) => one.id <= low && high <= one.lastId);
  const [smallest] = holding.toSorted((one, other) => one.lastId - one.id - (other.lastId - other.id));
  return smallest ? { low: smallest.id, high: smallest.lastId } : country;
}
