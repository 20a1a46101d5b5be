import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { findCycle, listReportsOfCycle } from '#database/reporting/cycle-views.ts';
import { findFormContent } from '#database/reporting/form-store.ts';
import { cellsOf } from '#domain/reporting/form.ts';
import { mayAsk } from '#domain/reporting/permissions.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import { daysLate } from '#domain/reporting/report-standing.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { readForm } from './form-of.ts';
import { showCycles } from './show-cycle.ts';

type Operation = typeof reportingOperations.getReportCycle;

export async function getReportCycle(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const cycle = await findCycle(tx, input.cycle);
    if (!cycle) throw refuse('reporting.cycle-not-found');
    const today = await todayOf(tx, context, cycle.territoryId);
    const [summary] = await showCycles(tx, context, [cycle], today);
    if (!summary) throw refuse('reporting.cycle-not-found');
    const form = readForm(await findFormContent(tx, cycle.formId, cycle.formNumber));
    const reports = await listReportsOfCycle(tx, cycle.id);
    const names = await lookUp(tx, context, { territories: reports.map(({ territoryId }) => territoryId) });
    const cells = cellsOf(form).length;
    return {
      ...summary,
      reports: reports.map((one) => ({
        id: one.id,
        territory: names.place(one.territoryId),
        holder: one.holder,
        standing: one.standing,
        step: one.step,
        steps: one.steps,
        firstSentOn: one.firstSentOn,
        daysLate: daysLate({ ...cycle, firstSentOn: one.firstSentOn }, today),
        answered: one.answered,
        cells,
      })),
      abilities: mayAsk(context.actor, cycle.territoryId) ? ['edit-indicator'] : [],
      version: cycle.version,
    };
  });
}
