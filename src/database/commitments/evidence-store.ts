import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import type { DB } from '#database/schema.ts';

export type EvidenceRow = Selectable<DB['evidence']>;

export async function insertEvidence(tx: Transaction, row: Insertable<DB['evidence']>): Promise<void> {
  await tx.insertInto('evidence').values(row).execute();
}

/** The evidence of these instances that the caller may see, in the order in which it was handed in. */
export async function findEvidenceOf(
  tx: Transaction,
  instanceIds: readonly string[],
): Promise<Map<string, EvidenceRow[]>> {
  if (instanceIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('evidence')
    .selectAll()
    .where('instance_id', '=', anyOf(instanceIds))
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, (row) => row.instance_id);
}

export async function findEvidence(tx: Transaction, id: string): Promise<EvidenceRow | undefined> {
  return tx.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Changes evidence that is still at the version that was seen; false when it is not. */
export async function updateEvidence(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  values: Updateable<DB['evidence']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('evidence')
    .set({ ...values, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The names of files, as far as the caller may see them. */
export async function findFilesOfEvidence(tx: Transaction, ids: readonly (string | null)[]) {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map<string, never>();
  const rows = await tx
    .selectFrom('attached_file')
    .select([
      'id',
      'name',
      'media_type',
      'bytes',
      'redacted_at',
      'redaction_order',
      'is_withdrawn',
      'original_kept',
    ])
    .where('id', '=', anyOf(wanted))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The files that were sent for a commitment, handed in or not, that the caller may see. */
export async function findFilesOfCommitment(tx: Transaction, commitmentId: string) {
  return tx
    .selectFrom('attached_file')
    .selectAll()
    .where('subject_kind', '=', 'evidence')
    .where((eb) =>
      eb.or([
        eb(
          'subject_id',
          'in',
          eb.selectFrom('evidence').select('id').where('commitment_id', '=', commitmentId),
        ),
        eb(
          'subject_id',
          'in',
          eb.selectFrom('commitment_instance').select('id').where('commitment_id', '=', commitmentId),
        ),
      ]),
    )
    .orderBy('id')
    .execute();
}

/** A file that somebody sent for an instance and that no evidence has taken yet. */
export async function findSentFile(
  tx: Transaction,
  at: { readonly fileId: string; readonly instanceId: string; readonly accountId: string | null },
) {
  return tx
    .selectFrom('attached_file')
    .selectAll()
    .where('id', '=', at.fileId)
    .where('subject_kind', '=', 'evidence')
    .where('subject_id', '=', at.instanceId)
    .where('account_id', '=', at.accountId)
    .executeTakeFirst();
}

export async function updateFileOfEvidence(
  tx: Transaction,
  fileId: string,
  values: Updateable<DB['attached_file']>,
): Promise<void> {
  await tx.updateTable('attached_file').set(values).where('id', '=', fileId).execute();
}
