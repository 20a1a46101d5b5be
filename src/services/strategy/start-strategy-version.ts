import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { insertElements } from '#database/strategy/element-store.ts';
import { findElements, type ElementRow } from '#database/strategy/element-views.ts';
import { insertVersion } from '#database/strategy/strategy-store.ts';
import { findVersion, findVersions } from '#database/strategy/strategy-views.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import { inReadingOrder } from '#domain/strategy/tree.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { keepVersionAct, openStrategy, recordVersion } from './strategy-deed.ts';

type Operation = typeof strategyOperations.startStrategyVersion;

/** Starts a version as a copy of the approved one: other elements, but of the same threads. */
export async function startStrategyVersion(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const strategy = await openStrategy(tx, context, { id: input.strategyId });
    const versions = await findVersions(tx, [strategy.id]);
    if (versions.some(({ standing }) => standing === 'draft' || standing === 'consultation'))
      throw refuse('strategy.version-open');
    const base = versions.find(({ standing }) => standing === 'approved') ?? null;
    const id = newId();
    const at = { strategyId: strategy.id, territoryId: strategy.territoryId };
    await insertVersion(tx, {
      ...at,
      id,
      number: Math.max(0, ...versions.map(({ number }) => number)) + 1,
      basedOnId: base?.id ?? null,
      isExampleStructure: base?.isExampleStructure ?? false,
    });
    const elements = base ? await findElements(tx, [base.id]) : [];
    await insertElements(tx, { ...at, versionId: id }, copiesOf(elements), newId);
    const version = await findVersion(tx, id);
    if (!version) throw refuse('strategy.version-not-found');
    const today = await todayOf(tx, context, strategy.territoryId);
    await keepVersionAct(tx, context, version, { act: 'started', on: today });
    await recordVersion(tx, context, 'startStrategyVersion', { before: null, after: version });
    return { id, version: version.version };
  });
}

function copiesOf(elements: readonly ElementRow[]): ElementRow[] {
  const copies = new Map(elements.map(({ id }) => [id, newId()]));
  return inReadingOrder(elements).map((element) => ({
    ...element,
    id: copies.get(element.id) ?? newId(),
    parentId: element.parentId === null ? null : (copies.get(element.parentId) ?? null),
  }));
}
