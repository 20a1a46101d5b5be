import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateViewRow } from '#database/analysis/view-store.ts';
import { inScope } from '#database/connection.ts';
import { permitAudience } from '#domain/analysis/permissions.ts';
import type { Context } from '../context.ts';
import { signedIn } from '../access/own-account.ts';
import { getView, openView, organisationToShare, recordView, staleView } from './view-deed.ts';

type Operation = typeof analysisOperations.updateSavedView;

export async function updateSavedView(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { audience, note, title } = input.body;
  const { accountId } = signedIn(context);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const before = await openView(tx, context, input);
    permitAudience(context.actor, audience, before.territoryId);
    const organisationId = await organisationToShare(tx, accountId, audience);
    const isSaved = await updateViewRow(tx, before, { title, note, audience, organisationId });
    if (!isSaved) throw staleView(before);
    const after = await getView(tx, before.id);
    await recordView(tx, context, 'updateSavedView', { before, after });
    return { id: after.id, version: after.version };
  });
}
