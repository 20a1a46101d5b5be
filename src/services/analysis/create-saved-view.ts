import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findAccount } from '#database/access/account-views.ts';
import { insertView } from '#database/analysis/view-store.ts';
import { inScope } from '#database/connection.ts';
import { permitAudience } from '#domain/analysis/permissions.ts';
import { refuse } from '#domain/analysis/refusals.ts';
import { signedIn } from '../access/own-account.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { getView, organisationToShare, recordView } from './view-deed.ts';
import { viewQuery } from './view-query.ts';

type Operation = typeof analysisOperations.createSavedView;

export async function createSavedView(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { audience, note, query: asked, title } = input.body;
  const { accountId } = signedIn(context);
  const query = viewQuery(asked);
  if (query === null) throw refuse('analysis.asks-nothing', { field: 'query' });
  return inScope(context.database, context.actor.scope, async (tx) => {
    const territoryId = await territoryOf(tx, accountId, query);
    permitAudience(context.actor, audience, territoryId);
    const organisationId = await organisationToShare(tx, accountId, audience);
    const id = newId();
    await insertView(tx, { id, title, note, query, audience, accountId, organisationId, territoryId });
    await recordView(tx, context, 'createSavedView', { before: null, after: await getView(tx, id) });
    return { id, version: 1 };
  });
}

/** The territory that is looked at; else the home of whoever keeps the view. */
async function territoryOf(tx: Transaction, accountId: string, query: string): Promise<number> {
  const reference = new URLSearchParams(query).get('territorio');
  if (reference !== null) return (await getPlace(tx, reference)).id;
  const account = await findAccount(tx, accountId);
  if (!account) throw refuse('analysis.asks-nothing', { field: 'query' });
  return account.territoryId;
}
