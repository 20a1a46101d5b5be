import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { hasElements } from '#database/strategy/element-views.ts';
import { updateStrategyRow } from '#database/strategy/strategy-store.ts';
import { findStrategy, findVersions } from '#database/strategy/strategy-views.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { readStrategyBody, recordStrategy } from './strategy-body.ts';
import { makeStrategyFindable, openStrategy, stale } from './strategy-deed.ts';

type Operation = typeof strategyOperations.updateStrategy;

/** Corrects what is said of a strategy. Elements and targets are written for its levels and period: those stay once approved. */
export async function updateStrategy(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const before = await openStrategy(tx, context, { id: input.strategyId, version: input.version });
    const today = await todayOf(tx, context, before.territoryId);
    const fields = await readStrategyBody(tx, input.body, { country: before.country, today });
    const versions = await findVersions(tx, [before.id]);
    const isApproved = versions.some(({ standing }) => standing === 'approved' || standing === 'superseded');
    const framed = (one: typeof fields) => JSON.stringify([one.periodFrom, one.periodTo, one.levels]);
    const kinds = (one: typeof fields) => JSON.stringify(one.levels.map(({ kind }) => kind));
    if (isApproved && framed(before) !== framed(fields)) throw refuse('strategy.approved-stays');
    const isBuiltUpon =
      kinds(before) !== kinds(fields) &&
      (await hasElements(
        tx,
        versions.map(({ id }) => id),
      ));
    if (isBuiltUpon) throw refuse('strategy.levels-in-use', { field: 'levels' });
    if (!(await updateStrategyRow(tx, before, fields))) throw stale(before);
    const after = await findStrategy(tx, before.id);
    if (!after) throw refuse('strategy.not-found');
    if (isApproved) await makeStrategyFindable(tx, after);
    await recordStrategy(tx, context, 'updateStrategy', { before, after });
    return { id: after.id, version: after.version };
  });
}
