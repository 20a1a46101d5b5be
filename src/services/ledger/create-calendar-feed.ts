import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { insertFeed } from '#database/ledger/feed-store.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { hashSecret, newSecret } from '../access/secrets.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';

type Operation = typeof ledgerOperations.createCalendarFeed;

/** Makes a calendar of one's own. Only the hash of its secret is kept. */
export async function createCalendarFeed(
  context: Context,
  _input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { actor } = context;
  if (actor.kind !== 'account') throw refuseShared('shared.signed-out');
  return inScope(context.database, actor.scope, async (tx) => {
    const id = newId();
    const secret = newSecret();
    await insertFeed(tx, { id, accountId: actor.accountId, hash: hashSecret(secret) });
    await record(tx, context, {
      operation: 'createCalendarFeed',
      subjectKind: 'calendar-feed',
      subjectId: id,
      territoryId: actor.roles[0]?.territoryId ?? 0,
      organisationId: null,
      before: null,
      after: { kind: 'ledger' },
    });
    return { id, address: `${context.installation.origin}/api/calendar/${secret}.ics` };
  });
}
