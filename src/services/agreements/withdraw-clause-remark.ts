import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { permitAsParty, permitOversee } from '#domain/agreements/permissions.ts';
import type { Context } from '../context.ts';
import { recordAgreement } from './move-agreement.ts';
import { inQuestion, partyIn, partyOf } from './open-agreement.ts';
import { decide, openRemark } from './open-remark.ts';

type Operation = typeof agreementsOperations.withdrawClauseRemark;

/** Takes back what one's own party said of a clause. */
export async function withdrawClauseRemark(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openRemark(tx, context, input);
    const { remark, agreement } = open;
    if (remark.party_id === null) permitOversee(context.actor, inQuestion(open));
    else permitAsParty(context.actor, partyOf(partyIn(open, remark.party_id)));
    await decide(tx, context, remark, 'withdrawn', null);
    await recordAgreement(tx, context, 'withdrawClauseRemark', {
      before: agreement,
      after: agreement,
      beside: {
        before: { remark: remark.id, remarkStanding: 'open' },
        after: { remark: remark.id, remarkStanding: 'withdrawn' },
      },
    });
    return { id: remark.id, version: remark.version + 1 };
  });
}
