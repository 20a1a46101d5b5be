import { inScope, type Transaction } from '#database/connection.ts';
import { listAccountViews, type AccountFilter, type AccountView } from '#database/access/account-views.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { describeAccount } from './describe-account.ts';
import { getPlace } from './place-role.ts';

type Operation = typeof accessOperations.listAccounts;

/** Accounts of the caller's places in the order of their usernames. The database leaves out the others. */
export async function listAccounts(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'see-accounts');
  return inScope(context.database, context.actor.scope, async (tx) => {
    const filter = await readFilter(tx, context, input);
    const views = await listAccountViews(tx, filter, { after: input.after ?? null, limit: input.limit + 1 });
    const items = views.slice(0, input.limit).map((view) => describeAccount(view, context.now));
    return { items, next: views.length > input.limit ? (items.at(-1)?.username ?? null) : null };
  });
}

type Asked = Pick<InputOf<Operation>, 'text' | 'territory' | 'standing' | 'entered' | 'role'>;

async function readFilter(tx: Transaction, context: Context, asked: Asked): Promise<AccountFilter> {
  const { territory, ...rest } = asked;
  if (territory === undefined) return rest;
  const place = await getPlace(tx, territory, context.now);
  return { ...rest, range: { low: place.territoryId, high: place.lastId } };
}

/** All accounts that a filter finds, page by page. */
export async function collectAccounts(
  tx: Transaction,
  context: Context,
  asked: Asked,
): Promise<AccountView[]> {
  const filter = await readFilter(tx, context, asked);
  const all: AccountView[] = [];
  for (;;) {
    const page = await listAccountViews(tx, filter, { after: all.at(-1)?.username ?? null, limit: 500 });
    all.push(...page);
    if (page.length < 500) return all;
  }
}
