import type { auditOperations } from '#contract/audit.ts';
import { exportAuditEntries } from '#services/audit/export-audit-entries.ts';
import { getAuditEntry } from '#services/audit/get-audit-entry.ts';
import { getHistory } from '#services/audit/get-history.ts';
import { listAuditEntries } from '#services/audit/list-audit-entries.ts';
import { redactAuditText } from '#services/audit/redact-audit-text.ts';
import type { Bindings } from '../bind-operations.ts';

export const auditBindings = {
  listAuditEntries,
  exportAuditEntries,
  getAuditEntry,
  getHistory,
  redactAuditText,
} satisfies Bindings<typeof auditOperations>;
