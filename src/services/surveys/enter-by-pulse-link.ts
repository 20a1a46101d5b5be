import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { surveysOperations } from '#contract/surveys/index.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { byPulseLink } from './by-pulse-link.ts';

type Operation = typeof surveysOperations.enterByPulseLink;

export async function enterByPulseLink(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return byPulseLink(context, body.secret, async (tx, round) => {
    const names = await lookUp(tx, context, { territories: [round.territoryId] });
    const { title, sectors, closesOn } = round;
    return { title, sectors, closesOn, territory: names.place(round.territoryId) };
  });
}
