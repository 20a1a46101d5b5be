import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { openReport } from './read-report.ts';
import { showReport } from './show-report.ts';

type Operation = typeof reportingOperations.getReport;

export async function getReport(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) =>
    showReport(tx, context, await openReport(tx, input.report), { link: false }),
  );
}
