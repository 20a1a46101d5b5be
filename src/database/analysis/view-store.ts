import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { ViewAudience } from '#domain/analysis/view.ts';

export type ViewRow = {
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly query: string;
  readonly audience: ViewAudience;
  readonly accountId: string;
  readonly organisationId: string | null;
  readonly territoryId: number;
  readonly version: number;
};

const selected = (tx: Transaction) =>
  tx
    .selectFrom('saved_view')
    .select([
      'id',
      'title',
      'note',
      'query',
      'audience',
      'account_id as accountId',
      'organisation_id as organisationId',
      'territory_id as territoryId',
      'version',
    ])
    .$castTo<ViewRow>();

/** A view that the caller may see. */
export async function findView(tx: Transaction, id: string): Promise<ViewRow | undefined> {
  return selected(tx).where('id', '=', id).executeTakeFirst();
}

/** The views that the caller may see, the newest first, after one of them. */
export async function listViewRows(
  tx: Transaction,
  page: { readonly after: string | null; readonly limit: number },
): Promise<ViewRow[]> {
  let query = selected(tx);
  if (page.after !== null) query = query.where('id', '<', page.after);
  return query.orderBy('id', 'desc').limit(page.limit).execute();
}

export async function insertView(tx: Transaction, view: Omit<ViewRow, 'version'>): Promise<void> {
  await tx
    .insertInto('saved_view')
    .values({
      id: view.id,
      title: view.title,
      note: view.note,
      query: view.query,
      audience: view.audience,
      account_id: view.accountId,
      organisation_id: view.organisationId,
      territory_id: view.territoryId,
    })
    .execute();
}

/** Changes a view that is still at the version that was edited; false when it is not. */
export async function updateViewRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  said: Pick<ViewRow, 'title' | 'note' | 'audience' | 'organisationId'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('saved_view')
    .set({
      title: said.title,
      note: said.note,
      audience: said.audience,
      organisation_id: said.organisationId,
      version: at.version + 1,
      updated_at: sql`now()`,
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteViewRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('saved_view')
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
