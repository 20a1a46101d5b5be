import type { FileAnswer } from '#contract/operation.ts';
import { writeReportTemplate } from '#formats/reporting/report-template.ts';
import { tableMediaTypes } from '#formats/tables/index.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { computedItems } from './computed-items.ts';
import { previousPeriodOf, type OpenedReport } from './read-report.ts';
import { periodOf } from './show-cycle.ts';

/** The workbook of a report, with what was answered so far; or blank, as it travels by mail: a mailbox is read by more people than its owner. */
export async function templateOf(
  tx: Transaction,
  context: Context,
  opened: OpenedReport,
  isBlank = false,
): Promise<FileAnswer> {
  const { report, form, answers, told } = opened;
  const names = await lookUp(tx, context, { territories: [report.territoryId] });
  const subject = report.holder ?? names.place(report.territoryId).name;
  const previous = previousPeriodOf(report)?.start;
  const period = periodOf(report);
  const bytes = await writeReportTemplate(
    {
      reportId: report.id,
      title: report.title,
      subject,
      period,
      dueOn: report.dueOn,
      formNumber: report.formNumber,
      form,
      answers: isBlank ? new Map() : answers,
      computed: new Map(
        isBlank
          ? []
          : [...(await computedItems(tx, context, opened))].map(([key, { value }]) => [key, value]),
      ),
      previous: new Map(
        (isBlank ? [] : told).flatMap((one) =>
          one.period === previous && one.value !== null ? [[one.cell, one.value]] : [],
        ),
      ),
    },
    context.language,
  );
  return { fileName: `${report.title} ${subject} ${period}.xlsx`, mediaType: tableMediaTypes.xlsx, bytes };
}
