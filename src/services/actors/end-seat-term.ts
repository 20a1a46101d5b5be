import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deleteSeatTermRow, endSeatTermRow } from '#database/actors/structure-store.ts';
import { findSeatTerm } from '#database/actors/structure-views.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { refuseReversed } from '#domain/actors/terms.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { openStructure, recordStructure } from './structure-deed.ts';

type Operation = typeof actorsOperations.endSeatTerm;

export async function endSeatTerm(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { mistake } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const term = await findSeatTerm(tx, input.termId);
    if (!term) throw refuse('actors.seat-term-not-found');
    const on = input.body.on ?? (await todayOf(tx, context, term.territory_id));
    const structure = await openStructure(tx, context, { id: term.structure_id });
    if (mistake) {
      await deleteSeatTermRow(tx, term.id);
    } else {
      refuseReversed({ from: term.valid_from, to: on }, 'on');
      await endSeatTermRow(tx, term.id, on);
    }
    const before = {
      personId: term.person_id,
      capacity: term.capacity,
      validFrom: term.valid_from,
      validTo: term.valid_to,
    };
    await recordStructure(tx, context, 'endSeatTerm', structure, {
      kind: 'seat-term',
      id: term.id,
      before,
      after: mistake ? null : { ...before, validTo: on },
    });
    return { done: true };
  });
}
