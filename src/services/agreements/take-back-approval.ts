import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateAgreementRow } from '#database/agreements/agreement-store.ts';
import { takeBackApprovals } from '#database/agreements/negotiation-store.ts';
import { findApprovals } from '#database/agreements/negotiation-views.ts';
import { updateAgreementPartyRow } from '#database/agreements/party-store.ts';
import { inScope } from '#database/connection.ts';
import { permitAsParty } from '#domain/agreements/permissions.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { Context } from '../context.ts';
import { recordAgreement } from './move-agreement.ts';
import { partyIn, partyOf, staleAgreement } from './open-agreement.ts';
import { answerOf, openStep } from './take-step.ts';

type Operation = typeof agreementsOperations.takeBackApproval;

/** Takes back an approving act that was recorded by mistake, as long as not all have approved. */
export async function takeBackApproval(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openStep(tx, context, input, 'approved-by-all');
    const { agreement } = open;
    const standing = (await findApprovals(tx, agreement.id)).filter((one) => one.taken_back_at === null);
    const approval = standing.find(({ id }) => id === input.approvalId);
    if (!approval) throw refuse('agreements.approval-not-found');
    const party = partyIn(open, approval.party_id);
    permitAsParty(context.actor, partyOf(party));
    await takeBackApprovals(tx, { agreementId: agreement.id, approvalId: approval.id }, context.now);
    const hasOthers = standing.some((one) => one.party_id === party.id && one.id !== approval.id);
    if (!hasOthers) await updateAgreementPartyRow(tx, party, { standing: 'confirmed' });
    if (!(await updateAgreementRow(tx, agreement, {}))) throw staleAgreement(agreement);
    await recordAgreement(tx, context, 'takeBackApproval', {
      before: agreement,
      after: agreement,
      beside: { before: { approval: approval.id, reference: approval.reference }, after: { approval: null } },
    });
    return answerOf({ ...agreement, version: agreement.version + 1 });
  });
}
