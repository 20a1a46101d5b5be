import { inScope } from '#database/connection.ts';
import { getOwnPlace } from '#database/access/own-account-store.ts';
import { collectPersonData } from '#database/access/person-data.ts';
import { writeMyData } from '#formats/access/my-data.ts';
import type { OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { signedInInPerson } from './own-account.ts';
import { recordOnAccount } from './record-on-account.ts';

/** Everything that is held about whoever asks, to read and for programs. */
export async function exportMyData(
  context: Context,
): Promise<OutputOf<typeof accessOperations.exportMyData>> {
  const actor = signedInInPerson(context);
  const { data, today } = await inScope(context.database, actor.scope, async (tx) => {
    const found = await collectPersonData(tx);
    const own = await getOwnPlace(tx, actor.accountId);
    await recordOnAccount(tx, context, own, { operation: 'exportMyData', before: null, after: null });
    return { data: found, today: await todayOf(tx, context, own.territoryId) };
  });
  return {
    fileName: context.language === 'es' ? 'mis-datos.zip' : 'my-data.zip',
    mediaType: 'application/zip',
    bytes: writeMyData(data, context.language, today),
  };
}
