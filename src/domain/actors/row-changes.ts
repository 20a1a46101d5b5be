/** The tables whose rows a merge, an import or their undoing may change. */
export const changeableTables = [
  'organisation',
  'organisation_name',
  'organisation_succession',
  'territory_authority',
  'person',
  'contact_point',
  'post',
  'structure',
  'seat',
  'seat_term',
  'prevention_work',
  'need',
  'strategy',
  'planning_path',
  'planning_step',
  'planning_help',
  'inventory_entry',
  'plan',
  'plan_action',
  'plan_action_partner',
  'plan_budget',
  'agreement_party',
  'commitment',
  'commitment_co_obligor',
] as const;
export type ChangeableTable = (typeof changeableTables)[number];

export type Value = string | number | boolean | null;
export type Values = Readonly<Record<string, Value>>;

/**
 * One change of one row, enough to do it and to take it back.
 * `before` null: the row was made; `after` null: it was removed; otherwise both hold only the columns that changed.
 */
export type RowChange = {
  readonly table: ChangeableTable;
  readonly key: Values;
  readonly before: Values | null;
  readonly after: Values | null;
};

/** The changes that take others back, last first. */
export function inverseOf(changes: readonly RowChange[]): RowChange[] {
  return changes
    .map(({ table, key, before, after }) => ({ table, key, before: after, after: before }))
    .toReversed();
}

/** Rows by table and key; what a database holds, as far as changes are concerned. */
export type Rows = ReadonlyMap<string, Values>;

/** How a row is named in `Rows`. */
export function rowName(table: ChangeableTable, key: Values): string {
  const parts = Object.entries(key).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `${table} ${JSON.stringify(parts)}`;
}

/** Whether a row still holds what a change expects to find. */
export function stillHolds(row: Values | undefined, expected: Values | null): boolean {
  if (expected === null) return row === undefined;
  return row !== undefined && Object.entries(expected).every(([column, value]) => row[column] === value);
}

/**
 * The rows after the changes, or the first change whose row is no longer as it was expected.
 * The database's store does the same with SQL; this is the rule in short.
 */
export function applyChanges(
  rows: Rows,
  changes: readonly RowChange[],
): { readonly rows: Rows } | { readonly builtUpon: RowChange } {
  const next = new Map(rows);
  for (const change of changes) {
    const name = rowName(change.table, change.key);
    const row = next.get(name);
    if (!stillHolds(row, change.before)) return { builtUpon: change };
    if (change.after === null) next.delete(name);
    else next.set(name, { ...row, ...change.after });
  }
  return { rows: next };
}
