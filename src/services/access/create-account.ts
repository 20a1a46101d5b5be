import { inScope, type Transaction } from '#database/connection.ts';
import {
  findAccountsOfPerson,
  findNamesTaken,
  findPersonRow,
  type PersonRow,
} from '#database/access/account-store.ts';
import type { FoundPlace } from '#database/access/account-views.ts';
import { findPhonePrefix } from '#database/access/own-account-store.ts';
import { isUsername, readEmail, readPhone, suggestUsername } from '#domain/access/names-to-sign-in.ts';
import { permit } from '#domain/access/permissions.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { describeAccount } from './describe-account.ts';
import { getAccountView, invitedOf } from './judge-account.ts';
import { makeAccountAndRecord, type Newcomer } from './make-account.ts';
import { checkChannel, makeInvitation } from './make-invitation.ts';
import { asNameTaken } from './name-taken.ts';
import { getPlace, placeRole } from './place-role.ts';

type Operation = typeof accessOperations.createAccount;
type Body = InputOf<Operation>['body'];

/** Gives somebody an account, a role and an invitation, in one step. */
export async function createAccount(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return asNameTaken(() =>
    inScope(context.database, context.actor.scope, async (tx) => {
      const place = await getPlace(tx, body.territory, context.now);
      const { territoryId } = place;
      permit(context.actor, 'invite', { territoryId, organisationId: body.organisationId });
      const newcomer = await readNewcomer(tx, context, body, place);
      if (body.invite) checkChannel(context, body.invite, newcomer.email);
      const { accountId } = await makeAccountAndRecord(tx, context, newcomer, 'createAccount');
      const invited = invitedOf(await getAccountView(tx, accountId));
      const delivery = body.invite
        ? await makeInvitation(tx, context, invited, { channel: body.invite, batchId: null })
        : null;
      return { account: describeAccount(await getAccountView(tx, accountId), context.now), delivery };
    }),
  );
}

async function readNewcomer(
  tx: Transaction,
  context: Context,
  body: Body,
  place: FoundPlace,
): Promise<Newcomer> {
  const person = body.personId === undefined ? null : await getPersonToInvite(tx, context, body.personId);
  const name = person?.name ?? body.name;
  const problems: Problem[] = [];
  if (name === undefined || name.length < 2) problems.push({ code: 'request.required', field: 'name' });
  if (body.username !== undefined && !isUsername(body.username))
    problems.push({ code: 'access.not-username', field: 'username' });
  const phone = body.phone ? readPhone(body.phone, await findPhonePrefix(tx, place.territoryId)) : null;
  if (body.phone && phone === null) problems.push({ code: 'access.not-phone', field: 'phone' });
  const email = body.email ? readEmail(body.email) : null;
  if (body.email && email === null) problems.push({ code: 'access.not-email', field: 'email' });
  if (problems.length > 0 || name === undefined) throw refuseShared('shared.invalid', { problems });
  return {
    personId: person?.id ?? null,
    name,
    username: body.username ?? (await freeUsername(tx, name)),
    phone,
    email,
    language: body.language,
    country: place.country,
    territoryId: place.territoryId,
    organisationId: body.organisationId,
    role: await placeRole(tx, context, body.role),
  };
}

// Whoever gives a person their account holds its first link: only somebody who keeps that person's entry may.
async function getPersonToInvite(tx: Transaction, context: Context, id: string): Promise<PersonRow> {
  const person = await findPersonRow(tx, id);
  if (!person) throw refuse('access.person-not-found');
  permit(context.actor, 'edit-person', { ...person, personId: null });
  permit(context.actor, 'invite', person);
  if ((await findAccountsOfPerson(tx, id)).length > 0) throw refuse('access.person-has-account');
  return person;
}

/** A username made from a name that nobody has yet. */
export async function freeUsername(tx: Transaction, name: string): Promise<string> {
  const stem = suggestUsername(name, new Set());
  const candidates = Array.from({ length: 200 }, (_, index) => (index === 0 ? stem : `${stem}${index + 1}`));
  const { usernames } = await findNamesTaken(tx, { usernames: candidates, phones: [], emails: [] });
  return suggestUsername(name, usernames);
}
