import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deleteAbsence, findAbsences } from '#database/actors/absence-store.ts';
import { inScope } from '#database/connection.ts';
import { permitRecordAbsence } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { getPlace } from './look-up.ts';

type Operation = typeof actorsOperations.withdrawAbsence;

export async function withdrawAbsence(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    permitRecordAbsence(context.actor, place.id);
    const said = (await findAbsences(tx, place.id)).find((row) => row.norm_id === input.norm);
    if (!said) throw refuse('actors.absence-not-found');
    await deleteAbsence(tx, place.id, said.norm_id);
    await record(tx, context, {
      operation: 'withdrawAbsence',
      subjectKind: 'absence',
      subjectId: `${input.territory} ${said.norm_id}`,
      territoryId: place.id,
      organisationId: null,
      before: { on: said.on_date, note: said.note },
      after: null,
      freeText: ['note'],
    });
    return { done: true };
  });
}
