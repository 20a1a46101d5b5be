import type { Transaction } from '#database/connection.ts';

export type NoteRow = {
  readonly id: string;
  readonly indicatorId: number;
  readonly code: string;
  readonly territoryId: number;
  readonly period: string | null;
  readonly words: string;
  readonly isPublic: boolean;
  readonly accountId: string;
  readonly organisationId: string | null;
  readonly version: number;
  readonly writtenAt: Date;
};

const selected = (tx: Transaction) =>
  tx
    .selectFrom('figure_note as n')
    .innerJoin('indicator as i', 'i.id', 'n.indicator_id')
    .select([
      'n.id',
      'n.indicator_id as indicatorId',
      'i.code',
      'n.territory_id as territoryId',
      'n.period',
      'n.words',
      'n.is_public as isPublic',
      'n.account_id as accountId',
      'n.organisation_id as organisationId',
      'n.version',
      'n.written_at as writtenAt',
    ])
    .$castTo<NoteRow>();

/** A note that the caller may see. */
export async function findNote(tx: Transaction, id: string): Promise<NoteRow | undefined> {
  return selected(tx).where('n.id', '=', id).executeTakeFirst();
}

/** The notes beside an indicator in a territory that the caller may see, the newest first. */
export async function listNoteRows(
  tx: Transaction,
  of: { readonly indicatorId: number; readonly territoryId: number },
  page: { readonly after: string | null; readonly limit: number },
): Promise<NoteRow[]> {
  let query = selected(tx)
    .where('n.indicator_id', '=', of.indicatorId)
    .where('n.territory_id', '=', of.territoryId);
  if (page.after !== null) query = query.where('n.id', '<', page.after);
  return query.orderBy('n.id', 'desc').limit(page.limit).execute();
}

export async function insertNote(
  tx: Transaction,
  note: Omit<NoteRow, 'version' | 'writtenAt' | 'code'>,
): Promise<void> {
  await tx
    .insertInto('figure_note')
    .values({
      id: note.id,
      indicator_id: note.indicatorId,
      territory_id: note.territoryId,
      period: note.period,
      words: note.words,
      is_public: note.isPublic,
      account_id: note.accountId,
      organisation_id: note.organisationId,
    })
    .execute();
}

export async function deleteNoteRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('figure_note')
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
