import { inScope } from '#database/connection.ts';
import { removeCodes, setSecondFactor } from '#database/access/own-account-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { confirmPassword } from './confirm-password.ts';
import { signedInInPerson } from './own-account.ts';
import { recordOnAccount } from './record-on-account.ts';

type Operation = typeof accessOperations.removeSecondFactor;

/** Goes back to signing in with the password alone. */
export async function removeSecondFactor(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const actor = signedInInPerson(context);
  const claimed = await confirmPassword(context, actor.accountId, body.password);
  if (claimed.totpSecret === null) throw refuse('access.second-factor-standing');
  await inScope(context.database, actor.scope, async (tx) => {
    await setSecondFactor(tx, actor.accountId, { secret: null, confirmedAt: null, lastStep: null });
    await removeCodes(tx, actor.accountId, 'recovery');
    await recordOnAccount(
      tx,
      context,
      { ...claimed, id: claimed.accountId },
      {
        operation: 'removeSecondFactor',
        before: { secondFactor: claimed.totpConfirmedAt !== null },
        after: { secondFactor: false },
      },
    );
  });
  return {};
}
