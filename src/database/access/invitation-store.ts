import type { Transaction } from '#database/connection.ts';

export type Channel = 'mail' | 'link' | 'text' | 'print';

export type NewInvitation = {
  readonly id: string;
  readonly accountId: string;
  readonly batchId: string | null;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly secretHash: Buffer;
  readonly channel: Channel;
  readonly createdBy: string | null;
  readonly now: Date;
  readonly expiresAt: Date;
};

/** Puts an invitation in the place of the account's earlier ones. */
export async function replaceInvitation(tx: Transaction, invitation: NewInvitation): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ revoked_at: invitation.now })
    .where('account_id', '=', invitation.accountId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  await tx
    .insertInto('invitation')
    .values({
      id: invitation.id,
      account_id: invitation.accountId,
      batch_id: invitation.batchId,
      territory_id: invitation.territoryId,
      organisation_id: invitation.organisationId,
      secret_hash: invitation.secretHash,
      channel: invitation.channel,
      created_by: invitation.createdBy,
      created_at: invitation.now,
      expires_at: invitation.expiresAt,
    })
    .execute();
}

export type InvitationRow = {
  readonly id: string;
  readonly accountId: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly channel: Channel;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
};

/** An invitation, if the caller may know of it. */
export async function findInvitationRow(tx: Transaction, id: string): Promise<InvitationRow | undefined> {
  const row = await tx
    .selectFrom('invitation')
    .select([
      'id',
      'account_id as accountId',
      'territory_id as territoryId',
      'organisation_id as organisationId',
      'channel',
      'used_at as usedAt',
      'revoked_at as revokedAt',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, channel: row.channel as Channel };
}

export async function revokeInvitationRow(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.updateTable('invitation').set({ revoked_at: now }).where('id', '=', id).execute();
}
