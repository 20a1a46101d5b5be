import type { Insertable } from 'kysely';
import type { Database, Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

export async function insertReportLink(tx: Transaction, row: Insertable<DB['report_link']>): Promise<void> {
  await tx.insertInto('report_link').values(row).execute();
}

export async function findReportLinks(tx: Transaction, reportId: string) {
  return tx
    .selectFrom('report_link')
    .select(['id', 'addressee', 'created_at', 'expires_at', 'revoked_at', 'used_at'])
    .where('report_id', '=', reportId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function findReportLink(tx: Transaction, id: string) {
  return tx
    .selectFrom('report_link')
    .select(['id', 'report_id as reportId', 'addressee', 'revoked_at', 'used_at'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function revokeReportLinkRow(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('report_link')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Uses a link up; false where it was used or revoked in between. */
export async function spendReportLink(tx: Transaction, id: string, at: Date): Promise<boolean> {
  const result = await tx
    .updateTable('report_link')
    .set({ used_at: at })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The link that a secret is of, and the place of its report. Read before anybody is known, hence by the owner. */
export async function findLinkOfSecret(database: Database, secretHash: Buffer) {
  return database.owner
    .selectFrom('report_link as l')
    .innerJoin('report as r', 'r.id', 'l.report_id')
    .select([
      'l.id',
      'l.report_id as reportId',
      'l.addressee',
      'l.expires_at as expiresAt',
      'l.revoked_at as revokedAt',
      'l.used_at as usedAt',
      'r.territory_id as territoryId',
      'r.organisation_id as organisationId',
      'r.structure_id as structureId',
    ])
    .where('l.secret_hash', '=', secretHash)
    .executeTakeFirst();
}
