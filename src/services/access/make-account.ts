import type { Transaction } from '#database/connection.ts';
import { insertAccount, insertPersonOfAccount, insertRole } from '#database/access/account-store.ts';
import { upsertSearchEntry } from '#database/operations/search-store.ts';
import { fold } from '#domain/shared/fold.ts';
import { recordAll, type Deed } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import type { PlacedRole } from './place-role.ts';

/** Somebody who is about to have an account: already entered, or new under this name. */
export type Newcomer = {
  readonly personId: string | null;
  readonly name: string;
  readonly username: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: string;
  readonly country: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly role: PlacedRole;
};

/** Enters the person where needed, makes the account and gives its first role; says so in the trail. */
export async function makeAccount(
  tx: Transaction,
  context: Context,
  newcomer: Newcomer,
  operation: string,
): Promise<{ accountId: string; personId: string; deeds: Deed[] }> {
  const personId = newcomer.personId ?? newId();
  const accountId = newId();
  const by = context.actor.kind === 'account' ? context.actor.accountId : null;
  const deeds: Deed[] = [];
  if (newcomer.personId === null) {
    await enterPerson(tx, personId, newcomer);
    deeds.push(deedOf(operation, 'person', personId, personId, newcomer, { name: newcomer.name }, ['name']));
  }
  const { username, phone, email, language, territoryId, organisationId } = newcomer;
  const now = context.now;
  await insertAccount(tx, {
    id: accountId,
    personId,
    username,
    phone,
    email,
    language,
    territoryId,
    organisationId,
    createdBy: by,
    now,
  });
  const { grant, validFrom, validTo } = newcomer.role;
  const roleId = newId();
  await insertRole(tx, { ...grant, id: roleId, accountId, validFrom, validTo, grantedBy: by, now });
  const after = { username, phone, email, role: { id: roleId, ...grant, validFrom, validTo } };
  deeds.push(
    deedOf(operation, 'account', accountId, personId, newcomer, after, ['username', 'phone', 'email']),
  );
  return { accountId, personId, deeds };
}

/** The same, written down at once. */
export async function makeAccountAndRecord(
  tx: Transaction,
  context: Context,
  newcomer: Newcomer,
  operation: string,
) {
  const made = await makeAccount(tx, context, newcomer, operation);
  await recordAll(tx, context, made.deeds);
  return made;
}

function deedOf(
  operation: string,
  subjectKind: string,
  subjectId: string,
  personId: string,
  place: { territoryId: number; organisationId: string | null },
  after: Readonly<Record<string, unknown>>,
  personal: readonly string[],
): Deed {
  const { territoryId, organisationId } = place;
  return {
    operation,
    subjectKind,
    subjectId,
    territoryId,
    organisationId,
    before: null,
    after,
    personal,
    personId,
  };
}

async function enterPerson(tx: Transaction, id: string, newcomer: Newcomer): Promise<void> {
  const { country, territoryId, organisationId, name, phone, email } = newcomer;
  await insertPersonOfAccount(tx, { id, country, territoryId, organisationId, name }, [
    ...(phone ? [{ id: newId(), channel: 'mobile' as const, value: phone }] : []),
    ...(email ? [{ id: newId(), channel: 'email' as const, value: email }] : []),
  ]);
  await upsertSearchEntry(tx, {
    kind: 'person',
    id,
    country,
    territoryId,
    organisationId,
    title: name,
    folded: fold(name),
    visibility: 'territory',
  });
}
