import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { setApprovalFile } from '#database/agreements/negotiation-store.ts';
import { findApproval } from '#database/agreements/negotiation-views.ts';
import { inScope } from '#database/connection.ts';
import { permitAsParty } from '#domain/agreements/permissions.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { keepPaper, readPaper, refuseSecondPaper } from './keep-paper.ts';
import { openAgreement, partyIn, partyOf } from './open-agreement.ts';

type Operation = typeof agreementsOperations.attachApprovalFile;

/** Keeps the paper of an approving act. Only whoever acts for the party that approved brings it. */
export async function attachApprovalFile(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  // Who may not bring it learns that before anything is unpacked.
  await inScope(context.database, context.actor.scope, (tx) => openApproval(tx, context, input));
  const paper = await readPaper(input.bytes, input.fileName);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { agreement } = await openApproval(tx, context, input);
    const of = {
      operation: 'attachApprovalFile',
      subjectKind: 'approval',
      subjectId: input.approvalId,
    } as const;
    const id = await keepPaper(tx, context, agreement, { paper, ...of });
    await setApprovalFile(tx, input.approvalId, id);
    return { id };
  });
}

async function openApproval(
  tx: Transaction,
  context: Context,
  at: { readonly agreementId: string; readonly approvalId: string },
) {
  const open = await openAgreement(tx, context, { id: at.agreementId });
  const approval = await findApproval(tx, at.approvalId);
  if (approval?.agreement_id !== at.agreementId) throw refuse('agreements.approval-not-found');
  permitAsParty(context.actor, partyOf(partyIn(open, approval.party_id)));
  refuseSecondPaper(approval.file_id);
  return open;
}
