import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { RoleGrant } from '#domain/access/permissions.ts';
import { isRole } from '#domain/access/roles.ts';

export type NewAccount = {
  readonly id: string;
  readonly personId: string;
  readonly username: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly language: string;
  readonly createdBy: string | null;
  readonly now: Date;
  readonly example?: boolean;
  /** Only for accounts that enter without an invitation: examples. */
  readonly passwordHash?: string;
};

export async function insertAccount(tx: Transaction, account: NewAccount): Promise<void> {
  await tx
    .insertInto('account')
    .values({
      id: account.id,
      person_id: account.personId,
      username: account.username,
      phone: account.phone,
      email: account.email,
      territory_id: account.territoryId,
      organisation_id: account.organisationId,
      language: account.language,
      created_by: account.createdBy,
      created_at: account.now,
      example: account.example ?? false,
      password_hash: account.passwordHash ?? null,
      standing: account.passwordHash === undefined ? 'invited' : 'active',
    })
    .execute();
}

export type NewRole = RoleGrant & {
  readonly id: string;
  readonly accountId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly grantedBy: string | null;
  readonly now: Date;
};

export async function insertRole(tx: Transaction, role: NewRole): Promise<void> {
  await tx
    .insertInto('role_assignment')
    .values({
      id: role.id,
      account_id: role.accountId,
      role: role.role,
      territory_id: role.territoryId,
      organisation_id: role.organisationId,
      structure_id: role.structureId,
      valid_from: role.validFrom,
      valid_to: role.validTo,
      granted_by: role.grantedBy,
      granted_at: role.now,
    })
    .execute();
}

export type RoleRow = RoleGrant & { readonly id: string; readonly validFrom: string };

/** A role of an account that has not ended, if the caller may see it. */
export async function findRole(
  tx: Transaction,
  accountId: string,
  id: string,
  today: string,
): Promise<RoleRow | undefined> {
  const row = await tx
    .selectFrom('role_assignment')
    .select(['id', 'role', 'territory_id', 'organisation_id', 'structure_id', 'valid_from'])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', today)]))
    .executeTakeFirst();
  if (!row || !isRole(row.role)) return undefined;
  return {
    id: row.id,
    role: row.role,
    territoryId: row.territory_id,
    organisationId: row.organisation_id,
    structureId: row.structure_id,
    validFrom: row.valid_from,
  };
}

/** Ends a role; one that has not begun never will have. */
export async function endRoleOn(tx: Transaction, role: RoleRow, today: string): Promise<void> {
  await tx
    .updateTable('role_assignment')
    .set({ valid_to: role.validFrom > today ? role.validFrom : today })
    .where('id', '=', role.id)
    .execute();
}

/** Ends every role of an account that the caller may end. */
export async function endRolesOf(tx: Transaction, accountId: string, today: string): Promise<void> {
  await tx
    .updateTable('role_assignment')
    .set({ valid_to: sql<string>`greatest(valid_from, ${today}::date)` })
    .where('account_id', '=', accountId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', today)]))
    .execute();
}

/** Every role of an account, also those that the caller does not see: what decides who stands above whom. */
export async function listAllRolesOf(tx: Transaction, accountId: string): Promise<RoleGrant[]> {
  const rows = await sql<{
    role: string;
    territory_id: number;
    organisation_id: string | null;
    structure_id: string | null;
  }>`
    select * from access_roles_of(${accountId}::uuid)`.execute(tx);
  return rows.rows.flatMap((row) =>
    isRole(row.role)
      ? [
          {
            role: row.role,
            territoryId: row.territory_id,
            organisationId: row.organisation_id,
            structureId: row.structure_id,
          },
        ]
      : [],
  );
}

/** Changes where an account stands, if nobody changed it since. Unless it is active, whatever was begun is signed out. */
export async function changeStanding(
  tx: Transaction,
  account: { readonly id: string; readonly version: number },
  change: {
    standing: 'invited' | 'active' | 'suspended' | 'closed';
    reason: string;
    now: Date;
    closes?: boolean;
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('account')
    .set((eb) => ({
      standing: change.standing,
      standing_reason: change.reason,
      ...(change.standing === 'active' ? {} : { signed_out_at: change.now }),
      // A closed account frees what it was signed in with for somebody else, but for its username.
      ...(change.closes
        ? { password_hash: null, totp_secret: null, totp_confirmed_at: null, phone: null, email: null }
        : {}),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', account.id)
    .where('version', '=', account.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Signs an account out everywhere; and takes its second factor away where the authenticator is lost. */
export async function signAccountOut(
  tx: Transaction,
  accountId: string,
  now: Date,
  options: { removeSecondFactor: boolean },
): Promise<void> {
  await tx
    .updateTable('account')
    .set((eb) => ({
      signed_out_at: now,
      ...(options.removeSecondFactor
        ? { totp_secret: null, totp_confirmed_at: null, totp_last_step: null }
        : {}),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', accountId)
    .execute();
}

export type NamesTaken = {
  readonly usernames: Set<string>;
  readonly phones: Set<string>;
  readonly emails: Set<string>;
};

/** Which names to sign in with are taken, in the whole installation. */
export async function findNamesTaken(
  tx: Transaction,
  names: { usernames: readonly string[]; phones: readonly string[]; emails: readonly string[] },
): Promise<NamesTaken> {
  const found = await sql<{ kind: string; value: string }>`
    select kind, value from access_names_taken(${names.usernames}::text[], ${names.phones}::text[], ${names.emails}::text[])`.execute(
    tx,
  );
  const of = (kind: string) => new Set(found.rows.filter((row) => row.kind === kind).map((row) => row.value));
  return { usernames: of('username'), phones: of('phone'), emails: of('email') };
}

export type PersonRow = {
  readonly id: string;
  readonly country: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly name: string;
  readonly standing: string;
  readonly version: number;
};

export async function findPersonRow(tx: Transaction, id: string): Promise<PersonRow | undefined> {
  return tx
    .selectFrom('person')
    .select([
      'id',
      'country',
      'territory_id as territoryId',
      'organisation_id as organisationId',
      'name',
      'standing',
      'version',
    ])
    .where('id', '=', id)
    .where('standing', 'not in', ['merged', 'annulled', 'erased'])
    .executeTakeFirst();
}

/** Enters a person with the contacts given. */
export async function insertPersonOfAccount(
  tx: Transaction,
  person: { id: string; country: string; territoryId: number; organisationId: string | null; name: string },
  contacts: readonly { id: string; channel: 'mobile' | 'email'; value: string }[],
): Promise<void> {
  await tx
    .insertInto('person')
    .values({
      id: person.id,
      country: person.country,
      territory_id: person.territoryId,
      organisation_id: person.organisationId,
      name: person.name,
    })
    .execute();
  if (contacts.length === 0) return;
  await tx
    .insertInto('contact_point')
    .values(
      contacts.map((contact) => ({
        ...contact,
        person_id: person.id,
        territory_id: person.territoryId,
        of_organisation_id: person.organisationId,
      })),
    )
    .execute();
}

/** The accounts of a person that are not closed. */
export async function findAccountsOfPerson(tx: Transaction, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('account')
    .select('id')
    .where('person_id', '=', personId)
    .where('standing', '!=', 'closed')
    .execute();
  return rows.map(({ id }) => id);
}
