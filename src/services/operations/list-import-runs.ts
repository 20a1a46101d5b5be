import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { operationsOperations } from '#contract/operations.ts';
import { inScope } from '#database/connection.ts';
import { listImports } from '#database/operations/import-views.ts';
import type { Context } from '../context.ts';

type Operation = typeof operationsOperations.listImportRuns;

/** What was imported. Ids are in order of time, so the page follows them. */
export async function listImportRuns(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const rows = await inScope(context.database, context.actor.scope, (tx) =>
    listImports(tx, { after: input.after ?? null, limit: input.limit }),
  );
  const shown = rows.slice(0, input.limit);
  return {
    items: shown.map((row) => ({
      id: row.id,
      kind: row.kind,
      fileName: row.file_name,
      territory: row.level === 0 ? row.country : `${row.country}-${row.code}`,
      standing: row.standing as 'previewed',
      createdAt: row.created_at.toISOString(),
      appliedAt: row.applied_at?.toISOString() ?? null,
      revokedAt: row.revoked_at?.toISOString() ?? null,
      by: row.username,
      report: row.report,
    })),
    next: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}
