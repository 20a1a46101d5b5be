import { sql, type RawBuilder } from 'kysely';

/**
 * One of these, in a single parameter: `where('id', '=', anyOf(ids))`. Unlike `in`, the statement stays the same however
 * many there are, so that it can be prepared.
 */
export const anyOf = <Value extends string | number>(some: readonly Value[]): RawBuilder<Value> =>
  sql<Value>`any(${[...some]})`;
