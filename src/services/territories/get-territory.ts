import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { territoriesOperations } from '#contract/territories.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { getPlace } from './get-place.ts';
import { answerTerritory } from './territory-answer.ts';

type Operation = typeof territoriesOperations.getTerritory;

export async function getTerritory(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.reference);
    return answerTerritory(tx, context, place.id, input.at);
  });
}
