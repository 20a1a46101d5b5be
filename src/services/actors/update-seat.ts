import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateSeatRow } from '#database/actors/structure-store.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { seatColumns } from './add-seat.ts';
import { stale } from './organisation-deed.ts';
import { openSeat, recordStructure } from './structure-deed.ts';

type Operation = typeof actorsOperations.updateSeat;

export async function updateSeat(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { seat, structure } = await openSeat(tx, context, input.seatId);
    const at = { id: seat.id, version: input.version };
    if (!(await updateSeatRow(tx, at, await seatColumns(tx, input.body)))) throw stale(seat);
    const before = {
      name: seat.name,
      role: seat.role,
      hasVote: seat.has_vote,
      position: seat.position,
      organisationId: seat.organisation_id,
    };
    await recordStructure(tx, context, 'updateSeat', structure, {
      kind: 'seat',
      id: seat.id,
      before,
      after: input.body,
    });
    return { id: seat.id, version: input.version + 1 };
  });
}
