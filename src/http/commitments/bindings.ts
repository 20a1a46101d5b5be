import type { commitmentsOperations } from '#contract/commitments/index.ts';
import { addDependency } from '#services/commitments/add-dependency.ts';
import { agreeCommitment } from '#services/commitments/agree-commitment.ts';
import { annulCommitment } from '#services/commitments/annul-commitment.ts';
import { cancelCommitment } from '#services/commitments/cancel-commitment.ts';
import { cancelInstance } from '#services/commitments/cancel-instance.ts';
import { checkCommitments } from '#services/commitments/check-commitments.ts';
import { createCommitment } from '#services/commitments/create-commitment.ts';
import { createCommitments } from '#services/commitments/create-commitments.ts';
import { declareBreach } from '#services/commitments/declare-breach.ts';
import { forecastInstance } from '#services/commitments/forecast-instance.ts';
import { getCommitment } from '#services/commitments/get-commitment.ts';
import { getEvidenceFile } from '#services/commitments/get-evidence-file.ts';
import { listCommitmentChoices } from '#services/commitments/list-commitment-choices.ts';
import { listPartyChoices } from '#services/commitments/list-party-choices.ts';
import { noticeInstance } from '#services/commitments/notice-instance.ts';
import { publishBreach } from '#services/commitments/publish-breach.ts';
import { publishCommitment } from '#services/commitments/publish-commitment.ts';
import { removeDependency } from '#services/commitments/remove-dependency.ts';
import { replaceEvidenceFileByOrder } from '#services/commitments/replace-evidence-file-by-order.ts';
import { replyToInstanceNotice } from '#services/commitments/reply-to-instance-notice.ts';
import { rescheduleInstance } from '#services/commitments/reschedule-instance.ts';
import { reviewDelivery } from '#services/commitments/review-delivery.ts';
import { setEvidenceVisibility } from '#services/commitments/set-evidence-visibility.ts';
import { startInstance } from '#services/commitments/start-instance.ts';
import { submitEvidence } from '#services/commitments/submit-evidence.ts';
import { updateCommitment } from '#services/commitments/update-commitment.ts';
import { uploadEvidenceFile } from '#services/commitments/upload-evidence-file.ts';
import { waiveInstance } from '#services/commitments/waive-instance.ts';
import { withdrawEvidence } from '#services/commitments/withdraw-evidence.ts';
import { withdrawEvidenceFileByOrder } from '#services/commitments/withdraw-evidence-file-by-order.ts';
import { withdrawInstanceNotice } from '#services/commitments/withdraw-instance-notice.ts';
import type { Bindings } from '../bind-operations.ts';

export const commitmentsBindings = {
  addDependency,
  agreeCommitment,
  annulCommitment,
  cancelCommitment,
  cancelInstance,
  checkCommitments,
  createCommitment,
  createCommitments,
  declareBreach,
  forecastInstance,
  getCommitment,
  getEvidenceFile,
  listCommitmentChoices,
  listPartyChoices,
  noticeInstance,
  publishBreach,
  publishCommitment,
  removeDependency,
  replaceEvidenceFileByOrder,
  replyToInstanceNotice,
  rescheduleInstance,
  reviewDelivery,
  setEvidenceVisibility,
  startInstance,
  submitEvidence,
  updateCommitment,
  uploadEvidenceFile,
  waiveInstance,
  withdrawEvidence,
  withdrawEvidenceFileByOrder,
  withdrawInstanceNotice,
} satisfies Bindings<typeof commitmentsOperations>;
