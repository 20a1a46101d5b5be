import type { Transaction } from '#database/connection.ts';
import { listAllRolesOf } from '#database/access/account-store.ts';
import { findAccount, type AccountView } from '#database/access/account-views.ts';
import type { Deed } from '#domain/access/deeds.ts';
import { mayActOnAccount, permit, type AccountInQuestion } from '#domain/access/permissions.ts';
import { refuse } from '#domain/access/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';

/** Deeds that somebody does to another's account. */
export const accountDeeds = [
  'manage-accounts',
  'invite',
  'reset-access',
  'erase',
] as const satisfies readonly Deed[];
export type AccountDeed = (typeof accountDeeds)[number];

/** An account that the caller may know of. */
export async function getAccountView(tx: Transaction, id: string): Promise<AccountView> {
  const view = await findAccount(tx, id);
  if (!view) throw refuse('access.account-not-found');
  return view;
}

/** An account with every role it holds, for the rule to judge. */
export async function questionOf(tx: Transaction, view: AccountView): Promise<AccountInQuestion> {
  return {
    accountId: view.id,
    territoryId: view.territoryId,
    organisationId: view.organisation?.id ?? null,
    roles: await listAllRolesOf(tx, view.id),
  };
}

/** The account, if the caller may do this deed to it; otherwise says whether it is out of reach or stands above. */
export async function getAccountFor(
  tx: Transaction,
  context: Context,
  deed: AccountDeed,
  id: string,
): Promise<AccountView> {
  const view = await getAccountView(tx, id);
  const question = await questionOf(tx, view);
  permit(context.actor, deed, question);
  if (context.actor.kind === 'account' && context.actor.accountId === id)
    throw refuseShared('shared.forbidden');
  if (!mayActOnAccount(context.actor, deed, question)) throw refuse('access.stands-above');
  return view;
}

/** Where an account stands, for the trail. */
export function placeOfAccount(view: AccountView) {
  return {
    id: view.id,
    personId: view.personId,
    territoryId: view.territoryId,
    organisationId: view.organisation?.id ?? null,
  };
}

/** Whom an invitation is for. */
export function invitedOf(view: AccountView) {
  return {
    ...placeOfAccount(view),
    name: view.name ?? view.username,
    username: view.username,
    email: view.email,
    language: view.language,
  };
}
