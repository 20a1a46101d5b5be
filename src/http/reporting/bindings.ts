import type { reportingOperations } from '#contract/reporting/index.ts';
import { approveReport } from '#services/reporting/approve-report.ts';
import { createReportForm } from '#services/reporting/create-report-form.ts';
import { createReportLink } from '#services/reporting/create-report-link.ts';
import { enterByReportLink } from '#services/reporting/enter-by-report-link.ts';
import { getReport } from '#services/reporting/get-report.ts';
import { getReportCycle } from '#services/reporting/get-report-cycle.ts';
import { getReportForm } from '#services/reporting/get-report-form.ts';
import { getReportTemplate } from '#services/reporting/get-report-template.ts';
import { listReportCycles } from '#services/reporting/list-report-cycles.ts';
import { listReportForms } from '#services/reporting/list-report-forms.ts';
import { listReportLinks } from '#services/reporting/list-report-links.ts';
import { openReportCycle } from '#services/reporting/open-report-cycle.ts';
import { reopenReport } from '#services/reporting/reopen-report.ts';
import { returnReport } from '#services/reporting/return-report.ts';
import { revokeReportLink } from '#services/reporting/revoke-report-link.ts';
import { saveReportAnswers } from '#services/reporting/save-report-answers.ts';
import { sendReport } from '#services/reporting/send-report.ts';
import { updateReportCycle } from '#services/reporting/update-report-cycle.ts';
import { updateReportForm } from '#services/reporting/update-report-form.ts';
import { uploadReport } from '#services/reporting/upload-report.ts';
import { useReportLinkForTemplate } from '#services/reporting/use-report-link-for-template.ts';
import { useReportLinkToSave } from '#services/reporting/use-report-link-to-save.ts';
import { useReportLinkToSend } from '#services/reporting/use-report-link-to-send.ts';
import { useReportLinkToUpload } from '#services/reporting/use-report-link-to-upload.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of this part with the service that does it. */
export const reportingBindings = {
  listReportForms,
  getReportForm,
  createReportForm,
  updateReportForm,
  listReportCycles,
  getReportCycle,
  openReportCycle,
  updateReportCycle,
  getReport,
  saveReportAnswers,
  sendReport,
  returnReport,
  approveReport,
  reopenReport,
  getReportTemplate,
  uploadReport,
  listReportLinks,
  createReportLink,
  revokeReportLink,
  enterByReportLink,
  useReportLinkToSave,
  useReportLinkToSend,
  useReportLinkForTemplate,
  useReportLinkToUpload,
} satisfies Bindings<typeof reportingOperations>;
