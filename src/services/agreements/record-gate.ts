import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateAgreementRow } from '#database/agreements/agreement-store.ts';
import { findAgreement } from '#database/agreements/agreement-views.ts';
import { insertGate } from '#database/agreements/negotiation-store.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { accountOf } from './change-text.ts';
import { recordAgreement } from './move-agreement.ts';
import { openAgreement, staleAgreement } from './open-agreement.ts';
import { answerOf, finishApproval, refuseUnfit } from './take-step.ts';

type Operation = typeof agreementsOperations.recordGate;

const over = ['abandoned', 'annulled', 'closed'];

/** Records what the instrument asks for outside the text. The last word on each kind counts; the ones before stay. */
export async function recordGate(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { kind, body, reference, on, result, note, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { agreement } = await openAgreement(tx, context, { id: input.agreementId, version: input.version });
    if (over.includes(agreement.standing)) throw refuse('agreements.text-is-closed');
    const today = await todayOf(tx, context, agreement.territoryId);
    refuseUnfit({ on, confirmText, texts: { body, note } }, today);
    await insertGate(tx, {
      id: newId(),
      agreement_id: agreement.id,
      territory_id: agreement.territoryId,
      kind,
      body,
      reference,
      on_date: on,
      result,
      note,
      account_id: accountOf(context),
      created_at: context.now,
    });
    if (!(await updateAgreementRow(tx, agreement, {}))) throw staleAgreement(agreement);
    await recordAgreement(tx, context, 'recordGate', {
      before: agreement,
      after: agreement,
      beside: { before: {}, after: { gate: kind, gateBody: body, reference, on, result, note } },
      freeText: ['note'],
    });
    const after = await findAgreement(tx, agreement.id);
    if (!after) throw refuse('agreements.not-found');
    return answerOf(await finishApproval(tx, context, after, { operation: 'recordGate', today }));
  });
}
