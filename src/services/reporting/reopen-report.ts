import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { settleReport } from '#database/reporting/report-store.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { permitDecide } from '#domain/reporting/permissions.ts';
import type { Context } from '../context.ts';
import { actOnReport } from './keep-report.ts';
import { openToChange, placesOfStep } from './read-report.ts';

type Operation = typeof reportingOperations.reopenReport;

/** Opens an approved report again. What it said stands, as provisional, until other figures are sent in its place. */
export async function reopenReport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { reason, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const opened = await openToChange(tx, input.report, input.version);
    permitDecide(context.actor, placesOfStep(opened, opened.report.steps));
    refusePersonalText({ reason }, confirmText);
    const done = await actOnReport(tx, context, opened, {
      operation: 'reopenReport',
      act: 'reopened',
      reason,
    });
    await settleReport(tx, opened.report.id, 'provisional');
    return { id: opened.report.id, version: done.version };
  });
}
