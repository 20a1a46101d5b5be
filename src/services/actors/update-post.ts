import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findPost, updatePostRow } from '#database/actors/post-store.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import type { Context } from '../context.ts';
import { stale } from './organisation-deed.ts';
import { openPost, recordPost, refuseWrongPost } from './post-deed.ts';

type Operation = typeof actorsOperations.updatePost;

export async function updatePost(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { personId, title, topic, alternate, validFrom, validTo } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.postId, version: input.version };
    const row = await openPost(tx, context, at);
    refusePersonalText({ title, topic }, false);
    await refuseWrongPost(tx, {
      ...input.body,
      id: row.id,
      organisationId: row.organisation_id,
      kind: row.kind,
    });
    const values = { person_id: personId, title, topic, alternate, valid_from: validFrom, valid_to: validTo };
    if (!(await updatePostRow(tx, at, values))) throw stale(row);
    await recordPost(tx, context, 'updatePost', { before: row, after: (await findPost(tx, row.id)) ?? null });
    return { id: row.id, version: input.version + 1 };
  });
}
