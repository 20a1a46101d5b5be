import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findPerson } from '#database/actors/people-views.ts';
import { insertSeatTerm } from '#database/actors/structure-store.ts';
import { findPrincipals } from '#database/actors/structure-views.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { refuseOutside, refuseReversed, refuseSecondPrincipal } from '#domain/actors/terms.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { openSeat, recordStructure } from './structure-deed.ts';

type Operation = typeof actorsOperations.appointToSeat;

export async function appointToSeat(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { personId, capacity, validFrom, validTo } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { seat, structure } = await openSeat(tx, context, input.seatId);
    const person = await findPerson(tx, personId);
    if (!person) throw refuse('actors.person-not-found', { field: 'personId' });
    const term = { from: validFrom, to: validTo };
    refuseReversed(term);
    refuseOutside(term, { from: structure.valid_from, to: structure.valid_to });
    const id = newId();
    if (capacity === 'principal') {
      refuseSecondPrincipal(await findPrincipals(tx, seat.id), { ...term, id, holder: person.name });
    }
    await insertSeatTerm(tx, {
      id,
      seat_id: seat.id,
      structure_id: structure.id,
      territory_id: structure.territory_id,
      person_id: person.id,
      capacity,
      valid_from: validFrom,
      valid_to: validTo,
    });
    const after = { seatId: seat.id, personId, capacity, validFrom, validTo };
    await recordStructure(tx, context, 'appointToSeat', structure, {
      kind: 'seat-term',
      id,
      before: null,
      after,
    });
    return { id };
  });
}
