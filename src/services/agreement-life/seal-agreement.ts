import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findCircumstances, findLifeGates, insertText } from '#database/agreements/text-store.ts';
import { gatesMissing, gatesNeeded } from '#domain/agreements/effect.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { isEnough, missingParties } from '#domain/agreements/life-parties.ts';
import { assembleContent, hashOf } from '../agreements/assemble-content.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { ruleOf } from './signatures.ts';
import { newVerificationCode } from './verification-code.ts';
import { answerOf, move, openLife, refuseUnless, type Life } from './open-life.ts';

type Operation = typeof agreementLifeOperations.sealAgreement;

/** Puts the text to signature: what the parties confirmed, under its hash and a code by which anybody can verify it. */
export async function sealAgreement(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.agreementId, version: input.version };
    const life = await openLife(tx, context, at, 'anyone-working');
    refuseUnless(life, 'sealed');
    if (life.agreement.textHash !== null) throw refuse('agreement-life.sealed');
    const content = await assembleContent(tx, life.agreement.id);
    const hash = hashOf(content);
    await refuseUnready(tx, life, hash);
    const number = life.agreement.textNumber + 1;
    await insertText(tx, {
      id: newId(),
      agreement_id: life.agreement.id,
      territory_id: life.agreement.territoryId,
      number,
      content: JSON.stringify(content),
      hash,
      sealed_at: context.now,
    });
    const change = { text_number: number, text_hash: hash, verification_code: newVerificationCode() };
    const done = {
      operation: 'sealAgreement',
      act: 'sealed',
      on: life.today,
      change,
      details: { hash },
    } as const;
    return answerOf(await move(tx, context, life, done));
  });
}

/** The text is the one that the parties confirmed, what must come before the signature is there, and the end lies ahead. */
async function refuseUnready(tx: Transaction, life: Life, hash: string): Promise<void> {
  const { agreement, parties, template, today } = life;
  const confirmed = new Set(
    parties.filter(({ confirmedHash }) => confirmedHash === hash).map(({ id }) => id),
  );
  if (!isEnough(parties, confirmed, ruleOf(life))) {
    const [first] = missingParties(parties, confirmed);
    throw refuse('agreement-life.not-confirmed', { values: { party: first?.name ?? '' } });
  }
  if (agreement.endsOn !== null && agreement.endsOn < today)
    throw refuse('agreement-life.after-the-end', { values: { day: agreement.endsOn } });
  if (agreement.kind === 'addendum') return;
  const needed = gatesNeeded(template, 'signing', await findCircumstances(tx, agreement.id));
  const [missing] = gatesMissing(needed, await findLifeGates(tx, agreement.id));
  if (missing)
    throw refuse('agreement-life.gate-missing', { values: { gate: missing.replaceAll('-', '_') } });
}
