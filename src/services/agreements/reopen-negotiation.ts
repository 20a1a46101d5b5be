import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { takeBackApprovals } from '#database/agreements/negotiation-store.ts';
import { takeBackConfirmations } from '#database/agreements/party-store.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import type { Context } from '../context.ts';
import { refuseOnceSigned } from '../agreement-life/refuse-once-signed.ts';
import { moveAgreement } from './move-agreement.ts';
import { answerOf, openStep } from './take-step.ts';

type Operation = typeof agreementsOperations.reopenNegotiation;

/** Opens the text again before it is signed. What was confirmed and approved was another text, and is taken back. */
export async function reopenNegotiation(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { reason, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { agreement, today } = await openStep(tx, context, input, 'reopened-negotiation');
    await refuseOnceSigned(tx, agreement);
    refusePersonalText({ reason }, confirmText);
    const approvals = await takeBackApprovals(tx, { agreementId: agreement.id }, context.now);
    const confirmations = await takeBackConfirmations(tx, agreement.id);
    return answerOf(
      await moveAgreement(tx, context, agreement, {
        operation: 'reopenNegotiation',
        act: 'reopened-negotiation',
        on: today,
        reason,
        details: { approvals, confirmations },
        change: { text_hash: null },
      }),
    );
  });
}
