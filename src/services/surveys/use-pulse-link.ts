import { randomUUID } from 'node:crypto';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { surveysOperations } from '#contract/surveys/index.ts';
import { countAnswers, insertAnswer } from '#database/surveys/pulse-store.ts';
import { faultsOf, mostAnswers } from '#domain/surveys/pulse.ts';
import { refuse } from '#domain/surveys/refusals.ts';
import type { Context } from '../context.ts';
import { byPulseLink } from './by-pulse-link.ts';

type Operation = typeof surveysOperations.usePulseLink;

/** Takes one person's answers. Its number is random: the usual ones hold the hour. */
export async function usePulseLink(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { secret, ...given } = body;
  return byPulseLink(context, secret, async (tx, round) => {
    const faults = faultsOf(given, round.sectors);
    if (faults.length > 0)
      throw refuse('surveys.answer-incomplete', {
        problems: faults.map((field) => ({ code: 'surveys.choose-one', field })),
      });
    if ((await countAnswers(tx, round.id)) >= mostAnswers) throw refuse('surveys.too-many-answers');
    await insertAnswer(tx, { id: randomUUID(), roundId: round.id, ...given });
    return { done: true };
  });
}
