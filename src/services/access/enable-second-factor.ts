import { inScope } from '#database/connection.ts';
import { replaceCodes, setSecondFactor, type NewCode } from '#database/access/own-account-store.ts';
import { completeSession } from '#database/access/own-session-store.ts';
import { getClaimed, type Claimed } from '#database/access/session-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import { lifetimes } from '#domain/access/session-rules.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { bearAccountAttempt } from './bear-attempts.ts';
import { signedInInPerson } from './own-account.ts';
import { recordOnAccount } from './record-on-account.ts';
import { hashPassword, hashSecret, newCode, newSecret, readCode } from './secrets.ts';
import { stepOfCode, unsealTotpKey } from './totp.ts';

type Operation = typeof accessOperations.enableSecondFactor;

const recoveryCodeCount = 8;
const aLongTime = 20 * 366 * 86_400_000;

/** Confirms the authenticator by its first code. From then on it is asked for; recovery codes are shown this once. */
export async function enableSecondFactor(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const actor = signedInInPerson(context);
  const attempt = await bearAccountAttempt(context, actor.accountId);
  const claimed = await getClaimed(context.database, actor.accountId);
  if (claimed.totpSecret === null || claimed.totpConfirmedAt !== null)
    throw refuse('access.second-factor-standing');
  const key = unsealTotpKey(context.installation, actor.accountId, claimed.totpSecret);
  const step = stepOfCode(key, body.code, context.now, null);
  if (step === null) throw refuse('access.wrong-code');
  await attempt.succeed();
  const recoveryCodes = Array.from({ length: recoveryCodeCount }, newCode);
  const codes = await recoveryCodesOf(context, claimed, recoveryCodes);
  const secret = newSecret();
  const sessionEnd = new Date(context.now.getTime() + lifetimes.session);
  await inScope(context.database, actor.scope, async (tx) => {
    await setSecondFactor(tx, actor.accountId, { confirmedAt: context.now, lastStep: step });
    await replaceCodes(tx, codes);
    // This very session has just shown the second factor; others will be asked for it.
    await completeSession(tx, actor.sessionId, {
      hash: hashSecret(secret),
      now: context.now,
      expiresAt: sessionEnd,
    });
    await recordOnAccount(
      tx,
      context,
      { ...claimed, id: claimed.accountId },
      {
        operation: 'enableSecondFactor',
        before: { secondFactor: false },
        after: { secondFactor: true },
      },
    );
  });
  context.session.give(secret, sessionEnd);
  return { recoveryCodes };
}

async function recoveryCodesOf(
  context: Context,
  claimed: Claimed,
  codes: readonly string[],
): Promise<NewCode[]> {
  const { accountId, territoryId, organisationId } = claimed;
  const hashes = await Promise.all(codes.map((code) => hashPassword(readCode(code))));
  return hashes.map((secretHash) => ({
    id: newId(),
    accountId,
    territoryId,
    organisationId,
    purpose: 'recovery',
    secretHash,
    createdBy: accountId,
    now: context.now,
    expiresAt: new Date(context.now.getTime() + aLongTime),
  }));
}
