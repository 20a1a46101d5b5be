import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deleteSeatRow } from '#database/actors/structure-store.ts';
import { findSeats } from '#database/actors/structure-views.ts';
import { inScope } from '#database/connection.ts';
import { refuseDeletion } from '#domain/actors/deletion.ts';
import type { Context } from '../context.ts';
import { openSeat, recordStructure } from './structure-deed.ts';

type Operation = typeof actorsOperations.removeSeat;

export async function removeSeat(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { seat, structure } = await openSeat(tx, context, input.seatId);
    const { terms } = await findSeats(tx, [structure.id]);
    refuseDeletion({ terms: terms.filter((term) => term.seat_id === seat.id).length });
    await deleteSeatRow(tx, seat.id);
    const before = { name: seat.name, role: seat.role };
    await recordStructure(tx, context, 'removeSeat', structure, {
      kind: 'seat',
      id: seat.id,
      before,
      after: null,
    });
    return { done: true };
  });
}
