import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { findReportLinks } from '#database/reporting/link-store.ts';
import { findReport } from '#database/reporting/report-views.ts';
import { permitFill } from '#domain/reporting/permissions.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import type { Context } from '../context.ts';

type Operation = typeof reportingOperations.listReportLinks;

export async function listReportLinks(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const report = await findReport(tx, input.report);
    if (!report) throw refuse('reporting.report-not-found');
    permitFill(context.actor, report);
    const links = await findReportLinks(tx, report.id);
    return {
      items: links.map((link) => ({
        id: link.id,
        addressee: link.addressee,
        createdAt: link.created_at.toISOString(),
        expiresAt: link.expires_at.toISOString(),
        standing:
          link.used_at !== null
            ? ('used' as const)
            : link.revoked_at !== null
              ? ('revoked' as const)
              : link.expires_at <= context.now
                ? ('expired' as const)
                : ('open' as const),
      })),
    };
  });
}
