import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { openReport } from './read-report.ts';
import { templateOf } from './template-of.ts';

type Operation = typeof reportingOperations.getReportTemplate;

export async function getReportTemplate(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) =>
    templateOf(tx, context, await openReport(tx, input.report)),
  );
}
