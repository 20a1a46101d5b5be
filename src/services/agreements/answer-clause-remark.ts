import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { recordAgreement } from './move-agreement.ts';
import { partyActedFor, rewordClause } from './open-clause.ts';
import { decide, mayAnswer, openRemark, type OpenRemark } from './open-remark.ts';

type Operation = typeof agreementsOperations.answerClauseRemark;

/** Accepts or refuses what another party said of a clause. A proposal that is accepted becomes the clause. */
export async function answerClauseRemark(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { outcome, answer } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openRemark(tx, context, input);
    const { remark, agreement } = open;
    const partyId = partyActedFor(context.actor, open, input.body.partyId);
    if (!mayAnswer(context.actor, open, remark, partyId)) throw refuse('agreements.own-remark');
    refusePersonalText({ answer }, input.body.confirmText);
    await decide(tx, context, remark, outcome, answer);
    if (outcome === 'accepted' && remark.kind === 'proposal') await takeUp(tx, context, open, answer);
    else
      await recordAgreement(tx, context, 'answerClauseRemark', {
        before: agreement,
        after: agreement,
        beside: {
          before: { remark: remark.id, remarkStanding: 'open' },
          after: { remark: remark.id, remarkStanding: outcome },
        },
      });
    return { id: remark.id, version: remark.version + 1 };
  });
}

// The edition is the proposer's: who accepted it, and why, stays with the proposal.
async function takeUp(tx: Transaction, context: Context, open: OpenRemark, answer: string): Promise<void> {
  const { remark, clause } = open;
  if (remark.on_edition !== clause.version) throw refuse('agreements.proposal-outdated');
  await rewordClause(tx, context, open, {
    operation: 'answerClauseRemark',
    title: remark.proposed_title ?? clause.title,
    body: remark.proposed_body ?? clause.body,
    fields: clause.fields,
    partyId: remark.party_id,
    reason: answer,
  });
}
