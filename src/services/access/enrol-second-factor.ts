import { inScope } from '#database/connection.ts';
import { setSecondFactor } from '#database/access/own-account-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { confirmPassword } from './confirm-password.ts';
import { signedInInPerson } from './own-account.ts';
import { recordOnAccount } from './record-on-account.ts';
import { newTotpKey, qrPicture, sealTotpKey, totpAddress } from './totp.ts';

type Operation = typeof accessOperations.enrolSecondFactor;

/** Begins a second factor: nothing changes at sign-in until its first code is confirmed. */
export async function enrolSecondFactor(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const actor = signedInInPerson(context);
  const claimed = await confirmPassword(context, actor.accountId, body.password);
  if (claimed.totpConfirmedAt !== null) throw refuse('access.second-factor-standing');
  const key = newTotpKey();
  const secret = sealTotpKey(context.installation, actor.accountId, key);
  await inScope(context.database, actor.scope, async (tx) => {
    await setSecondFactor(tx, actor.accountId, { secret, confirmedAt: null, lastStep: null });
    await recordOnAccount(
      tx,
      context,
      { ...claimed, id: claimed.accountId },
      { operation: 'enrolSecondFactor', before: null, after: null },
    );
  });
  const address = totpAddress(key, claimed.username, 'Articula');
  return { key, address, qr: qrPicture(address) };
}
