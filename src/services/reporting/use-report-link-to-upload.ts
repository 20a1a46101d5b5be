import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { readReportTemplate } from '#formats/reporting/read-report-template.ts';
import type { Context } from '../context.ts';
import { byLink } from './by-link.ts';
import { takeUpload } from './take-upload.ts';

type Operation = typeof reportingOperations.useReportLinkToUpload;

export async function useReportLinkToUpload(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  // The link is looked at before the file: nobody without one makes the server unpack a workbook.
  await byLink(context, input.secret, async () => undefined);
  const reading = await readReportTemplate(input.bytes);
  return byLink(context, input.secret, (tx, visitor, opened) =>
    takeUpload(tx, visitor, opened, { reading, operation: 'useReportLinkToUpload', link: true }),
  );
}
