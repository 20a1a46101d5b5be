import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { placeClauses } from '#database/agreements/clause-store.ts';
import { findClauses } from '#database/agreements/clause-views.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { takeBack } from './change-text.ts';
import { recordAgreement } from './move-agreement.ts';
import { openClause } from './open-clause.ts';

type Operation = typeof agreementsOperations.moveAgreementClause;

/** Moves a clause past its neighbour; at the end of the text it stays where it is. */
export async function moveAgreementClause(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openClause(tx, context, input);
    const { agreement, clause } = open;
    const answer = { id: clause.id, version: clause.version };
    const shown = (await findClauses(tx, agreement.id)).filter(({ removedAt }) => removedAt === null);
    const order = shown.map(({ id }) => id);
    const from = order.indexOf(clause.id);
    const to = input.body.direction === 'up' ? from - 1 : from + 1;
    const neighbour = order[to];
    if (from < 0 || neighbour === undefined) return answer;
    order[to] = clause.id;
    order[from] = neighbour;
    await placeClauses(tx, order);
    await takeBack(tx, open);
    await recordAgreement(tx, context, 'moveAgreementClause', {
      before: agreement,
      after: agreement,
      beside: { before: { clause: clause.id, place: from + 1 }, after: { clause: clause.id, place: to + 1 } },
    });
    return answer;
  });
}
