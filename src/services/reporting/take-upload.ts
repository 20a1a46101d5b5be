import { refuse } from '#domain/reporting/refusals.ts';
import { readTemplateAnswers, type TemplateReading } from '#formats/reporting/read-report-template.ts';
import type { Context, Transaction } from '../context.ts';
import { openReport, type OpenedReport } from './read-report.ts';
import { assertFillable, keepChanges } from './save-answers.ts';
import { periodOf } from './show-cycle.ts';

/**
 * Takes a filled workbook into its report: all of its answers or none. A blank leaves what is there; the same file again changes nothing.
 * @throws Refusal where it is of another report or of an earlier form, or with every problem by its cell
 */
export async function takeUpload(
  tx: Transaction,
  context: Context,
  opened: OpenedReport,
  given: { readonly reading: TemplateReading; readonly operation: string; readonly link: boolean },
) {
  const { reading } = given;
  const { report } = opened;
  if (reading.reportId !== report.id) {
    const { title, period, subject } = reading;
    const values = { title, period, subject, wanted: periodOf(report) };
    throw refuse('reporting.template-of-another', { values });
  }
  if (reading.formNumber !== String(report.formNumber)) throw refuse('reporting.template-outdated');
  const { answers, blank } = readTemplateAnswers(reading, opened.form);
  await assertFillable(tx, context, opened);
  const changes = answers.map((one) => ({ ...one, seen: undefined }));
  const saved = await keepChanges(tx, context, opened, changes, given);
  const { report: now } = await openReport(tx, report.id);
  return { saved, unchanged: answers.length - saved, blank, version: now.version };
}
