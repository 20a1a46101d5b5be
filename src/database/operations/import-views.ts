import type { Transaction } from '#database/connection.ts';

/** Imports that this person may see, newest first; `after` is the id of the last one seen. */
export async function listImports(tx: Transaction, page: { after: string | null; limit: number }) {
  let query = tx
    .selectFrom('import_run')
    .innerJoin('territory', 'territory.id', 'import_run.territory_id')
    .leftJoin('account', 'account.id', 'import_run.account_id')
    .select([
      'import_run.id',
      'import_run.kind',
      'import_run.file_name',
      'import_run.standing',
      'import_run.report',
      'import_run.created_at',
      'import_run.applied_at',
      'import_run.revoked_at',
      'territory.country',
      'territory.code',
      'territory.level',
      'account.username',
    ])
    .orderBy('import_run.id', 'desc')
    .limit(page.limit + 1);
  if (page.after !== null) query = query.where('import_run.id', '<', page.after);
  return query.execute();
}
