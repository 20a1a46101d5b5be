import { inScope, type Transaction } from '#database/connection.ts';
import { findAccount, type AccountView } from '#database/access/account-views.ts';
import { listContacts, replaceContacts, type Contact } from '#database/access/contact-store.ts';
import { changeOwnAccount, findPersonPlace, findPhonePrefix } from '#database/access/own-account-store.ts';
import { readEmail, readPhone } from '#domain/access/names-to-sign-in.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { asNameTaken } from './name-taken.ts';
import { signedIn, signedInInPerson } from './own-account.ts';
import { recordOnAccount } from './record-on-account.ts';

type Operation = typeof accessOperations.updateMyAccount;
type Body = InputOf<Operation>['body'];

/** Changes how one's account looks and speaks, the names to sign in with, and how one can be reached. */
export async function updateMyAccount(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  // Names to sign in with are a way in: a token does not change them.
  const changesNames = body.phone !== undefined || body.email !== undefined;
  const actor = changesNames ? signedInInPerson(context) : signedIn(context);
  return asNameTaken(() =>
    inScope(context.database, actor.scope, async (tx) => {
      const view = await findAccount(tx, actor.accountId);
      if (!view) throw refuse('access.account-not-found');
      const change = readChange(body, await findPhonePrefix(tx, view.territoryId));
      const isSaved = await changeOwnAccount(tx, view.id, input.version, change);
      if (!isSaved) throw refuseShared('shared.stale', { current: { version: view.version } });
      const contacts = body.contacts
        ? await saveContacts(tx, view, body.contacts)
        : { before: {}, after: {} };
      await recordOnAccount(tx, context, placeOf(view), {
        operation: 'updateMyAccount',
        before: { ...pick(view, change), ...contacts.before },
        after: { ...change, ...contacts.after },
        personal: ['phone', 'email', 'contacts'],
      });
      return { version: input.version + 1 };
    }),
  );
}

function placeOf(view: AccountView) {
  return {
    id: view.id,
    personId: view.personId,
    territoryId: view.territoryId,
    organisationId: view.organisation?.id ?? null,
  };
}

type Change = {
  language?: 'es' | 'en';
  theme?: 'system' | 'light' | 'dark';
  phone?: string | null;
  email?: string | null;
};

function readChange(body: Body, prefix: string | null): Change {
  const problems: Problem[] = [];
  const read = (field: 'phone' | 'email', parse: (text: string) => string | null): Change => {
    const typed = body[field];
    if (typed === undefined) return {};
    if (typed === null || typed.trim() === '') return { [field]: null };
    const value = parse(typed);
    if (value === null) problems.push({ code: `access.not-${field}`, field });
    return { [field]: value };
  };
  const names = { ...read('phone', (text) => readPhone(text, prefix)), ...read('email', readEmail) };
  if (problems.length > 0) throw refuseShared('shared.invalid', { problems });
  return {
    ...(body.language ? { language: body.language } : {}),
    ...(body.theme ? { theme: body.theme } : {}),
    ...names,
  };
}

function pick(view: AccountView, change: Change): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(change).map((key) => [key, view[key as keyof Change & keyof AccountView]]),
  );
}

async function saveContacts(tx: Transaction, view: AccountView, contacts: readonly Contact[]) {
  const before = await listContacts(tx, view.personId);
  const person = await findPersonPlace(tx, view.personId);
  await replaceContacts(
    tx,
    person,
    contacts.map((contact) => ({ ...contact, id: newId() })),
  );
  return { before: { contacts: before }, after: { contacts } };
}
