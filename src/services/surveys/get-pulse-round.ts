import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { surveysOperations } from '#contract/surveys/index.ts';
import { inScope } from '#database/connection.ts';
import { countAnswers, findRound } from '#database/surveys/pulse-store.ts';
import { mayPulse } from '#domain/surveys/permissions.ts';
import { refuse } from '#domain/surveys/refusals.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { showRound } from './show-round.ts';

type Operation = typeof surveysOperations.getPulseRound;

export async function getPulseRound(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const round = await findRound(tx, input.round);
    if (!round) throw refuse('surveys.round-not-found');
    const isKeeper = mayPulse(context.actor, round);
    const names = await lookUp(tx, context, { territories: [round.territoryId] });
    const { results } = round;
    return {
      ...showRound(round, names.place(round.territoryId), isKeeper ? await countAnswers(tx, round.id) : null),
      sectors: round.sectors,
      results: results && {
        ...results,
        weightedBy: [...results.weightedBy],
        estimates: [...results.estimates],
      },
      abilities: isKeeper ? ['report-figures'] : [],
    };
  });
}
