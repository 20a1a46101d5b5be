import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { redactText } from '#database/agreements/text-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { strikeOut } from '#domain/agreements/redaction.ts';
import type { Context } from '../context.ts';
import { answerOf, move, openLife, refuseUnless } from './open-life.ts';
import { getSealed } from './signatures.ts';

type Operation = typeof agreementLifeOperations.redactAgreement;

/** Strikes passages out of a signed text by an order. What was struck out is gone; the hash of the original stays. */
export async function redactAgreement(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'overseer');
    refuseUnless(life, 'redacted');
    const text = await getSealed(tx, agreementId);
    if (text.redactedAt !== null) throw refuse('agreement-life.already-redacted');
    const content = strikeOut(text.content, body.passages);
    await redactText(tx, text.id, { content, order: body.order, at: context.now });
    const after = await move(tx, context, life, {
      operation: 'redactAgreement',
      act: 'redacted',
      on: life.today,
      reason: body.order,
      details: { passages: body.passages.length },
      isPublic: true,
    });
    return answerOf(after);
  });
}
