import type { inboxOperations } from '#contract/inbox/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findReminderChoice, saveReminderChoice } from '#database/inbox/choice-store.ts';
import { refuse } from '#domain/shared/refusals.ts';
import { signedIn } from '../access/own-account.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';

type Operation = typeof inboxOperations.updateReminderChoice;

/** Everybody chooses for themselves; row security shows nobody else's choice. */
export async function updateReminderChoice(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const actor = signedIn(context);
  return inScope(context.database, actor.scope, async (tx) => {
    const before = await findReminderChoice(tx, actor.accountId);
    const after = { ...input.body, version: input.version };
    const isSaved = await saveReminderChoice(tx, actor.accountId, after, context.now);
    if (!isSaved) throw refuse('shared.stale', { current: before });
    await record(tx, context, {
      operation: 'updateReminderChoice',
      subjectKind: 'account',
      subjectId: actor.accountId,
      territoryId: actor.roles[0]?.territoryId ?? 0,
      organisationId: null,
      before,
      after: { ...after, version: input.version + 1 },
    });
    return { version: input.version + 1 };
  });
}
