import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import type { Ancestry } from '#domain/values/own-line.ts';

const steps = (tx: Transaction) =>
  tx
    .selectFrom('territory_succession as s')
    .innerJoin('territory as t', 't.id', 's.predecessor_id')
    .select([
      's.predecessor_id as predecessorId',
      's.successor_id as successorId',
      's.on_date as on',
      's.kind',
      't.valid_to as validTo',
    ]);

/** What a territory comes from, and where else those before it went. */
export async function findAncestry(tx: Transaction, id: number): Promise<Ancestry> {
  const { valid_from: validFrom } = await tx
    .selectFrom('territory')
    .select('valid_from')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const before = await steps(tx).where('s.successor_id', '=', id).execute();
  const ids = [...new Set(before.map(({ predecessorId }) => predecessorId))];
  const all =
    ids.length === 0
      ? []
      : await steps(tx).where('s.predecessor_id', '=', anyOf(ids)).orderBy('s.predecessor_id').execute();
  return {
    id,
    validFrom,
    steps: all,
    endedIds: new Set(all.filter(({ validTo }) => validTo !== null).map((one) => one.predecessorId)),
  };
}
