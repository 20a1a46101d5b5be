import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertGate } from '#database/agreements/negotiation-store.ts';
import { takeBackConfirmations } from '#database/agreements/party-store.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { assembleContent, hashOf } from './assemble-content.ts';
import { accountOf } from './change-text.ts';
import { moveAgreement } from './move-agreement.ts';
import { answerOf, finishApproval, openStep, refuseUnfit } from './take-step.ts';

type Operation = typeof agreementsOperations.reportLegalReview;

/** Records the legal report: favourable, the parties approve; with observations, the text is open again and nobody has confirmed it. */
export async function reportLegalReview(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { result, body, reference, on, note, confirmText } = input.body;
  const act = result === 'favourable' ? 'cleared-by-legal-review' : 'returned-with-observations';
  const operation = 'reportLegalReview';
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { agreement, today } = await openStep(tx, context, input, act);
    refuseUnfit({ on, confirmText, texts: { body, note } }, today);
    if (result === 'observations' && note === null)
      throw refuse('agreements.incomplete', {
        problems: [{ code: 'agreements.observations-unsaid', field: 'note' }],
      });
    if (result === 'favourable' && hashOf(await assembleContent(tx, agreement.id)) !== agreement.textHash)
      throw refuse('agreements.text-changed');
    await insertGate(tx, {
      id: newId(),
      agreement_id: agreement.id,
      territory_id: agreement.territoryId,
      kind: 'legal-report',
      body,
      reference,
      on_date: on,
      result,
      note,
      account_id: accountOf(context),
      created_at: context.now,
    });
    if (result === 'observations') await takeBackConfirmations(tx, agreement.id);
    const details = { body, reference };
    const moved = await moveAgreement(tx, context, agreement, { operation, act, on, reason: note, details });
    return answerOf(await finishApproval(tx, context, moved, { operation, today }));
  });
}
