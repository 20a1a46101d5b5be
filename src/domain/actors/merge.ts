import type { Day } from '#domain/shared/dates.ts';
import { termsOverlap } from '#domain/shared/dates.ts';
import { refuse } from './refusals.ts';
import type { ChangeableTable, RowChange, Value, Values } from './row-changes.ts';

/** One of the two that are merged, as it stands in the database. */
export type Mergeable = {
  readonly id: string;
  readonly country: string;
  readonly name: string;
  readonly standing: string;
  readonly version: number;
  /** The values of the columns that may be taken from either. */
  readonly fields: Values;
};

/** A row that points at the one that will be absorbed. */
export type Link = {
  readonly table: ChangeableTable;
  readonly key: Values;
  readonly column: string;
  /** What else changes when it moves: whose territory it stands under. */
  readonly alongside: Values;
  /** All its values, kept for the case that it is dropped as a repetition. */
  readonly row: Values;
  /** What makes two such rows the same thing once both belong to one; null when they never are. */
  readonly identity: string | null;
  /** An exclusive term that it takes up, e.g. the head of the organisation. */
  readonly exclusive: { readonly slot: string; readonly from: Day | null; readonly to: Day | null } | null;
  /** How a person would name it. */
  readonly label: string;
};

/** A thing that a person decides, or has to settle before: `blocks` says which. */
export type MergeConflict = {
  readonly code: 'two-values' | 'terms-overlap' | 'two-paths' | 'two-accounts' | 'account-absorbed';
  readonly blocks: boolean;
  readonly field?: string;
  readonly kept: string;
  readonly absorbed: string;
};

export type MergePlan = {
  readonly changes: readonly RowChange[];
  readonly conflicts: readonly MergeConflict[];
  /** What moves, for the preview: how many rows of each kind, and their names. */
  readonly moves: readonly { readonly table: ChangeableTable; readonly labels: readonly string[] }[];
  readonly repeated: readonly { readonly table: ChangeableTable; readonly label: string }[];
};

/** The slot of a planning path that is under way: an organisation has one. */
export const openPath = 'open-path';

const shown = (value: Value | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/**
 * @throws Refusal when the two are one, of two countries, or not both active
 */
export function refuseUnmergeable(kept: Mergeable, absorbed: Mergeable): void {
  if (kept.id === absorbed.id) throw refuse('actors.merge-self', { field: 'absorbedId' });
  if (kept.country !== absorbed.country)
    throw refuse('actors.merge-different-countries', { field: 'absorbedId' });
  for (const one of [kept, absorbed]) {
    if (one.standing !== 'active') throw refuse('actors.not-active', { values: { standing: one.standing } });
  }
}

function mergeFields(kept: Mergeable, absorbed: Mergeable, taken: readonly string[]) {
  const before: Record<string, Value> = {};
  const after: Record<string, Value> = {};
  const conflicts: MergeConflict[] = [];
  for (const [field, theirs] of Object.entries(absorbed.fields)) {
    const ours = kept.fields[field] ?? null;
    if (theirs === null || theirs === ours) continue;
    if (ours === null || taken.includes(field)) {
      before[field] = ours;
      after[field] = theirs;
    }
    if (ours !== null) {
      conflicts.push({
        code: 'two-values',
        blocks: false,
        field,
        kept: shown(ours),
        absorbed: shown(theirs),
      });
    }
  }
  return { before, after, conflicts };
}

function clashesOf(link: Link, keptLinks: readonly Link[]): MergeConflict[] {
  const { exclusive } = link;
  if (exclusive === null) return [];
  return keptLinks
    .filter((other) => other.exclusive?.slot === exclusive.slot && termsOverlap(other.exclusive, exclusive))
    .map((other) => ({
      code: exclusive.slot === openPath ? ('two-paths' as const) : ('terms-overlap' as const),
      blocks: true,
      kept: other.label,
      absorbed: link.label,
    }));
}

/**
 * What merging one into the other would do: every row that points at the absorbed points at the kept,
 * repetitions are dropped, gaps of the kept are filled, and the absorbed stays behind as merged.
 * `taken` names the fields whose value is the absorbed one's.
 */
export function planMerge(
  table: 'organisation' | 'person',
  kept: Mergeable,
  absorbed: Mergeable,
  links: { readonly kept: readonly Link[]; readonly absorbed: readonly Link[] },
  taken: readonly string[] = [],
): MergePlan {
  refuseUnmergeable(kept, absorbed);
  const { before, after, conflicts } = mergeFields(kept, absorbed, taken);
  const held = new Set(links.kept.map((link) => link.identity).filter((identity) => identity !== null));
  const changes: RowChange[] = [];
  const moved = new Map<ChangeableTable, string[]>();
  const repeated: { table: ChangeableTable; label: string }[] = [];
  for (const link of links.absorbed) {
    if (link.identity !== null && held.has(link.identity)) {
      changes.push({ table: link.table, key: link.key, before: link.row, after: null });
      repeated.push({ table: link.table, label: link.label });
      continue;
    }
    conflicts.push(...clashesOf(link, links.kept));
    changes.push(...moveOf(link, kept.id));
    moved.set(link.table, [...(moved.get(link.table) ?? []), link.label]);
  }
  changes.push({
    table,
    key: { id: kept.id },
    before: { ...before, version: kept.version },
    after: { ...after, version: kept.version + 1 },
  });
  changes.push({
    table,
    key: { id: absorbed.id },
    before: { standing: absorbed.standing, merged_into: null, version: absorbed.version },
    after: { standing: 'merged', merged_into: kept.id, version: absorbed.version + 1 },
  });
  const moves = [...moved].map(([name, labels]) => ({ table: name, labels }));
  return { changes, conflicts, moves, repeated };
}

// A row whose key changes is made anew: the old one goes, one like it comes.
function moveOf({ table, key, column, alongside, row }: Link, keptId: string): RowChange[] {
  const moved: Values = { [column]: keptId, ...alongside };
  if (column in key) {
    const newKey = { ...key, [column]: keptId };
    return [
      { table, key, before: row, after: null },
      { table, key: newKey, before: null, after: { ...row, ...moved } },
    ];
  }
  const before = Object.fromEntries(Object.keys(moved).map((name) => [name, row[name] ?? null]));
  return [{ table, key, before, after: moved }];
}

/** @throws Refusal when the plan still holds something that must be settled first */
export function refuseBlocked(plan: MergePlan): void {
  const blocking = plan.conflicts.find((conflict) => conflict.blocks);
  if (!blocking) return;
  const values = { existing: blocking.kept, proposed: blocking.absorbed };
  if (blocking.code === 'terms-overlap') {
    throw refuse('actors.merge-terms-overlap', { values });
  }
  if (blocking.code === 'two-paths') throw refuse('actors.merge-two-paths');
  const code =
    blocking.code === 'two-accounts' ? 'actors.merge-two-accounts' : 'actors.merge-account-absorbed';
  throw refuse(code, { values });
}
