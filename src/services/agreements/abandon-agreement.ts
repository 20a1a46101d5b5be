import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import type { Context } from '../context.ts';
import { moveAgreement } from './move-agreement.ts';
import { answerOf, openStep } from './take-step.ts';

type Operation = typeof agreementsOperations.abandonAgreement;

/** Gives an agreement up before it is signed. It stays readable for its parties, with the reason. */
export async function abandonAgreement(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { reason, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { agreement, today } = await openStep(tx, context, input, 'abandoned');
    refusePersonalText({ reason }, confirmText);
    const act = { operation: 'abandonAgreement', act: 'abandoned', on: today, reason } as const;
    return answerOf(await moveAgreement(tx, context, agreement, act));
  });
}
