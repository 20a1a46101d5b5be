import type { inboxOperations } from '#contract/inbox/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findAccount } from '#database/access/account-views.ts';
import { inScope } from '#database/connection.ts';
import { findReminderChoice } from '#database/inbox/choice-store.ts';
import { signedIn } from '../access/own-account.ts';
import type { Context } from '../context.ts';

type Operation = typeof inboxOperations.getReminderChoice;

export async function getReminderChoice(
  context: Context,
  _input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const actor = signedIn(context);
  return inScope(context.database, actor.scope, async (tx) => {
    const account = await findAccount(tx, actor.accountId);
    return {
      ...(await findReminderChoice(tx, actor.accountId)),
      hasAddress: (account?.email ?? null) !== null,
      isMailHere: context.installation.mail !== null,
    };
  });
}
