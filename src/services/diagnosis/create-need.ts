import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { insertNeed } from '#database/diagnosis/need-store.ts';
import { findNeed, findNeedsForExchange } from '#database/diagnosis/need-views.ts';
import { likenessKey } from '#domain/actors/duplicates.ts';
import { standingAfter } from '#domain/diagnosis/need-standing.ts';
import { permitEditNeed } from '#domain/diagnosis/permissions.ts';
import { refuse } from '#domain/diagnosis/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { getPlace } from '../actors/look-up.ts';
import { todayOf } from '../today.ts';
import { newId } from '../new-id.ts';
import { readNeedBody } from './need-body.ts';
import { keepAct, makeNeedFindable, recordNeed } from './need-deed.ts';

type Operation = typeof diagnosisOperations.createNeed;

export async function createNeed(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, body.territory);
    permitEditNeed(context.actor, place.id);
    const today = await todayOf(tx, context, place.id);
    const fields = await readNeedBody(tx, body, { country: place.country, today });
    if (!body.confirmNew) await refuseAlike(tx, place.id, fields.problem);
    const act = body.isDraft ? 'drafted' : 'published';
    const id = newId();
    await insertNeed(tx, {
      id,
      country: place.country,
      territoryId: place.id,
      standing: standingAfter(null, act),
      standingOn: today,
      origin: 'person',
      fields,
    });
    const need = await findNeed(tx, id);
    if (!need) throw refuse('diagnosis.need-not-found');
    await keepAct(tx, need, { act, on: today, isDraft: body.isDraft });
    await makeNeedFindable(tx, need);
    await recordNeed(tx, context, 'createNeed', { before: null, after: need });
    return { id, version: 1 };
  });
}

async function refuseAlike(tx: Transaction, territoryId: number, problem: string): Promise<void> {
  const there = await findNeedsForExchange(tx, { low: territoryId, high: territoryId });
  const open = there.filter((need) => need.standing === 'current' || need.standing === 'draft');
  const alike = open.find((need) => likenessKey(need.problem) === likenessKey(problem));
  if (alike) throw refuse('diagnosis.looks-alike', { field: 'problem', values: { problem: alike.problem } });
}
