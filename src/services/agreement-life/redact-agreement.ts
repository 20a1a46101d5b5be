import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import {
  listSealedTexts,
  redactDrafts,
  redactText,
  type SealedText,
} from '#database/agreements/text-store.ts';
import { strikeOutOf, struckOut } from '#domain/agreements/redaction.ts';
import { refuse } from '#domain/shared/refusals.ts';
import { getCommitmentRow, makeCommitmentFindable } from '../commitments/commitment-deed.ts';
import type { Context, Transaction } from '../context.ts';
import type { AgreementContent } from '#domain/agreements/text-content.ts';
import { answerOf, move, openLife, refuseUnless } from './open-life.ts';
import { getSealed } from './signatures.ts';

type Operation = typeof agreementLifeOperations.redactAgreement;

/**
 * Strikes passages out of what was signed by an order: out of every text of the agreement and of its addenda that was ever put to
 * signature and holds them, and of drafts and remarks. What was struck out is gone; the hashes of the originals stay.
 */
export async function redactAgreement(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'overseer');
    refuseUnless(life, 'redacted');
    await getSealed(tx, agreementId);
    const texts = await listSealedTexts(tx, agreementId);
    const struck = strikeOutOf(texts, body.passages);
    for (const { text, content } of struck) {
      const order = orderOf(text, body.order);
      if (!(await redactText(tx, text.id, { content, order, at: context.now })))
        throw refuse('shared.forbidden');
    }
    for (const id of new Set(struck.map(({ text }) => text.agreementId))) {
      const last = texts.findLast((text) => text.agreementId === id);
      const latest = struck.find(({ text }) => text === last);
      await strikeOutDrafts(tx, id, { latest, passages: body.passages });
    }
    const after = await move(tx, context, life, {
      operation: 'redactAgreement',
      act: 'redacted',
      on: life.today,
      reason: body.order,
      details: { passages: body.passages.length, texts: struck.map(({ text }) => text.hash) },
      isPublic: true,
    });
    return answerOf(after);
  });
}

// A text may be struck by one order after another: what is shown names them all.
function orderOf({ redactionOrder }: SealedText, order: string): string {
  return redactionOrder === null ? order : `${redactionOrder}; ${order}`;
}

type Struck = {
  /** The text that says what the draft says, where it held any of the passages. */
  readonly latest: { readonly text: SealedText; readonly content: AgreementContent } | undefined;
  readonly passages: readonly { readonly text: string }[];
};

async function strikeOutDrafts(
  tx: Transaction,
  agreementId: string,
  { latest, passages }: Struck,
): Promise<void> {
  const clauses = (latest?.content.clauses ?? []).filter(({ id, title, body }) => {
    const one = latest?.text.content.clauses.find((clause) => clause.id === id);
    return one?.title !== title || one.body !== body;
  });
  const drafts = { passages: passages.map(({ text }) => text), clauses, mark: struckOut };
  for (const id of await redactDrafts(tx, agreementId, drafts))
    await makeCommitmentFindable(tx, await getCommitmentRow(tx, id));
}
