import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { listCycleRows } from '#database/reporting/cycle-views.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { daysLate } from '#domain/reporting/report-standing.ts';
import { getPlace, lookUp } from '../actors/look-up.ts';
import { cutPage } from '../actors/page-cursor.ts';
import type { Context } from '../context.ts';
import { readLedgerCursor, writeLedgerCursor } from '../ledger/ledger-cursor.ts';
import { todayOf } from '../today.ts';
import { reportsOfMine } from './reports-of-mine.ts';
import { showCycles } from './show-cycle.ts';

type Operation = typeof reportingOperations.listReportCycles;

export async function listReportCycles(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const after = readLedgerCursor(input.after);
  const { actor } = context;
  return inScope(context.database, actor.scope, async (tx) => {
    const place = input.territory === undefined ? null : await getPlace(tx, input.territory);
    const home = actor.kind === 'account' ? (actor.roles[0]?.territoryId ?? null) : null;
    const today = await todayOf(tx, context, place?.id ?? home);
    const rows = await listCycleRows(
      tx,
      { country: place?.country ?? null },
      { after, limit: input.limit + 1 },
    );
    const { shown, next } = cutPage(rows, input.limit, (row) =>
      writeLedgerCursor({ due_on: row.dueOn, id: row.id }),
    );
    const mine = await reportsOfMine(tx, context, today);
    const names = await lookUp(tx, context, { territories: mine.map(({ report }) => report.territoryId) });
    return {
      items: await showCycles(tx, context, shown, today),
      next,
      mine: mine.map(({ report, isToReview }) => ({
        id: report.id,
        title: report.title,
        territory: names.place(report.territoryId),
        holder: report.holder,
        standing: report.standing,
        dueOn: report.dueOn,
        daysLate: daysLate(report, today),
        isToReview,
      })),
      abilities: maySomewhere(actor, 'edit-indicator') ? ['edit-indicator'] : [],
    };
  });
}
