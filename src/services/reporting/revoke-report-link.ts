import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { findReportLink, revokeReportLinkRow } from '#database/reporting/link-store.ts';
import { findReport } from '#database/reporting/report-views.ts';
import { permitFill } from '#domain/reporting/permissions.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';

type Operation = typeof reportingOperations.revokeReportLink;

export async function revokeReportLink(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const link = await findReportLink(tx, input.link);
    const report = link && (await findReport(tx, link.reportId));
    if (!link || !report) throw refuse('reporting.link-not-found');
    permitFill(context.actor, report);
    await revokeReportLinkRow(tx, link.id, context.now);
    await record(tx, context, {
      operation: 'revokeReportLink',
      subjectKind: 'report',
      subjectId: report.id,
      territoryId: report.territoryId,
      organisationId: report.organisationId,
      before: { link: link.id, revoked: link.revoked_at !== null },
      after: { link: link.id, revoked: true },
    });
    return { done: true };
  });
}
