import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deletePostRow } from '#database/actors/post-store.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { stale } from './organisation-deed.ts';
import { openPost, recordPost } from './post-deed.ts';

type Operation = typeof actorsOperations.deletePost;

/** An office whose term is over is history: what happened is not deleted. */
export async function deletePost(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await openPost(tx, context, { id: input.postId, version: input.version });
    if (row.valid_to !== null && row.valid_to <= (await todayOf(tx, context, row.territory_id))) {
      throw refuse('actors.has-consequences', { values: { posts: 1 } });
    }
    if (!(await deletePostRow(tx, row.id, row.version))) throw stale(row);
    await recordPost(tx, context, 'deletePost', { before: row, after: null });
    return { done: true };
  });
}
