import { inScope, type Transaction } from '#database/connection.ts';
import { insertAccount, insertPersonOfAccount, insertRole } from '#database/access/account-store.ts';
import { findAccount, type AccountView, type FoundPlace } from '#database/access/account-views.ts';
import { findAccountIdByUsername, listCountryPlaces } from '#database/access/administrator-views.ts';
import { refuse } from '#domain/access/refusals.ts';
import { lifetimes } from '#domain/access/session-rules.ts';
import { say } from '#words/index.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { invitedOf, placeOfAccount } from './judge-account.ts';
import { makeInvitation } from './make-invitation.ts';
import { getPlace } from './place-role.ts';
import { recordOnAccount } from './record-on-account.ts';

/** The name that the first administrator signs in with. */
export const firstAdministrator = 'administracion';
const username = firstAdministrator;

/**
 * The first administrator of an installation: an account for every country there is, entered by a link that works once.
 * Asked again before anybody entered, it makes a new link; afterwards it is refused.
 */
export async function createFirstAdministrator(
  context: Context,
  input: { readonly country: string },
): Promise<{ link: string; username: string; expiresAt: Date }> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const home = await getPlace(tx, input.country.toUpperCase(), context.now);
    const earlierId = await findAccountIdByUsername(tx, username);
    const view = await viewOf(tx, earlierId ?? (await makeAdministrator(tx, context, home)));
    if (view.firstEnteredAt !== null || view.standing !== 'invited') throw refuse('access.already-begun');
    const delivery = await makeInvitation(tx, context, invitedOf(view), {
      channel: 'link',
      batchId: null,
      lasts: lifetimes.firstAdministratorLink,
    });
    await recordOnAccount(tx, context, placeOfAccount(view), {
      operation: 'createFirstAdministrator',
      before: null,
      after: { username, invitation: delivery.invitationId },
    });
    return { link: delivery.link, username, expiresAt: new Date(delivery.expiresAt) };
  });
}

async function viewOf(tx: Transaction, id: string): Promise<AccountView> {
  const view = await findAccount(tx, id);
  if (!view) throw refuse('access.account-not-found');
  return view;
}

async function makeAdministrator(tx: Transaction, context: Context, home: FoundPlace): Promise<string> {
  const personId = newId();
  const accountId = newId();
  const { country, territoryId } = home;
  const name = say(context.language, 'access.first-administrator');
  await insertPersonOfAccount(tx, { id: personId, country, territoryId, organisationId: null, name }, []);
  await insertAccount(tx, {
    id: accountId,
    personId,
    username,
    phone: null,
    email: null,
    territoryId,
    organisationId: null,
    language: context.language,
    createdBy: null,
    now: context.now,
  });
  for (const place of await listCountryPlaces(tx)) {
    await insertRole(tx, {
      id: newId(),
      accountId,
      role: 'national-admin',
      territoryId: place.territoryId,
      organisationId: null,
      structureId: null,
      validFrom: home.today,
      validTo: null,
      grantedBy: null,
      now: context.now,
    });
  }
  return accountId;
}
