import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

// What somebody does to the own account, in its own scope.

/** Notes that somebody entered; the first time is kept. */
export async function noteEntry(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await tx
    .updateTable('account')
    .set((eb) => ({
      last_entered_at: now,
      first_entered_at: eb.fn.coalesce('first_entered_at', eb.val(now)),
    }))
    .where('id', '=', accountId)
    .execute();
}

/** Keeps the step of a code, so that the code cannot be used again. Answers whether it was new. */
export async function takeTotpStep(tx: Transaction, accountId: string, step: number): Promise<boolean> {
  // The column is not read by this role: comparing happens where the step is written.
  const result = await sql<{
    taken: boolean;
  }>`select access_take_totp_step(${accountId}::uuid, ${step}::bigint) as taken`.execute(tx);
  return result.rows[0]?.taken ?? false;
}

/** Sets the password; whatever was begun before this moment is signed out when `signOut` is given. */
export async function setPassword(
  tx: Transaction,
  accountId: string,
  change: { hash: string; activate?: boolean; signOut?: Date },
): Promise<void> {
  await tx
    .updateTable('account')
    .set((eb) => ({
      password_hash: change.hash,
      ...(change.activate ? { standing: 'active' } : {}),
      ...(change.signOut ? { signed_out_at: change.signOut } : {}),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', accountId)
    .execute();
}

/** Begins, confirms or removes the second factor. */
export async function setSecondFactor(
  tx: Transaction,
  accountId: string,
  change:
    | { secret: Buffer | null; confirmedAt: Date | null; lastStep: number | null }
    | { confirmedAt: Date; lastStep: number },
): Promise<void> {
  await tx
    .updateTable('account')
    .set((eb) => ({
      ...('secret' in change ? { totp_secret: change.secret } : {}),
      totp_confirmed_at: change.confirmedAt,
      totp_last_step: change.lastStep,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', accountId)
    .execute();
}

/** Uses up a one-time code. Answers whether it was still unused. */
export async function spendCode(tx: Transaction, codeId: string, now: Date): Promise<boolean> {
  const spent = await tx
    .updateTable('access_code')
    .set({ used_at: now })
    .where('id', '=', codeId)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}

/** Uses up an invitation. Answers whether it was still good. */
export async function spendInvitation(tx: Transaction, invitationId: string, now: Date): Promise<boolean> {
  const spent = await tx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('id', '=', invitationId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}

export type NewCode = {
  readonly id: string;
  readonly accountId: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly purpose: 'reset' | 'recovery';
  readonly secretHash: string;
  readonly createdBy: string | null;
  readonly now: Date;
  readonly expiresAt: Date;
};

/** Puts codes in the place of the earlier ones of the same purpose. */
export async function replaceCodes(tx: Transaction, codes: readonly NewCode[]): Promise<void> {
  const [first] = codes;
  if (!first) return;
  await removeCodes(tx, first.accountId, first.purpose);
  await tx
    .insertInto('access_code')
    .values(
      codes.map((code) => ({
        id: code.id,
        account_id: code.accountId,
        territory_id: code.territoryId,
        organisation_id: code.organisationId,
        purpose: code.purpose,
        secret_hash: code.secretHash,
        created_by: code.createdBy,
        created_at: code.now,
        expires_at: code.expiresAt,
      })),
    )
    .execute();
}

export async function removeCodes(
  tx: Transaction,
  accountId: string,
  purpose: 'reset' | 'recovery',
): Promise<void> {
  await tx
    .deleteFrom('access_code')
    .where('account_id', '=', accountId)
    .where('purpose', '=', purpose)
    .execute();
}

/** How many recovery codes are left to use. */
export async function countRecoveryCodes(tx: Transaction, accountId: string): Promise<number> {
  const row = await tx
    .selectFrom('access_code')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'recovery')
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Where one's own account stands. */
export async function getOwnPlace(
  tx: Transaction,
  accountId: string,
): Promise<{ id: string; personId: string; territoryId: number; organisationId: string | null }> {
  return tx
    .selectFrom('account')
    .select([
      'id',
      'person_id as personId',
      'territory_id as territoryId',
      'organisation_id as organisationId',
    ])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
}

/** Changes one's own account if nobody changed it since. Answers whether it did. */
export async function changeOwnAccount(
  tx: Transaction,
  accountId: string,
  version: number,
  change: { language?: string; theme?: string; phone?: string | null; email?: string | null },
): Promise<boolean> {
  const result = await tx
    .updateTable('account')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', accountId)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Where a person belongs: what their contacts belong to as well. */
export async function findPersonPlace(
  tx: Transaction,
  personId: string,
): Promise<{ id: string; territoryId: number; organisationId: string | null }> {
  return tx
    .selectFrom('person')
    .select(['id', 'territory_id as territoryId', 'organisation_id as organisationId'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
}

/** What phones of a territory's country begin with, where its pack says so. */
export async function findPhonePrefix(tx: Transaction, territoryId: number): Promise<string | null> {
  const row = await tx
    .selectFrom('territory')
    .innerJoin('country', 'country.code', 'territory.country')
    .select('country.phone_prefix as prefix')
    .where('territory.id', '=', territoryId)
    .executeTakeFirst();
  return row?.prefix ?? null;
}
