import { findFormContent } from '#database/reporting/form-store.ts';
import {
  findActs,
  findAnswers,
  findHistory,
  findReport,
  findSteps,
  type ReportRow,
} from '#database/reporting/report-views.ts';
import { lockReport } from '#database/reporting/report-store.ts';
import { isPeriodKind, periodAfter } from '#domain/indicators/period.ts';
import { checksOf } from '#domain/reporting/checks.ts';
import type { ReportPlace } from '#domain/reporting/permissions.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Transaction } from '../context.ts';
import { readForm } from './form-of.ts';

/** A report with all that decisions about it depend on. */
export type OpenedReport = Awaited<ReturnType<typeof openReport>>;

/** So far back an own past is looked at. */
const periodsBack = 24;

/** Reads a report, at the version that was seen where one is named. @throws Refusal */
export async function openReport(tx: Transaction, id: string, version?: number) {
  const report = await findReport(tx, id);
  if (!report) throw refuse('reporting.report-not-found');
  if (version !== undefined && version !== report.version) throw staleReport(report);
  const form = readForm(await findFormContent(tx, report.formId, report.formNumber));
  const rows = await findAnswers(tx, id);
  const answers = new Map(rows.map((row) => [row.cell, row]));
  const told = await findHistory(tx, id);
  const history = new Map<string, number[]>();
  for (const { cell, value } of told) {
    const past = history.get(cell) ?? [];
    if (value !== null && past.length < periodsBack) past.push(value);
    history.set(cell, past);
  }
  return {
    report,
    form,
    answers,
    told,
    acts: await findActs(tx, id),
    steps: await findSteps(tx, [id]),
    checks: checksOf(form, answers, history),
  };
}

/** The same for a change: of two at once, the second reads what the first left. */
export async function openToChange(tx: Transaction, id: string, version?: number): Promise<OpenedReport> {
  await lockReport(tx, id);
  return openReport(tx, id, version);
}

/** Somebody else was faster. */
export function staleReport({ id, standing, step, version }: ReportRow) {
  return refuseShared('shared.stale', { current: { id, standing, step, version } });
}

/** Where a step of a report is decided. */
export function placesOfStep({ steps }: Pick<OpenedReport, 'steps'>, number: number): ReportPlace[] {
  return steps.filter((one) => one.number === number);
}

/** The accounts that have had their hands on a report since it was last sent: who sent it, and who approved it. */
export function handsOnIt({ acts }: Pick<OpenedReport, 'acts'>): (string | null)[] {
  const last = acts.findLastIndex(({ act }) => act === 'sent' || act === 'corrected');
  return acts.slice(Math.max(last, 0)).map(({ accountId }) => accountId);
}

/** The reasons with which checks were passed over when the report was last sent. */
export function reasonsOf({ acts }: Pick<OpenedReport, 'acts'>): Readonly<Record<string, string>> {
  return acts.findLast(({ act }) => act === 'sent' || act === 'corrected')?.reasons ?? {};
}

/** The period before that of a report. */
export function previousPeriodOf({ periodKind, period }: Pick<ReportRow, 'periodKind' | 'period'>) {
  return isPeriodKind(periodKind) ? periodAfter({ kind: periodKind, start: period }, -1) : null;
}
