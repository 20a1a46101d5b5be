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
    const after = { name: newcomer.name };
    deeds.push(
      deedOf(newcomer, personId, {
        operation,
        subjectKind: 'person',
        subjectId: personId,
        after,
        personal: ['name'],
      }),
    );
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
  const personal = ['username', 'phone', 'email'];
  deeds.push(
    deedOf(newcomer, personId, { operation, subjectKind: 'account', subjectId: accountId, after, personal }),
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

type Told = Pick<Deed, 'operation' | 'subjectKind' | 'subjectId' | 'after' | 'personal'>;

function deedOf(newcomer: Newcomer, personId: string, told: Told): Deed {
  const { territoryId, organisationId } = newcomer;
  return { ...told, territoryId, organisationId, before: null, personId };
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
