import { inScope } from '#database/connection.ts';
import { mayActOnAccount } from '#domain/access/permissions.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { describeAccount } from './describe-account.ts';
import { accountDeeds, getAccountView, questionOf } from './judge-account.ts';

type Operation = typeof accessOperations.getAccount;

/** One account, and what the caller may do to it. */
export async function getAccount(context: Context, { id }: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const view = await getAccountView(tx, id);
    const question = await questionOf(tx, view);
    const abilities = accountDeeds.filter((deed) => mayActOnAccount(context.actor, deed, question));
    return { ...describeAccount(view, context.now), abilities };
  });
}
