import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { findElements, type ElementRow } from '#database/strategy/element-views.ts';
import { listStrategyRows } from '#database/strategy/strategy-views.ts';
import type { Context } from '../context.ts';
import { showAligned } from './show-aligned.ts';
import { knowStrategies, type KnownStrategy } from './show-strategies.ts';

type Operation = typeof strategyOperations.listEndedAlignments;

/** What is aligned to a line that an approved version had and the one in force has no more, until it is aligned anew. */
export async function listEndedAlignments(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const known = await knowStrategies(tx, context, await listStrategyRows(tx, input.country ?? null));
    const former = known.flatMap(({ versions }) => versions.filter(({ validFrom }) => validFrom !== null));
    const elements = await findElements(
      tx,
      former.map(({ id }) => id),
    );
    const ended = new Map(known.flatMap((one) => endedOf(one, elements)).map((row) => [row.threadId, row]));
    const aligned = await showAligned(tx, context, [...ended.keys()]);
    return {
      items: aligned.flatMap(({ threadId, ...one }) => {
        const line = ended.get(threadId);
        if (!line) return [];
        const { code, title, strategyId } = line;
        return [{ ...one, line: { threadId, code, title, strategyId } }];
      }),
    };
  });
}

/** What ended, in the last words it had. */
function endedOf({ versions, current }: KnownStrategy, elements: readonly ElementRow[]): ElementRow[] {
  if (!current) return [];
  const numberOf = (row: ElementRow) => versions.find(({ id }) => id === row.versionId)?.number;
  const inForce = new Set(
    elements.filter(({ versionId }) => versionId === current.id).map(({ threadId }) => threadId),
  );
  return elements
    .filter((row) => (numberOf(row) ?? Infinity) < current.number && !inForce.has(row.threadId))
    .toSorted((one, other) => (numberOf(one) ?? 0) - (numberOf(other) ?? 0));
}
