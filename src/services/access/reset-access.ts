import { inScope } from '#database/connection.ts';
import { signAccountOut } from '#database/access/account-store.ts';
import { replaceCodes } from '#database/access/own-account-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import { lifetimes } from '#domain/access/session-rules.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { getAccountFor, placeOfAccount } from './judge-account.ts';
import { recordOnAccount } from './record-on-account.ts';
import { hashPassword, newCode, readCode } from './secrets.ts';

type Operation = typeof accessOperations.resetAccess;

/**
 * Makes a one-time code for somebody below the caller who cannot get in. Their devices are signed out; the old password
 * stays good until the code is used, so that a code nobody asked for takes nothing away.
 */
export async function resetAccess(
  context: Context,
  { id, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const code = newCode();
  const secretHash = await hashPassword(readCode(code));
  const expiresAt = new Date(context.now.getTime() + lifetimes.accessCode);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const view = await getAccountFor(tx, context, 'reset-access', id);
    if (view.standing !== 'active')
      throw refuse('access.not-in-this-standing', { values: { standing: view.standing } });
    const place = placeOfAccount(view);
    await replaceCodes(tx, [
      {
        id: newId(),
        accountId: id,
        territoryId: place.territoryId,
        organisationId: place.organisationId,
        purpose: 'reset',
        secretHash,
        createdBy: context.actor.kind === 'account' ? context.actor.accountId : null,
        now: context.now,
        expiresAt,
      },
    ]);
    await signAccountOut(tx, id, context.now, body);
    await recordOnAccount(tx, context, place, {
      operation: 'resetAccess',
      before: { secondFactor: view.hasSecondFactor },
      after: {
        secondFactor: view.hasSecondFactor && !body.removeSecondFactor,
        expiresAt: expiresAt.toISOString(),
      },
    });
    return { code, username: view.username, expiresAt: expiresAt.toISOString() };
  });
}
