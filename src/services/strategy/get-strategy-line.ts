import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { findElements, findElementsOfThread, type ElementRow } from '#database/strategy/element-views.ts';
import type { VersionRow } from '#database/strategy/strategy-columns.ts';
import { findStrategy } from '#database/strategy/strategy-views.ts';
import { compareVersions } from '#domain/strategy/compare-versions.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import { inReadingOrder, pathOf } from '#domain/strategy/tree.ts';
import type { Context, Transaction } from '../context.ts';
import { showAligned } from './show-aligned.ts';
import {
  knowStrategies,
  lookUpForStrategies,
  showElement,
  showStrategy,
  showVersion,
  type KnownStrategy,
} from './show-strategies.ts';

type Operation = typeof strategyOperations.getStrategyLine;

/** A line in the words of the version in force; one that ended, in the last words it had. */
export async function getStrategyLine(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const rows = await findElementsOfThread(tx, input.threadId);
    const strategyId = rows[0]?.strategyId;
    const strategy = strategyId === undefined ? undefined : await findStrategy(tx, strategyId);
    const [known] = strategy ? await knowStrategies(tx, context, [strategy]) : [];
    const shown = known && wordsOf(known, rows);
    if (!known || !shown) throw refuse('strategy.line-not-found');
    const elements = inReadingOrder(await findElements(tx, [shown.version.id]));
    const names = await lookUpForStrategies(tx, context, [known], [shown.element]);
    return {
      threadId: input.threadId,
      strategy: { ...showStrategy(known, names), levels: [...known.strategy.levels] },
      element: showElement(shown.element, names),
      path: pathOf(elements, shown.element).map(nameOf),
      below: elements.filter(({ parentId }) => parentId === shown.element.id).map(nameOf),
      inVersion: showVersion(shown.version, known.current),
      hasEnded: known.current !== null && shown.version.number < known.current.number,
      history: await historyOf(tx, known, input.threadId),
      aligned: await showAligned(tx, context, [input.threadId]),
    };
  });
}

const nameOf = ({ threadId, title, code }: ElementRow) => ({ threadId, title, code });

function wordsOf(known: KnownStrategy, rows: readonly ElementRow[]) {
  const { current } = known;
  const speaking = known.versions.filter(({ id }) => rows.some(({ versionId }) => versionId === id));
  const version = speaking.find(({ id }) => id === current?.id) ?? speaking.find(isApproved) ?? speaking[0];
  const element = version && rows.find(({ versionId }) => versionId === version.id);
  return version && element && { version, element };
}

const isApproved = ({ standing }: VersionRow) => standing === 'approved' || standing === 'superseded';

/** What became of a line in every approved version, the oldest first. */
async function historyOf(tx: Transaction, known: KnownStrategy, threadId: string) {
  const approved = known.versions.filter(isApproved).toReversed();
  const elements = await findElements(
    tx,
    approved.map(({ id }) => id),
  );
  return approved.flatMap((version, index) => {
    const of = (one: VersionRow | undefined) => elements.filter(({ versionId }) => versionId === one?.id);
    const found = compareVersions(of(approved[index - 1]), of(version)).find(
      (one) => one.threadId === threadId,
    );
    const element = found?.after ?? found?.before;
    if (!found || !element) return [];
    const { outcome, fields } = found;
    return [
      {
        number: version.number,
        validFrom: version.validFrom,
        outcome,
        fields: [...fields],
        title: element.title,
      },
    ];
  });
}
