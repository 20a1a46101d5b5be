import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';

/** Where, when and of whom waiting is asked for. */
export async function waitingOf(
  tx: Transaction,
  context: Context,
  asked: { readonly territory: string; readonly party?: string | undefined },
) {
  const place = await getPlace(tx, asked.territory);
  const today = await todayOf(tx, context, place.id);
  return {
    within: { low: place.id, high: place.lastId },
    today,
    partyId: asked.party,
  };
}
