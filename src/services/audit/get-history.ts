import type { auditOperations } from '#contract/audit.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { Context } from '../context.ts';
import { listAuditEntries } from './list-audit-entries.ts';

type Operation = typeof auditOperations.getHistory;

export async function getHistory(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return listAuditEntries(context, input);
}
