import type { Problem } from '#domain/shared/refusal.ts';
import { likenessKey } from './duplicates.ts';
import type { ChangeableTable, RowChange, Value, Values } from './row-changes.ts';

/** What one row of a file would do, or did. */
export type RowOutcome = {
  readonly row: number;
  readonly outcome: 'create' | 'change' | 'same';
  readonly name: string;
  readonly fields: readonly string[];
};

export type ImportPlan = {
  readonly changes: readonly RowChange[];
  readonly outcomes: readonly RowOutcome[];
  readonly problems: readonly Problem[];
  /** The things that were made or changed, in the order of the file. */
  readonly touched: readonly string[];
};

/** A row of a file, its territory found; `columns` holds what the row says, null where its cell is empty. */
export type PlacedDraft = {
  readonly row: number;
  readonly id: string | null;
  readonly territoryId: number;
  readonly name: string;
  readonly columns: Values;
};

/** A thing that is there: its columns as the database holds them. */
export type Existing = Values & {
  readonly id: string;
  readonly name: string;
  readonly territory_id: number;
  readonly version: number;
};

/** What is there, found by id or by a name alike in the same territory. */
export function indexExisting(existing: readonly Existing[]) {
  const byId = new Map(existing.map((row) => [row.id, row]));
  const byName = new Map(existing.map((row) => [`${row.territory_id} ${likenessKey(row.name)}`, row]));
  return {
    find: (draft: { readonly id: string | null; readonly territoryId: number; readonly name: string }) =>
      (draft.id === null ? undefined : byId.get(draft.id)) ??
      byName.get(`${draft.territoryId} ${likenessKey(draft.name)}`),
  };
}

/** The columns in which a row says something else than what is there. An empty cell says nothing, so it erases nothing. */
export function differences(existing: Values, columns: Values): { before: Values; after: Values } {
  const changed = Object.entries(columns).filter(
    ([column, value]) => value !== null && (existing[column] ?? null) !== value,
  );
  return {
    before: Object.fromEntries(changed.map(([column]) => [column, existing[column] ?? null])),
    after: Object.fromEntries(changed),
  };
}

/**
 * What a file of organisations or structures does to what is there: rows that name something known change it, others
 * make it, and a row that says nothing new does nothing, so that repeating an import doubles nothing.
 * `defaults` are the columns of what is made; `newId` gives an id for each.
 */
export function planRows(
  table: ChangeableTable,
  drafts: readonly PlacedDraft[],
  existing: readonly Existing[],
  making: { readonly defaults: Values; readonly newId: () => string },
): ImportPlan & { readonly ids: ReadonlyMap<number, string> } {
  const known = indexExisting(existing);
  const changes: RowChange[] = [];
  const outcomes: RowOutcome[] = [];
  const problems: Problem[] = [];
  const ids = new Map<number, string>();
  const firstRow = new Map<string, number>();
  for (const draft of drafts) {
    const place = `${draft.territoryId} ${likenessKey(draft.name)}`;
    const first = firstRow.get(place);
    if (first !== undefined) {
      problems.push({
        code: 'actors.row-repeated',
        row: draft.row,
        field: 'name',
        values: { first, name: draft.name },
      });
      continue;
    }
    firstRow.set(place, draft.row);
    const found = known.find(draft);
    const id = found?.id ?? making.newId();
    ids.set(draft.row, id);
    const change = found
      ? changeOf(table, found, draft)
      : {
          table,
          key: { id },
          before: null,
          after: { ...making.defaults, ...draft.columns, territory_id: draft.territoryId },
        };
    const fields = Object.keys(change?.after ?? {}).filter((field) => field !== 'version');
    outcomes.push({
      row: draft.row,
      outcome: found ? (change ? 'change' : 'same') : 'create',
      name: draft.name,
      fields: found ? fields : [],
    });
    if (change) changes.push(change);
  }
  const touched = changes
    .map((change) => change.key['id'])
    .filter((id): id is string => typeof id === 'string');
  return { changes, outcomes, problems, touched, ids };
}

function changeOf(table: ChangeableTable, found: Existing, draft: PlacedDraft): RowChange | null {
  const { before, after } = differences(found, draft.columns);
  if (Object.keys(after).length === 0) return null;
  const version: Value = found.version;
  return {
    table,
    key: { id: found.id },
    before: { ...before, version },
    after: { ...after, version: found.version + 1 },
  };
}
