import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { isRole } from '#domain/access/roles.ts';
import type { HeldRole } from '#domain/actors/handover-roles.ts';

/** The roles that these people's accounts hold on a day, as far as the caller hands over there. */
export async function findRolesOf(
  tx: Transaction,
  people: readonly string[],
  day: string,
): Promise<HeldRole[]> {
  const { rows } = await sql<Omit<HeldRole, 'role'> & { role: string }>`
    select id, account_id as "accountId", person_id as "personId", role, territory_id as "territoryId",
      organisation_id as "organisationId", structure_id as "structureId", valid_to as "to"
    from actors_roles_of(${[...people]}::uuid[], ${day}::date) order by person_id, id`.execute(tx);
  return rows.flatMap((row) => (isRole(row.role) ? [{ ...row, role: row.role }] : []));
}

/** The accounts of these people that can be given a role and that the caller knows of. */
export async function findAccountsOf(
  tx: Transaction,
  people: readonly string[],
): Promise<{ id: string; personId: string }[]> {
  if (people.length === 0) return [];
  return tx
    .selectFrom('account')
    .select(['id', 'person_id as personId'])
    .where('person_id', 'in', [...people])
    .where('standing', 'in', ['active', 'invited'])
    .orderBy('standing')
    .orderBy('id')
    .execute();
}

/** Ends roles on a day; how many of them the caller could end. */
export async function endRoles(tx: Transaction, ids: readonly string[], day: string): Promise<number> {
  if (ids.length === 0) return 0;
  const result = await tx
    .updateTable('role_assignment')
    .set({ valid_to: sql<string>`greatest(valid_from, ${day}::date)` })
    .where('id', 'in', [...ids])
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Signs out the accounts that have no role left on a day. */
export async function signOutWithoutRole(
  tx: Transaction,
  accounts: readonly string[],
  day: string,
  now: Date,
): Promise<void> {
  await sql`select actors_sign_out_without_role(${[...accounts]}::uuid[], ${day}::date, ${now}::timestamptz)`.execute(
    tx,
  );
}
