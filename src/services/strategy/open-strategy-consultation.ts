import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { refuseConsultation } from '#domain/strategy/succession.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { actOnVersion, openVersion } from './strategy-deed.ts';
import { refuseEmpty } from './refuse-empty.ts';

type Operation = typeof strategyOperations.openStrategyConsultation;

export async function openStrategyConsultation(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { from, to } = input.body;
  const act = 'consultation-opened';
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.versionId, version: input.version, act } as const;
    const { version } = await openVersion(tx, context, at);
    const today = await todayOf(tx, context, version.territoryId);
    refuseConsultation({ from, to }, today);
    await refuseEmpty(tx, version);
    const change = { consultationFrom: from, consultationTo: to };
    return actOnVersion(tx, context, version, {
      operation: 'openStrategyConsultation',
      act,
      change,
      on: today,
    });
  });
}
