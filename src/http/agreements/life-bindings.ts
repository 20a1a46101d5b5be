import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import { abandonAddendum } from '#services/agreement-life/abandon-addendum.ts';
import { addBalance } from '#services/agreement-life/add-balance.ts';
import { attachSessionFile } from '#services/agreement-life/attach-session-file.ts';
import { attachSignedPdf } from '#services/agreement-life/attach-signed-pdf.ts';
import { callSession } from '#services/agreement-life/call-session.ts';
import { closeAgreement } from '#services/agreement-life/close-agreement.ts';
import { confirmAddendum } from '#services/agreement-life/confirm-addendum.ts';
import { confirmSignature } from '#services/agreement-life/confirm-signature.ts';
import { decideNotice } from '#services/agreement-life/decide-notice.ts';
import { decideOnCommitment } from '#services/agreement-life/decide-on-commitment.ts';
import { declareWillToEnd } from '#services/agreement-life/declare-will-to-end.ts';
import { endAgreementForCause } from '#services/agreement-life/end-agreement-for-cause.ts';
import { getAgreementLife } from '#services/agreement-life/get-agreement-life.ts';
import { getConsolidatedText } from '#services/agreement-life/get-consolidated-text.ts';
import { getSealedText } from '#services/agreement-life/get-sealed-text.ts';
import { getSignatureFile } from '#services/agreement-life/get-signature-file.ts';
import { giveNotice } from '#services/agreement-life/give-notice.ts';
import { holdSession } from '#services/agreement-life/hold-session.ts';
import { objectToRenewal } from '#services/agreement-life/object-to-renewal.ts';
import { openAddendum } from '#services/agreement-life/open-addendum.ts';
import { payBalance } from '#services/agreement-life/pay-balance.ts';
import { publishNotice } from '#services/agreement-life/publish-notice.ts';
import { recordEffectGate } from '#services/agreement-life/record-effect-gate.ts';
import { listAgreementFiles } from '#services/agreement-life/list-agreement-files.ts';
import { redactAgreement } from '#services/agreement-life/redact-agreement.ts';
import { registerInkSignature } from '#services/agreement-life/register-ink-signature.ts';
import { replaceFileByOrder } from '#services/agreement-life/replace-file-by-order.ts';
import { replyToNotice } from '#services/agreement-life/reply-to-notice.ts';
import { rescheduleByCommission } from '#services/agreement-life/reschedule-by-commission.ts';
import { resumeAgreement } from '#services/agreement-life/resume-agreement.ts';
import { sealAgreement } from '#services/agreement-life/seal-agreement.ts';
import { signAgreement } from '#services/agreement-life/sign-agreement.ts';
import { suspendAgreement } from '#services/agreement-life/suspend-agreement.ts';
import { updateAddendum } from '#services/agreement-life/update-addendum.ts';
import { verifyDocument } from '#services/agreement-life/verify-document.ts';
import { waiveBalance } from '#services/agreement-life/waive-balance.ts';
import { withdrawFileByOrder } from '#services/agreement-life/withdraw-file-by-order.ts';
import { withdrawFromAgreement } from '#services/agreement-life/withdraw-from-agreement.ts';
import { withdrawSignature } from '#services/agreement-life/withdraw-signature.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of an agreement's life with the service that does it. */
export const agreementLifeBindings = {
  sealAgreement,
  getSealedText,
  signAgreement,
  registerInkSignature,
  attachSignedPdf,
  confirmSignature,
  withdrawSignature,
  getSignatureFile,
  recordEffectGate,
  verifyDocument,
  redactAgreement,
  listAgreementFiles,
  replaceFileByOrder,
  withdrawFileByOrder,
  openAddendum,
  updateAddendum,
  confirmAddendum,
  abandonAddendum,
  getConsolidatedText,
  getAgreementLife,
  suspendAgreement,
  resumeAgreement,
  giveNotice,
  replyToNotice,
  decideNotice,
  publishNotice,
  declareWillToEnd,
  withdrawFromAgreement,
  endAgreementForCause,
  objectToRenewal,
  callSession,
  holdSession,
  attachSessionFile,
  rescheduleByCommission,
  addBalance,
  payBalance,
  waiveBalance,
  decideOnCommitment,
  closeAgreement,
} satisfies Bindings<typeof agreementLifeOperations>;
