import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertRemark } from '#database/agreements/negotiation-store.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { accountOf } from './change-text.ts';
import { recordAgreement } from './move-agreement.ts';
import { openClause, partyActedFor } from './open-clause.ts';

type Operation = typeof agreementsOperations.remarkOnClause;

/** Says something of a clause, or proposes another wording. A proposal is of the clause as it stands now. */
export async function remarkOnClause(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { kind, proposedBody, body } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openClause(tx, context, input);
    const { agreement, clause } = open;
    const partyId = partyActedFor(context.actor, open, input.body.partyId);
    const accountId = accountOf(context);
    if (accountId === null) throw refuseShared('shared.forbidden');
    const proposedTitle = kind === 'proposal' ? (input.body.proposedTitle ?? clause.title) : null;
    if (kind === 'proposal' && proposedBody === null)
      throw refuse('agreements.incomplete', {
        problems: [{ code: 'agreements.proposal-without-text', field: 'proposedBody' }],
      });
    refusePersonalText({ body, proposedTitle, proposedBody }, input.body.confirmText);
    const id = newId();
    await insertRemark(tx, {
      id,
      agreement_id: agreement.id,
      clause_id: clause.id,
      territory_id: agreement.territoryId,
      party_id: partyId,
      kind,
      body,
      proposed_title: proposedTitle,
      proposed_body: kind === 'proposal' ? proposedBody : null,
      on_edition: clause.version,
      account_id: accountId,
      created_at: context.now,
    });
    await recordAgreement(tx, context, 'remarkOnClause', {
      before: agreement,
      after: agreement,
      beside: { before: {}, after: { clause: clause.id, remark: id, remarkBody: body } },
      freeText: ['remarkBody'],
    });
    return { id, version: 1 };
  });
}
