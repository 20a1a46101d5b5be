import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { permitFill } from '#domain/reporting/permissions.ts';
import { readReportTemplate } from '#formats/reporting/read-report-template.ts';
import type { Context } from '../context.ts';
import { openToChange } from './read-report.ts';
import { takeUpload } from './take-upload.ts';

type Operation = typeof reportingOperations.uploadReport;

export async function uploadReport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'report-figures');
  const reading = await readReportTemplate(input.bytes);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const opened = await openToChange(tx, input.report);
    permitFill(context.actor, opened.report);
    return takeUpload(tx, context, opened, { reading, operation: 'uploadReport', link: false });
  });
}
