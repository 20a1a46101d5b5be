import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { actOnVersion, openVersion } from './strategy-deed.ts';

type Operation = typeof strategyOperations.closeStrategyConsultation;

/** Closes a consultation; closed before its last day, that day is the day of closing. */
export async function closeStrategyConsultation(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const act = 'consultation-closed';
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.versionId, version: input.version, act } as const;
    const { version } = await openVersion(tx, context, at);
    const today = await todayOf(tx, context, version.territoryId);
    const { consultationFrom: from, consultationTo: to } = version;
    const isEarly = to !== null && today < to && from !== null && from <= today;
    const change = isEarly ? { consultationTo: today } : {};
    return actOnVersion(tx, context, version, {
      operation: 'closeStrategyConsultation',
      act,
      change,
      on: today,
    });
  });
}
