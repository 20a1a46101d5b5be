import type { agreementsOperations } from '#contract/agreements/index.ts';
import { abandonAgreement } from '#services/agreements/abandon-agreement.ts';
import { addAgreementClause } from '#services/agreements/add-agreement-clause.ts';
import { addAgreementParty } from '#services/agreements/add-agreement-party.ts';
import { answerClauseRemark } from '#services/agreements/answer-clause-remark.ts';
import { attachApprovalFile } from '#services/agreements/attach-approval-file.ts';
import { attachGateFile } from '#services/agreements/attach-gate-file.ts';
import { compareClauseEditions } from '#services/agreements/compare-clause-editions.ts';
import { confirmAgreementText } from '#services/agreements/confirm-agreement-text.ts';
import { createAgreement } from '#services/agreements/create-agreement.ts';
import { deleteAgreement } from '#services/agreements/delete-agreement.ts';
import { exportAgreements } from '#services/agreements/export-agreements.ts';
import { getAgreement } from '#services/agreements/get-agreement.ts';
import { getAgreementClause } from '#services/agreements/get-agreement-clause.ts';
import { getAgreementPaper } from '#services/agreements/get-agreement-paper.ts';
import { listAgreements } from '#services/agreements/list-agreements.ts';
import { moveAgreementClause } from '#services/agreements/move-agreement-clause.ts';
import { openNegotiation } from '#services/agreements/open-negotiation.ts';
import { recordApproval } from '#services/agreements/record-approval.ts';
import { recordGate } from '#services/agreements/record-gate.ts';
import { remarkOnClause } from '#services/agreements/remark-on-clause.ts';
import { removeAgreementClause } from '#services/agreements/remove-agreement-clause.ts';
import { removeAgreementParty } from '#services/agreements/remove-agreement-party.ts';
import { reopenNegotiation } from '#services/agreements/reopen-negotiation.ts';
import { reportLegalReview } from '#services/agreements/report-legal-review.ts';
import { restoreAgreementClause } from '#services/agreements/restore-agreement-clause.ts';
import { sendToLegalReview } from '#services/agreements/send-to-legal-review.ts';
import { setAgreementBudget } from '#services/agreements/set-agreement-budget.ts';
import { takeBackApproval } from '#services/agreements/take-back-approval.ts';
import { updateAgreement } from '#services/agreements/update-agreement.ts';
import { updateAgreementClause } from '#services/agreements/update-agreement-clause.ts';
import { updateAgreementParty } from '#services/agreements/update-agreement-party.ts';
import { withdrawClauseRemark } from '#services/agreements/withdraw-clause-remark.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of drafting and negotiating with the service that does it. */
export const agreementsBindings = {
  listAgreements,
  exportAgreements,
  getAgreement,
  createAgreement,
  updateAgreement,
  deleteAgreement,
  addAgreementParty,
  updateAgreementParty,
  removeAgreementParty,
  setAgreementBudget,
  getAgreementClause,
  compareClauseEditions,
  addAgreementClause,
  updateAgreementClause,
  moveAgreementClause,
  removeAgreementClause,
  restoreAgreementClause,
  remarkOnClause,
  answerClauseRemark,
  withdrawClauseRemark,
  openNegotiation,
  confirmAgreementText,
  sendToLegalReview,
  reportLegalReview,
  recordApproval,
  takeBackApproval,
  recordGate,
  attachApprovalFile,
  attachGateFile,
  getAgreementPaper,
  reopenNegotiation,
  abandonAgreement,
} satisfies Bindings<typeof agreementsOperations>;
