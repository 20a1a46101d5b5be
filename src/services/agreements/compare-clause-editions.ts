import { diffWordsWithSpace } from 'diff';
import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findClause, findClauseEditions } from '#database/agreements/clause-views.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { Context } from '../context.ts';
import { openAgreement } from './open-agreement.ts';

type Operation = typeof agreementsOperations.compareClauseEditions;

/** Two editions of a clause, word by word. */
export async function compareClauseEditions(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const clause = await findClause(tx, input.clauseId);
    if (!clause) throw refuse('agreements.clause-not-found');
    await openAgreement(tx, context, { id: clause.agreementId });
    const editions = await findClauseEditions(tx, clause.id);
    const from = editions.find(({ number }) => number === input.from);
    const to = editions.find(({ number }) => number === input.to);
    if (!from || !to) throw refuse('agreements.clause-not-found');
    return {
      from: from.number,
      to: to.number,
      title: partsOf(from.title, to.title),
      body: partsOf(from.body, to.body),
    };
  });
}

function partsOf(from: string, to: string) {
  return diffWordsWithSpace(from, to).map(({ added, removed, value }) => ({
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    text: value,
  }));
}
