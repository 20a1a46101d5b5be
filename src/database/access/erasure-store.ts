import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { endRolesOf } from './account-store.ts';

/** Closes an account and takes out of it whatever names somebody. */
export async function eraseAccountOf(
  tx: Transaction,
  accountId: string,
  when: { now: Date; today: string },
): Promise<void> {
  await tx
    .updateTable('account')
    .set((eb) => ({
      username: sql<string>`'borrada-' || left(replace(id::text, '-', ''), 20)`,
      phone: null,
      email: null,
      password_hash: null,
      totp_secret: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      standing: 'closed',
      standing_reason: null,
      signed_out_at: when.now,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', accountId)
    .execute();
  await endRolesOf(tx, accountId, when.today);
  await sql`select access_forget_devices(${accountId}::uuid)`.execute(tx);
}

/** Takes a person's name and contacts away. */
export async function eraseOwnRowOf(tx: Transaction, personId: string, name: string): Promise<void> {
  await tx.deleteFrom('contact_point').where('person_id', '=', personId).execute();
  await tx
    .updateTable('person')
    .set((eb) => ({
      name,
      visibility: 'territory',
      standing: 'erased',
      standing_reason: null,
      updated_at: sql`now()`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', personId)
    .execute();
}
