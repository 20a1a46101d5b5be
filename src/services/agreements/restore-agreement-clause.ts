import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { openClause, partyActedFor, rewordClause } from './open-clause.ts';

type Operation = typeof agreementsOperations.restoreAgreementClause;

/** Puts a clause back that was taken out, as it was. */
export async function restoreAgreementClause(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openClause(tx, context, input);
    const { title, body, fields, version, id, removedAt } = open.clause;
    if (removedAt === null) return { id, version };
    const partyId = partyActedFor(context.actor, open, input.body.partyId);
    const operation = 'restoreAgreementClause';
    return rewordClause(tx, context, open, {
      operation,
      title,
      body,
      fields,
      partyId,
      reason: null,
      removedAt: null,
    });
  });
}
