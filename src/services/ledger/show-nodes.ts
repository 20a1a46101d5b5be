import { findPartyNames } from '#database/compliance/case-views.ts';
import type { WaitNode } from '#database/ledger/waiting-views.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';

/** Commitments as a picture of waiting names them. */
export async function showNodes(tx: Transaction, context: Context, nodes: ReadonlyMap<string, WaitNode>) {
  const all = [...nodes.values()];
  const places = await lookUp(tx, context, { territories: all.map(({ where_id }) => where_id) });
  const names = await findPartyNames(
    tx,
    all.map(({ obligor_id }) => obligor_id),
  );
  return new Map(
    all.map((node) => [
      node.id,
      {
        id: node.id,
        what: node.what,
        dueOn: node.due_on,
        isLate: node.is_late,
        example: node.example,
        obligor: { id: node.obligor_id, name: names.get(node.obligor_id) ?? '' },
        territory: places.place(node.where_id),
      },
    ]),
  );
}
