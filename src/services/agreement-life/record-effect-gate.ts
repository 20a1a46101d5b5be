import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findCircumstances, insertGate } from '#database/agreements/text-store.ts';
import { gatesNeeded } from '#domain/agreements/effect.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { changeAgreement } from '../agreements/move-agreement.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { followDates } from './follow-dates.ts';
import { answerOf, openLife } from './open-life.ts';

type Operation = typeof agreementLifeOperations.recordEffectGate;

/** Records what a registry, a gazette or a comptroller answered; when nothing else is waited for, the agreement is in force. */
export async function recordEffectGate(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'anyone-working');
    if (life.agreement.standing !== 'signed') throw refuse('agreement-life.not-as-it-stands');
    const rules = { ...life.template, effectiveRule: life.agreement.effectiveRule };
    const needed = gatesNeeded(rules, 'force', await findCircumstances(tx, agreementId));
    if (!needed.includes(body.kind)) throw refuse('agreement-life.gate-not-awaited', { field: 'kind' });
    if (body.on > life.today) {
      const problems = [{ code: 'agreement-life.day-to-come', field: 'on' }];
      throw refuse('agreement-life.incomplete', { problems });
    }
    await insertGate(tx, {
      id: newId(),
      agreement_id: agreementId,
      territory_id: life.agreement.territoryId,
      kind: body.kind,
      body: body.body,
      reference: body.reference,
      on_date: body.on,
      result: body.result,
      note: body.note,
      account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
      created_at: context.now,
    });
    const isRegistered = body.kind === 'registration' && body.result === 'done';
    const agreement = await changeAgreement(tx, context, life.agreement, {
      operation: 'recordEffectGate',
      change: isRegistered ? { registry_number: body.reference } : {},
    });
    return answerOf(await followDates(tx, context, { ...life, agreement }));
  });
}
