import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { findElements, type ElementRow } from '#database/strategy/element-views.ts';
import { findStrategy, findVersion } from '#database/strategy/strategy-views.ts';
import { compareVersions, elementOutcomes } from '#domain/strategy/compare-versions.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import { pathOf } from '#domain/strategy/tree.ts';
import type { Context } from '../context.ts';
import { knowStrategies, lookUpForStrategies, showElement, showVersion } from './show-strategies.ts';

type Operation = typeof strategyOperations.compareStrategyVersions;

/** Two versions side by side. */
export async function compareStrategyVersions(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const from = await findVersion(tx, input.from);
    const to = await findVersion(tx, input.to);
    const strategy = from && (await findStrategy(tx, from.strategyId));
    const [known] = strategy ? await knowStrategies(tx, context, [strategy]) : [];
    if (!from || !to || !strategy || !known) throw refuse('strategy.version-not-found');
    if (from.strategyId !== to.strategyId) throw refuse('strategy.other-strategy', { field: 'to' });
    const elements = await findElements(tx, [from.id, to.id]);
    const before = elements.filter(({ versionId }) => versionId === from.id);
    const after = elements.filter(({ versionId }) => versionId === to.id);
    const names = await lookUpForStrategies(tx, context, [known], elements);
    const byId = new Map(elements.map((element) => [element.id, element]));
    const show = (element: { readonly id: string } | null) => {
      const row = element && byId.get(element.id);
      return row ? showElement(row, names) : null;
    };
    const placeOf = (all: readonly ElementRow[], element: { readonly id: string } | null) => {
      const row = element && byId.get(element.id);
      return row ? pathOf(all, row).map(({ title }) => title) : [];
    };
    const compared = compareVersions(before, after);
    const countOf = (outcome: string) => compared.filter((one) => one.outcome === outcome).length;
    return {
      strategy: { id: strategy.id, title: strategy.title, levels: [...strategy.levels] },
      from: showVersion(from, known.current),
      to: showVersion(to, known.current),
      counts: Object.fromEntries(elementOutcomes.map((outcome) => [outcome, countOf(outcome)])) as Record<
        (typeof elementOutcomes)[number],
        number
      >,
      items: compared.map((one) => ({
        threadId: one.threadId,
        outcome: one.outcome,
        fields: [...one.fields],
        before: show(one.before),
        after: show(one.after),
        placeBefore: placeOf(before, one.before),
        placeAfter: placeOf(after, one.after),
      })),
    };
  });
}
