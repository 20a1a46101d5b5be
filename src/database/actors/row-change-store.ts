import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { changeableTables, type RowChange, type Values } from '#domain/actors/row-changes.ts';

/**
 * Does changes in their order, each only if its row is still as the change expects it.
 * Gives back the first whose row is not, or which row security does not let the caller change; the caller then refuses,
 * and the transaction leaves nothing behind.
 */
export async function applyRowChanges(
  tx: Transaction,
  changes: readonly RowChange[],
): Promise<RowChange | null> {
  for (const change of changes) {
    try {
      if (!(await applyRowChange(tx, change))) return change;
    } catch (fault) {
      if (isBuiltUpon(fault)) return change;
      throw fault;
    }
  }
  return null;
}

// Another row points at it, takes its place, or would contradict itself (who owes would verify): foreign_key_violation,
// exclusion_violation, check_violation, insufficient_privilege.
function isBuiltUpon(fault: unknown): boolean {
  const code = (fault as { code?: unknown } | null)?.code;
  return code === '23503' || code === '23P01' || code === '23514' || code === '42501';
}

async function applyRowChange(tx: Transaction, { table, key, before, after }: RowChange): Promise<boolean> {
  // Table and column names come from lists of ours; this holds even for changes read back from the database.
  if (!changeableTables.includes(table)) throw new TypeError(`changes of ${table}`);
  const name = sql.table(table);
  const statement =
    before === null
      ? insertOf(name, { ...after, ...key })
      : after === null
        ? sql`delete from ${name} where ${matches({ ...before, ...key })}`
        : sql`update ${name} set ${assignments(after)} where ${matches({ ...before, ...key })}`;
  const result = await statement.execute(tx);
  return (result.numAffectedRows ?? 0n) === 1n;
}

function insertOf(table: RawBuilder<unknown>, values: Values): RawBuilder<unknown> {
  const columns = Object.keys(values).map((column) => sql.ref(column));
  return sql`insert into ${table} (${sql.join(columns)}) values (${sql.join(Object.values(values))}) on conflict do nothing`;
}

function matches(values: Values): RawBuilder<unknown> {
  const tests = Object.entries(values).map(([column, value]) =>
    value === null ? sql`${sql.ref(column)} is null` : sql`${sql.ref(column)} = ${value}`,
  );
  return sql.join(tests, sql` and `);
}

function assignments(values: Values): RawBuilder<unknown> {
  return sql.join(Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`));
}
