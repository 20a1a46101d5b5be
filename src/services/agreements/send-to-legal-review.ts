import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { moveWhenReady } from './take-step.ts';

type Operation = typeof agreementsOperations.sendToLegalReview;

/** Closes the text that every party has confirmed, and remembers its hash: it is that text that is reviewed and approved. */
export async function sendToLegalReview(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    moveWhenReady(tx, context, input, {
      operation: 'sendToLegalReview',
      act: 'sent-to-legal-review',
      waits: (study) => study.steps['legal-review'],
      more: ({ hash }) => ({ change: { text_hash: hash }, details: { hash } }),
    }),
  );
}
