import { inScope } from '#database/connection.ts';
import { formatOf } from '#words/format.ts';
import { voiceOf } from '#words/index.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';

/** How a picture of a territory's figures speaks: in the reader's language, with the country's numbers, on the country's day. */
export async function penOf(context: Context, reference: string) {
  const { database, actor, language } = context;
  return inScope(database, actor.scope, async (tx) => {
    const { country, id } = await getPlace(tx, reference);
    const voice = { say: voiceOf(language, country), format: formatOf(language, country, 'UTC') };
    return { today: await todayOf(tx, context, id), voice };
  });
}
