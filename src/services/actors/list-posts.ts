import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listPostRows } from '#database/actors/post-store.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { lookUp, spanOf } from './look-up.ts';
import { cutPage, readIdCursor } from './page-cursor.ts';
import { postIds, showPost } from './show-actors.ts';

type Operation = typeof actorsOperations.listPosts;

export async function listPosts(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const after = readIdCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const today = await todayOf(tx, context, input.territory);
    const within = await spanOf(tx, input.territory);
    const { organisation, kind } = input;
    const rows = await listPostRows(tx, {
      within,
      organisation,
      kind,
      currentOn: today,
      after,
      limit: input.limit + 1,
    });
    const { shown, next } = cutPage(rows, input.limit, (row) => row.id);
    const names = await lookUp(tx, context, postIds(shown));
    return { items: shown.map((row) => showPost(row, names, today)), next };
  });
}
