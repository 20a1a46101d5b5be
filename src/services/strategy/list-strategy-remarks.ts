import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { findElements } from '#database/strategy/element-views.ts';
import { listRemarks } from '#database/strategy/remark-store.ts';
import { findVersion } from '#database/strategy/strategy-views.ts';
import { mayEditStrategy, mayRemark } from '#domain/strategy/permissions.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import { isOpenTo } from '#domain/strategy/succession.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';

type Operation = typeof strategyOperations.listStrategyRemarks;

export async function listStrategyRemarks(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { actor } = context;
  return inScope(context.database, actor.scope, async (tx) => {
    const version = await findVersion(tx, input.versionId);
    if (!version) throw refuse('strategy.version-not-found');
    const rows = await listRemarks(tx, version.id);
    const elements = await findElements(tx, [version.id]);
    const names = await lookUp(tx, context, { organisations: rows.map((row) => row.organisation_id) });
    const today = await todayOf(tx, context, version.territoryId);
    return {
      items: rows.map((row) => {
        const element = elements.find(({ id }) => id === row.element_id);
        return {
          id: row.id,
          element: element ? { id: element.id, title: element.title, code: element.code } : null,
          organisation: names.optionalOrganisation(row.organisation_id),
          body: row.body,
          at: row.created_at.toISOString(),
          answer: row.answer,
          answeredAt: row.answered_at?.toISOString() ?? null,
          isOwn: actor.kind === 'account' && actor.accountId === row.account_id,
          version: row.version,
        };
      }),
      mayRemark: mayRemark(actor) && isOpenTo(version, today),
      abilities: mayEditStrategy(actor, version.territoryId) ? ['edit-strategy'] : [],
    };
  });
}
