import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findAbsences, saveAbsence } from '#database/actors/absence-store.ts';
import { findNorms, findPresence } from '#database/actors/territory-actors-views.ts';
import { inScope } from '#database/connection.ts';
import { permitRecordAbsence } from '#domain/actors/permissions.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { getPlace } from './look-up.ts';

type Operation = typeof actorsOperations.recordAbsence;

/** "No hay": from then on it counts as missing, until something is registered or this is taken back. */
export async function recordAbsence(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    permitRecordAbsence(context.actor, place.id);
    const { note, confirmText } = input.body;
    refusePersonalText({ note }, confirmText);
    const norms = await findNorms(tx, place.country);
    const norm = norms.find((one) => one.id === input.norm && one.territoryKind === place.kind);
    if (!norm) throw refuse('actors.norm-not-found', { field: 'norm' });
    const today = await todayOf(tx, context, place.id);
    const present = await findPresence(tx, place, [], today);
    const what = norm.what.split('|');
    if (
      present.some((one) => one.where === 'here' && one.expects === norm.expects && what.includes(one.what))
    )
      throw refuse('actors.is-registered', { field: 'norm' });
    const before = (await findAbsences(tx, place.id)).find((row) => row.norm_id === norm.id);
    const on = input.body.on ?? today;
    await saveAbsence(tx, {
      territory_id: place.id,
      norm_id: norm.id,
      on_date: on,
      note,
      account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
    });
    await record(tx, context, {
      operation: 'recordAbsence',
      subjectKind: 'absence',
      subjectId: `${input.territory} ${norm.id}`,
      territoryId: place.id,
      organisationId: null,
      before: before ? { on: before.on_date, note: before.note } : null,
      after: { on, note },
      freeText: ['note'],
    });
    return { done: true };
  });
}
