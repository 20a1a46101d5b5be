import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { moveWhenReady } from './take-step.ts';

type Operation = typeof agreementsOperations.openNegotiation;

/** Puts a draft before its parties. */
export async function openNegotiation(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    moveWhenReady(tx, context, input, {
      operation: 'openNegotiation',
      act: 'opened-negotiation',
      waits: (study) => study.steps.negotiation,
    }),
  );
}
