import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { actOnVersion, openVersion } from './strategy-deed.ts';

type Operation = typeof strategyOperations.abandonStrategyVersion;

/** Gives up a version that was being prepared; it stays readable for those who wrote it. */
export async function abandonStrategyVersion(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { reason, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.versionId, version: input.version, act: 'abandoned' } as const;
    const { version } = await openVersion(tx, context, at);
    refusePersonalText({ reason }, confirmText);
    const on = await todayOf(tx, context, version.territoryId);
    const done = { operation: 'abandonStrategyVersion', act: 'abandoned', change: {}, on, reason } as const;
    return actOnVersion(tx, context, version, done);
  });
}
