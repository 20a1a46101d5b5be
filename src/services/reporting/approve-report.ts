import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { permitDecide, permitFourEyes } from '#domain/reporting/permissions.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import { isPossible } from '#domain/reporting/report-standing.ts';
import type { Context } from '../context.ts';
import { actOnReport, makeFinal } from './keep-report.ts';
import { handsOnIt, openToChange, placesOfStep } from './read-report.ts';

type Operation = typeof reportingOperations.approveReport;

/** Approves a report at its next step; after the last, what it says is final and it is locked. */
export async function approveReport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const opened = await openToChange(tx, input.report, input.version);
    const { report } = opened;
    permitDecide(context.actor, placesOfStep(opened, Math.min(report.step + 1, report.steps)));
    if (!isPossible('approved', report.standing)) throw refuse('reporting.not-as-it-stands');
    permitFourEyes(context.actor, handsOnIt(opened));
    const done = await actOnReport(tx, context, opened, { operation: 'approveReport', act: 'approved' });
    if (done.standing === 'final') await makeFinal(tx, opened);
    return { id: report.id, version: done.version };
  });
}
