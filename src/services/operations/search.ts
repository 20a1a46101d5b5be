import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { operationsOperations } from '#contract/operations.ts';
import { inScope } from '#database/connection.ts';
import { findAlike } from '#database/operations/search-views.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Context } from '../context.ts';

type Operation = typeof operationsOperations.search;

export async function search(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const folded = fold(input.text);
  if (folded.length < 2) return { items: [] };
  const rows = await inScope(context.database, context.actor.scope, (tx) =>
    findAlike(tx, { folded, country: input.country ?? null, limit: input.limit }),
  );
  const kindName = (row: (typeof rows)[number]) =>
    context.language === 'en' ? row.kind_name_en : row.kind_name;
  return {
    items: rows.map((row) => ({
      kind: row.kind,
      id: row.id,
      title: row.title,
      context: [row.kind === 'territory' ? kindName(row) : null, row.above]
        .filter((part) => part !== null)
        .join(' · '),
    })),
  };
}
