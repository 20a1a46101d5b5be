import type { documentsOperations } from '#contract/agreements/documents.ts';
import { compareTemplates } from '#services/agreements/compare-templates.ts';
import { getAgreementDocument } from '#services/agreements/get-agreement-document.ts';
import { getAgreementSummary } from '#services/agreements/get-agreement-summary.ts';
import { getComplianceCertificate } from '#services/agreements/get-compliance-certificate.ts';
import { getTemplate } from '#services/agreements/get-template.ts';
import { listTemplates } from '#services/agreements/list-templates.ts';
import type { Bindings } from '../bind-operations.ts';

export const documentsBindings = {
  compareTemplates,
  getAgreementDocument,
  getAgreementSummary,
  getComplianceCertificate,
  getTemplate,
  listTemplates,
} satisfies Bindings<typeof documentsOperations>;
