import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
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

const papersOfAgreement = ['approval', 'gate', 'session', 'signature', 'registered'] as const;

/** The papers of an agreement that the caller may see, the oldest first. Evidence is its commitment's. */
export async function findFilesOfAgreement(tx: Transaction, agreementId: string): Promise<AttachedFile[]> {
  return tx
    .selectFrom('attached_file')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('subject_kind', 'in', [...papersOfAgreement])
    .orderBy('id')
    .execute();
}

/** Whose each paper is: the party that signed or approved with it. What is nobody's alone is not there. */
export async function findPartiesOfFiles(tx: Transaction, agreementId: string): Promise<Map<string, string>> {
  const signed = tx
    .selectFrom('agreement_signature')
    .select(['file_id', 'party_id'])
    .where('agreement_id', '=', agreementId)
    .where('file_id', 'is not', null);
  const approved = tx
    .selectFrom('agreement_approval')
    .select(['file_id', 'party_id'])
    .where('agreement_id', '=', agreementId)
    .where('file_id', 'is not', null);
  const rows = await signed.unionAll(approved).execute();
  return new Map(rows.map((row) => [row.file_id ?? '', row.party_id]));
}

/** Puts another file in the place of one, and says whether the caller could. The database asks for an order of its own each time. */
export async function replaceAttachedFile(
  tx: Transaction,
  file: AttachedFile,
  values: Updateable<DB['attached_file']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('attached_file')
    .set(values)
    .where('id', '=', file.id)
    .where('sha256', '=', file.sha256)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Files of which an order took something away that is not to be kept and is still there. For the owner. */
export async function listFilesToDestroy(tx: Transaction) {
  return tx
    .selectFrom('attached_file')
    .select(['id', 'struck_sha256'])
    .where('original_kept', '=', false)
    .where('struck_sha256', '<>', sql<string[]>`'{}'`)
    .orderBy('id')
    .execute();
}

/** Writes down that nothing of what orders took away from a file is kept any more. */
export async function forgetStruckFile(tx: Transaction, id: string): Promise<void> {
  await tx.updateTable('attached_file').set({ struck_sha256: [] }).where('id', '=', id).execute();
}

/** Whether any file that is kept is these bytes. For the owner, who sees them all. */
export async function isFileNamed(tx: Transaction, sha256: string): Promise<boolean> {
  const { rows } = await sql<{ named: boolean }>`
    select exists (select from attached_file where sha256 = ${sha256} or ${sha256} = any (struck_sha256))
      or exists (select from stored_file where sha256 = ${sha256}) as named`.execute(tx);
  return rows[0]?.named ?? true;
}
