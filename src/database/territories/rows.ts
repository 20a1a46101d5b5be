import { sql, type RawBuilder } from 'kysely';

/** Rows as one argument, however many: `jsonb_to_recordset(${asRows(rows)})`. */
export function asRows(rows: readonly object[]): RawBuilder<unknown> {
  return sql`${JSON.stringify(rows)}::jsonb`;
}
