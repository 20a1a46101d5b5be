import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listMergeRows } from '#database/actors/merge-views.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { lookUp } from './look-up.ts';
import { cutPage, readIdCursor } from './page-cursor.ts';

type Operation = typeof actorsOperations.listMerges;

export async function listMerges(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const after = readIdCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const rows = await listMergeRows(tx, { kind: input.kind, after, limit: input.limit + 1 });
    const { shown, next } = cutPage(rows, input.limit, (row) => row.id);
    const ids = shown.flatMap((row) => [row.kept_id, row.absorbed_id]);
    const names = await lookUp(tx, context, { organisations: ids, people: ids });
    const nameOf = (kind: string, id: string) =>
      kind === 'person' ? { id, name: names.person(id)?.name ?? '' } : names.organisation(id);
    const items = shown.map((row) => ({
      id: row.id,
      kind: row.kind as 'organisation',
      kept: nameOf(row.kind, row.kept_id),
      absorbed: nameOf(row.kind, row.absorbed_id),
      doneAt: row.done_at.toISOString(),
      undoneAt: row.undone_at?.toISOString() ?? null,
    }));
    return { items, next };
  });
}
