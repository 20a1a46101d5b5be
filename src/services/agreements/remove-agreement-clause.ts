import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import type { Context } from '../context.ts';
import { openClause, partyActedFor, rewordClause } from './open-clause.ts';

type Operation = typeof agreementsOperations.removeAgreementClause;

/** Takes a clause out of the text. It is kept with the reason, and can be put back. */
export async function removeAgreementClause(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { reason } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openClause(tx, context, input);
    refusePersonalText({ reason }, input.body.confirmText);
    const { title, body, fields, version, id, removedAt } = open.clause;
    if (removedAt !== null) return { id, version };
    const partyId = partyActedFor(context.actor, open, input.body.partyId);
    const operation = 'removeAgreementClause';
    return rewordClause(tx, context, open, {
      operation,
      title,
      body,
      fields,
      partyId,
      reason,
      removedAt: context.now,
    });
  });
}
