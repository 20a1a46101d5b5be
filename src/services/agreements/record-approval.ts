import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateAgreementRow } from '#database/agreements/agreement-store.ts';
import { findAgreement, findLastAct } from '#database/agreements/agreement-views.ts';
import { insertApproval } from '#database/agreements/negotiation-store.ts';
import { findApprovals } from '#database/agreements/negotiation-views.ts';
import { updateAgreementPartyRow } from '#database/agreements/party-store.ts';
import { inScope } from '#database/connection.ts';
import { permitAsParty } from '#domain/agreements/permissions.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { assembleContent, hashOf } from './assemble-content.ts';
import { accountOf } from './change-text.ts';
import { recordAgreement } from './move-agreement.ts';
import { partyIn, partyOf, staleAgreement } from './open-agreement.ts';
import { answerOf, finishApproval, openStep, refuseUnfit } from './take-step.ts';

type Operation = typeof agreementsOperations.recordApproval;
type Body = InputOf<Operation>['body'];

/** Records the act by which a party approves the text that was reviewed. With the last of them, the agreement is ready to be signed. */
export async function recordApproval(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { partyId, kind, body, reference, on, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openStep(tx, context, input, 'approved-by-all');
    const { agreement, today } = open;
    const party = partyIn(open, partyId);
    permitAsParty(context.actor, partyOf(party));
    refuseUnfit({ on, confirmText, texts: { body, reference } }, today);
    await refuseUnapprovable(tx, agreement, input.body);
    await insertApproval(tx, {
      id: newId(),
      agreement_id: agreement.id,
      party_id: party.id,
      territory_id: agreement.territoryId,
      kind,
      body,
      reference,
      on_date: on,
      text_hash: agreement.textHash,
      account_id: accountOf(context),
      created_at: context.now,
    });
    await updateAgreementPartyRow(tx, party, { standing: 'approved' });
    if (!(await updateAgreementRow(tx, agreement, {}))) throw staleAgreement(agreement);
    await recordAgreement(tx, context, 'recordApproval', {
      before: agreement,
      after: agreement,
      beside: { before: {}, after: { party: party.id, approval: kind, approvingBody: body, reference, on } },
    });
    const after = await findAgreement(tx, agreement.id);
    if (!after) throw refuse('agreements.not-found');
    return answerOf(await finishApproval(tx, context, after, { operation: 'recordApproval', today }));
  });
}

async function refuseUnapprovable(
  tx: Transaction,
  agreement: { readonly id: string; readonly textHash: string | null },
  { partyId, kind, on }: Body,
): Promise<void> {
  if (hashOf(await assembleContent(tx, agreement.id)) !== agreement.textHash)
    throw refuse('agreements.text-changed');
  const standing = (await findApprovals(tx, agreement.id)).filter((one) => one.taken_back_at === null);
  if (standing.some((one) => one.party_id === partyId && one.kind === kind))
    throw refuse('agreements.already-approved', { field: 'kind' });
  // A council may vote while the lawyers read, never before they were given the text.
  const sent = await findLastAct(tx, agreement.id, 'sent-to-legal-review');
  if (sent && on < sent.on_date)
    throw refuse('agreements.incomplete', {
      problems: [{ code: 'agreements.approved-before-the-text', field: 'on' }],
    });
}
