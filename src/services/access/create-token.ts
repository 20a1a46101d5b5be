import { inScope } from '#database/connection.ts';
import { getOwnPlace } from '#database/access/own-account-store.ts';
import { insertToken } from '#database/access/own-session-store.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { signedInInPerson } from './own-account.ts';
import { recordOnAccount } from './record-on-account.ts';
import { hashSecret, newSecret } from './secrets.ts';

type Operation = typeof accessOperations.createToken;

/** Makes a personal access token: it does what its owner may do, or only reads. Shown once. */
export async function createToken(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const actor = signedInInPerson(context);
  const secret = `art_${newSecret()}`;
  const id = newId();
  const expiresAt = new Date(context.now.getTime() + body.days * 86_400_000);
  await inScope(context.database, actor.scope, async (tx) => {
    await insertToken(tx, {
      id,
      accountId: actor.accountId,
      name: body.name,
      secretHash: hashSecret(secret),
      mayWrite: body.mayWrite,
      now: context.now,
      expiresAt,
    });
    await recordOnAccount(tx, context, await getOwnPlace(tx, actor.accountId), {
      operation: 'createToken',
      before: null,
      after: { token: id, name: body.name, mayWrite: body.mayWrite, expiresAt: expiresAt.toISOString() },
      freeText: ['name'],
    });
  });
  return {
    id,
    name: body.name,
    mayWrite: body.mayWrite,
    createdAt: context.now.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: null,
    secret,
  };
}
