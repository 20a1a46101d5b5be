import type { Insertable, Selectable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

export type AttachedFile = Selectable<DB['attached_file']>;

export async function insertAttachedFile(
  tx: Transaction,
  file: Insertable<DB['attached_file']>,
): Promise<void> {
  await tx.insertInto('attached_file').values(file).execute();
}

/** A file that the caller may see. */
export async function findAttachedFile(tx: Transaction, id: string): Promise<AttachedFile | undefined> {
  return tx.selectFrom('attached_file').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The files of one thing that the caller may see, the oldest first. */
export async function findAttachedFiles(tx: Transaction, subjectId: string): Promise<AttachedFile[]> {
  return tx
    .selectFrom('attached_file')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .execute();
}

/** The papers of approving acts and procedures of an agreement that the caller may see, by what each is of. */
export async function findPapersOf(tx: Transaction, agreementId: string): Promise<Map<string, AttachedFile>> {
  const rows = await tx
    .selectFrom('attached_file')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('subject_kind', 'in', ['approval', 'gate'])
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.subject_id, row]));
}
