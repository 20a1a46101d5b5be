import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findDashboard, keepDashboard } from '#database/analysis/dashboard-store.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/shared/refusals.ts';
import { signedIn } from '../access/own-account.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';

type Operation = typeof analysisOperations.saveDashboard;

/** Everybody arranges their own; what a block shows is decided when it is looked at. */
export async function saveDashboard(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const actor = signedIn(context);
  const { blocks } = input.body;
  return inScope(context.database, actor.scope, async (tx) => {
    const before = await findDashboard(tx, actor.accountId);
    const isKept = await keepDashboard(tx, actor.accountId, { blocks, version: input.version });
    if (!isKept) throw refuse('shared.stale', { current: before });
    await record(tx, context, {
      operation: 'saveDashboard',
      subjectKind: 'account',
      subjectId: actor.accountId,
      territoryId: actor.roles[0]?.territoryId ?? 0,
      organisationId: null,
      before: before ? { blocks: [...before.blocks] } : null,
      after: { blocks: [...blocks] },
    });
    return { version: input.version + 1 };
  });
}
