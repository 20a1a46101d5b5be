import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { redactDrafts, redactText } from '#database/agreements/text-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { strikeOut, struckOut } from '#domain/agreements/redaction.ts';
import { getCommitmentRow, makeCommitmentFindable } from '../commitments/commitment-deed.ts';
import type { Context, Transaction } from '../context.ts';
import type { AgreementContent } from '#domain/agreements/text-content.ts';
import { answerOf, move, openLife, refuseUnless } from './open-life.ts';
import { getSealed } from './signatures.ts';

type Operation = typeof agreementLifeOperations.redactAgreement;

/**
 * Strikes passages out of a signed text by an order. What was struck out is gone, in the
 * drafts and remarks too; the hash of the original stays.
 */
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
    await strikeOutDrafts(tx, agreementId, { before: text.content, after: content, passages: body.passages });
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

type Struck = {
  readonly before: AgreementContent;
  readonly after: AgreementContent;
  readonly passages: readonly { readonly text: string }[];
};

async function strikeOutDrafts(tx: Transaction, agreementId: string, struck: Struck): Promise<void> {
  const { before, after, passages } = struck;
  const clauses = after.clauses.filter(({ id, title, body }) => {
    const one = before.clauses.find((clause) => clause.id === id);
    return one?.title !== title || one.body !== body;
  });
  const drafts = { passages: passages.map(({ text }) => text), clauses, mark: struckOut };
  for (const id of await redactDrafts(tx, agreementId, drafts))
    await makeCommitmentFindable(tx, await getCommitmentRow(tx, id));
}
