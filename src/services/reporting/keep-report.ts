import {
  insertReportAct,
  openReportBatch,
  settleReport,
  updateReport,
} from '#database/reporting/report-store.ts';
import { findTargets } from '#database/reporting/report-views.ts';
import { writeValues } from '#database/values/value-store.ts';
import { standAfter, type ReportAct, type Stand } from '#domain/reporting/report-standing.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { staleReport, type OpenedReport } from './read-report.ts';

type Done = {
  readonly operation: string;
  readonly act: ReportAct;
  readonly reason?: string | null;
  readonly reasons?: Readonly<Record<string, string>>;
  readonly byLink?: boolean;
};

/** Does something to a report by which it stands differently, and writes it down. @returns how it stands, and the act's id */
export async function actOnReport(
  tx: Transaction,
  context: Context,
  opened: OpenedReport,
  done: Done,
): Promise<Stand & { readonly version: number; readonly actId: string }> {
  const { report } = opened;
  const stand = standAfter(report, done.act, report.steps);
  const on = await todayOf(tx, context, report.territoryId);
  const isSent = done.act === 'sent' || done.act === 'corrected';
  const firstSentOn = isSent && report.firstSentOn === null ? { firstSentOn: on } : {};
  if (!(await updateReport(tx, report, { ...stand, ...firstSentOn }))) throw staleReport(report);
  const actId = newId();
  await insertReportAct(tx, {
    id: actId,
    report_id: report.id,
    act: done.act,
    step: stand.step,
    on_date: on,
    reason: done.reason ?? null,
    reasons: JSON.stringify(done.reasons ?? {}),
    by_link: done.byLink ?? false,
    account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
  });
  await record(tx, context, {
    operation: done.operation,
    subjectKind: 'report',
    subjectId: report.id,
    territoryId: report.territoryId,
    organisationId: report.organisationId,
    before: { standing: report.standing, step: report.step },
    after: { ...stand, reason: done.reason ?? null, byLink: done.byLink ?? false },
    freeText: ['reason'],
  });
  return { ...stand, version: report.version + 1, actId };
}

const stored = { value: 0, 'not-applicable': 1, unknown: 3 } as const;

/** Writes what a report says into its series, in one batch. What was not answered is not written: a blank is no zero. */
export async function writeReport(tx: Transaction, opened: OpenedReport, isFinal: boolean): Promise<void> {
  const { report, answers } = opened;
  const values = (await findTargets(tx, report)).flatMap(({ cell, seriesId, disaggregationId }) => {
    const answer = answers.get(cell);
    if (!answer) return [];
    const state = stored[answer.state];
    const value = state === 0 ? answer.number : null;
    return [
      { seriesId, disaggregationId, period: report.period, territoryId: report.territoryId, value, state },
    ];
  });
  if (values.length === 0) return;
  await writeValues(tx, await openReportBatch(tx, report.id, isFinal), values);
}

/** After the last approval what a report said is final; where it was not shown before, it is written now. */
export async function makeFinal(tx: Transaction, opened: OpenedReport): Promise<void> {
  if (!opened.report.showsProvisional) await writeReport(tx, opened, true);
  await settleReport(tx, opened.report.id, 'final');
}
