import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuesOperations } from '#contract/values/index.ts';
import { inScope } from '#database/connection.ts';
import { findBatches } from '#database/values/series-views.ts';
import { revokeBatch as takeBack } from '#database/values/value-store.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { permitRevokeBatch } from '#domain/values/permissions.ts';
import { refuse } from '#domain/values/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';

type Operation = typeof valuesOperations.revokeBatch;

/** Takes back all that came together: what it added goes, what it changed is as before; what somebody has changed since stays. */
export async function revokeBatch(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { body } = input;
  refusePersonalText({ reason: body.reason }, body.confirmText);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const id = String(input.batch);
    const batch = (await findBatches(tx, [id])).get(id);
    if (!batch) throw refuse('values.batch-not-found');
    permitRevokeBatch(context.actor, batch);
    if (batch.revokedAt !== null) throw refuse('values.batch-revoked');
    const changed = await takeBack(tx, id, body.reason);
    await record(tx, context, {
      operation: 'revokeBatch',
      subjectKind: 'value-batch',
      subjectId: id,
      territoryId: batch.territoryId,
      organisationId: batch.organisationId,
      before: { revoked: false },
      after: { revoked: true, values: changed, reason: body.reason },
      freeText: ['reason'],
    });
    return { changed };
  });
}
