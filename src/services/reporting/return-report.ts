import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { insertRemarks, settleReport } from '#database/reporting/report-store.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { cellsOf } from '#domain/reporting/form.ts';
import { permitDecide } from '#domain/reporting/permissions.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { actOnReport } from './keep-report.ts';
import { openToChange, placesOfStep, type OpenedReport } from './read-report.ts';

type Operation = typeof reportingOperations.returnReport;
type Body = InputOf<Operation>['body'];

/** Returns a report to who sent it, with remarks on the very figures. What it said is taken back until it is corrected. */
export async function returnReport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const opened = await openToChange(tx, input.report, input.version);
    permitDecide(context.actor, placesOfStep(opened, Math.min(opened.report.step + 1, opened.report.steps)));
    refuseFaults(opened, body);
    const reason = body.reason;
    refusePersonalText(
      { reason, remarks: body.remarks.map(({ remark }) => remark).join('\n') || null },
      body.confirmText,
    );
    const done = await actOnReport(tx, context, opened, {
      operation: 'returnReport',
      act: 'returned',
      reason,
    });
    await insertRemarks(
      tx,
      body.remarks.map(({ cell, remark }) => ({
        id: newId(),
        report_id: opened.report.id,
        act_id: done.actId,
        cell,
        remark,
      })),
    );
    await settleReport(tx, opened.report.id, 'withdrawn');
    return { id: opened.report.id, version: done.version };
  });
}

function refuseFaults({ form }: OpenedReport, { reason, remarks }: Body): void {
  const cells = new Set(cellsOf(form).map(({ cell }) => cell));
  const problems: Problem[] = remarks
    .filter(({ cell }) => !cells.has(cell))
    .map(({ cell }) => ({ code: 'reporting.unknown-cell', field: cell }));
  if (reason === null && remarks.length === 0)
    problems.push({ code: 'reporting.return-without-words', field: 'reason' });
  if (problems.length > 0) throw refuse('reporting.answer-faults', { problems });
}
